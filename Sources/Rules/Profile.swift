import CEL
import Diagnostics

/// The part of the language that rules use: no operation that can fail, none that is not monotone in what is known.
/// A rule outside of it is refused, with the reason and a way to say it.
public enum Profile {
  /// The operators and functions of the standard library that rules may use.
  static let allowed: Set<String> = [
    "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_+_", "_-_", "-_", "size", "_[_]",
  ]

  /// Checks a typed tree.
  /// - Throws: `Rejection` with every use of what rules can't use.
  static func check(_ checked: Checked, in source: SourceText) throws(Rejection) {
    let problems = Problems()
    visit(checked.expression, checked, source, problems)
    try problems.check()
  }

  private static func visit(_ node: Expression, _ checked: Checked, _ source: SourceText, _ problems: Problems) {
    if let (summary, hint) = refusal(of: node, checked) {
      problems.error(
        "outside-profile", at: SourceRange(source, node.offsets), summary, solutions: [.init(hint)])
    }
    for child in node.children { visit(child, checked, source, problems) }
  }

  private static func refusal(of node: Expression, _ checked: Checked) -> (String, String)? {
    switch node.kind {
    case .literal(.double), .literal(.uint), .literal(.bytes), .literal(.null):
      return ("a rule counts in whole numbers", "write a whole number, in thousandths or cents where needed")
    case .has:
      return (
        "`has` is not monotone: learning a value could turn an answer around",
        "name the field alone; what silence means is declared with the field"
      )
    case .map, .record: return ("a rule makes no maps or records", "compare the fields one by one")
    case .comprehension(let comprehension) where comprehension.form == .existsOne:
      return ("`exists_one` is not part of the rule profile", "write `size(list.filter(x, …)) == 1`")
    case .call(let function, _, _): return refusal(ofCall: function, node, checked)
    default: return nil
    }
  }

  private static func refusal(ofCall function: String, _ node: Expression, _ checked: Checked) -> (String, String)? {
    switch function {
    case "_?_:_":
      return ("a choice hides which case decided", "write one named alternative for each case, under `any:`")
    case "_/_", "_%_": return ("division can fail", "multiply the other side instead")
    case "_*_": return ("a product of two unknowns has no bound", "compare the factors one by one")
    case "type", "matches", "contains", "startsWith", "endsWith":
      return ("`\(function)` looks into text, and text is shown, never computed with", "use a key with listed values")
    case "_[_]":
      let isKey = checked.overloads[node.id]?.first?.hasPrefix("law_key_") ?? false
      return isKey ? nil : ("an index can fail", "write `list.exists(x, …)`")
    default: break
    }
    if let overload = checked.overloads[node.id]?.first, HostFunctions.isKnown(overload) { return nil }
    if allowed.contains(function) || checked.overloads[node.id]?.first.flatMap(Definition.name(ofOverload:)) != nil {
      return nil
    }
    return ("`\(function)` is not part of the rule profile", "rules use comparisons, lists and definitions")
  }
}

extension HostFunctions {
  /// Whether a signature is one of the host's.
  static func isKnown(_ overload: String) -> Bool {
    overload.hasPrefix("law_key_") || ids.contains(overload)
  }

  private static let ids = Set(overloads(families: [:]).values.joined().map(\.id))
}

extension Expression {
  /// The nodes right below this one.
  public var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let operand, _), .has(let operand, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .record(_, let fields): fields.map(\.value)
    case .comprehension(let macro): [macro.range] + (macro.condition.map { [$0] } ?? []) + [macro.body]
    }
  }
}
