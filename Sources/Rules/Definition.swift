import CEL
import Diagnostics
import Documents

/// A named predicate that rules share, so that what "licensed" means stands where a reader can see it.
public struct Definition: Sendable {
  /// Its name.
  public let name: String
  /// Its parameters in order.
  public let parameters: [(name: String, type: Type)]
  /// What it stands for.
  public let body: Formula

  /// Its signature.
  var overload: Environment.Overload { Self.overload(name, parameters.map(\.type), body.checked.type) }

  /// The name of its signature in a checked tree.
  static func overload(_ name: String, _ parameters: [Type], _ result: Type) -> Environment.Overload {
    Environment.Overload(prefix + name, parameters, result)
  }

  /// The definition that a signature in a checked tree belongs to; nil for those of other functions.
  public static func name(ofOverload overload: String) -> String? {
    overload.hasPrefix(prefix) ? String(overload.dropFirst(prefix.count)) : nil
  }

  private static let prefix = "definition "
}

/// Reads `rules/definitions.yaml`. A definition may use those above it; so there is no recursion.
struct DefinitionReader {
  private let scope: Scope
  private let problems: Problems
  /// The types that a parameter may name.
  private let types: [String: Type]

  init(scope: Scope, problems: Problems) {
    self.scope = scope
    self.problems = problems
    types = scope.types
  }

  func read(_ node: Node) -> [String: Definition] {
    var known: [String: Definition] = [:]
    for entry in node.mapping(expecting: "definitions", problems: problems) ?? [] {
      guard
        let fields = Fields(
          entry.value, RuleShapes.definition, of: "the definition `\(entry.key)`", problems: problems),
        let parameters = parameters(fields.required("of")), let body = fields.required("is")
      else { continue }
      var environment = scope.environment(definitions: known, subject: nil)
      environment.variables = Dictionary(parameters.map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
      guard let formula = Formula(body, in: environment, expecting: nil, problems: problems) else { continue }
      known[entry.key] = Definition(name: entry.key, parameters: parameters, body: formula)
    }
    return known
  }

  private func parameters(_ node: Node?) -> [(name: String, type: Type)]? {
    guard let entries = node?.mapping(expecting: "parameters with their types", problems: problems) else { return nil }
    return entries.compactMap { entry in
      guard let text = entry.value.text("a type", problems: problems) else { return nil }
      guard let type = type(named: text) else {
        let allowed = types.keys.sorted()
        problems.report(.unknownWord(text, at: entry.value.range, id: "unknown-type", kind: "type", allowed: allowed))
        return nil
      }
      return (entry.key, type)
    }
  }

  private func type(named text: String) -> Type? {
    if text.hasPrefix("list(") && text.hasSuffix(")") {
      return type(named: String(text.dropFirst(5).dropLast())).map { .list($0) }
    }
    if text.hasPrefix("word(") && text.hasSuffix(")") {
      // A vocabulary and a shape may share a name, as `service` does.
      return .enumeration(String(text.dropFirst(5).dropLast()))
    }
    if text.hasPrefix("key(") && text.hasSuffix(")") { return Types.key(of: String(text.dropFirst(4).dropLast())) }
    return types[text]
  }
}

extension Scope {
  /// The types that a definition's parameters may name.
  var types: [String: Type] {
    let environment = environment(definitions: [:], subject: nil)
    var types: [String: Type] = ["bool": .bool, "int": .int, "string": .string, "date": Types.date, "cap": Types.cap]
    for name in environment.enumerations.keys { types[name] = .enumeration(name) }
    for name in environment.records.keys { types[name] = .record(name) }
    return types
  }
}
