import Diagnostics

/// Gives every node of an expression its type, and refuses what does not fit.
public enum Checker {
  /// Checks an expression against what `environment` declares; `expecting` is the type that the whole must have.
  /// - Throws: `Rejection` with every error, with ranges in `source`.
  public static func check(
    _ expression: Expression, in source: SourceText, against environment: Environment, expecting: Type? = nil
  ) throws(Rejection) -> Checked {
    var typing = Typing(source, environment)
    let type = typing.type(of: expression)
    if let expecting, !typing.accepts(type, expecting) {
      typing.problems.error(
        "wrong-type", at: SourceRange(source, expression.offsets), "expected \(expecting), found \(type)")
    }
    try typing.problems.check()
    return Checked(
      expression, types: typing.types, overloads: typing.overloads, references: typing.references)
  }
}

/// The walk over one expression.
struct Typing {
  let source: SourceText
  let environment: Environment
  let resolver: NameResolver
  let problems = Problems()
  var types: [Int: Type] = [:]
  var overloads: [Int: [String]] = [:]
  var references: [Int: String] = [:]
  /// The variables of the macros around a node, the innermost last.
  private var locals: [(name: String, type: Type)] = []

  init(_ source: SourceText, _ environment: Environment) {
    self.source = source
    self.environment = environment
    resolver = NameResolver(environment)
  }

  func accepts(_ given: Type, _ wanted: Type) -> Bool {
    var substitution = Substitution()
    return substitution.fits(given, wanted)
  }

  func range(_ node: Expression) -> SourceRange { SourceRange(source, node.offsets) }

  /// Where the word stands that the node is about.
  func word(_ node: Expression) -> SourceRange { SourceRange(source, node.word) }

  /// The type of a node; `dyn` after an error, so that one mistake gives one message.
  mutating func type(of node: Expression) -> Type {
    let type = infer(node)
    types[node.id] = type
    return type
  }

  private mutating func infer(_ node: Expression) -> Type {
    switch node.kind {
    case .literal(let literal): return literal.type
    case .identifier(let name): return identifier(name, node)
    case .select(let operand, let field): return select(operand, field, node)
    case .has(let operand, let field):
      _ = self.field(field, of: type(of: operand), node)
      return .bool
    case .call(let name, let target, let arguments): return call(name, target, arguments, node)
    case .list(let elements): return .list(joined(elements))
    case .map(let entries):
      return .map(joined(entries.map(\.key)), joined(entries.map(\.value)))
    case .record(let name, let fields): return record(name, fields, node)
    case .comprehension(let macro): return comprehension(macro)
    }
  }

  // MARK: Names

  private mutating func identifier(_ name: String, _ node: Expression) -> Type {
    if let local = locals.last(where: { $0.name == name }) { return local.type }
    if let (variable, type) = resolver.variable(name) {
      references[node.id] = variable
      return type
    }
    if resolver.typeName(name) != nil { return .type }
    problems.report(
      .unknown(name, "variable", "unknown-name", range(node), locals.map(\.name) + environment.variables.keys.sorted()))
    return .dyn
  }

  /// Whether a macro around binds a name.
  func isLocal(_ name: String) -> Bool { locals.contains { $0.name == name } }

  private mutating func select(_ operand: Expression, _ field: String, _ node: Expression) -> Type {
    if let name = resolver.chain(node, locals: isLocal) {
      if let (variable, type) = resolver.variable(name) {
        references[node.id] = variable
        return type
      }
      if resolver.typeName(name) != nil { return .type }
    }
    return self.field(field, of: type(of: operand), node)
  }

  private mutating func field(_ name: String, of type: Type, _ node: Expression) -> Type {
    switch type {
    case .dyn: return .dyn
    case .map(_, let value): return value
    case .record(let record):
      let fields = environment.records[record] ?? [:]
      if let type = fields[name] { return type }
      problems.report(.unknown(name, "field of \(record)", "unknown-field", word(node), fields.keys.sorted()))
    default:
      problems.error("wrong-type", at: word(node), "\(type) has no fields, so no `\(name)`")
    }
    return .dyn
  }

  private mutating func record(
    _ name: String, _ fields: [(name: String, value: Expression)], _ node: Expression
  ) -> Type {
    guard let name = resolver.record(name), let declared = environment.records[name] else {
      for field in fields { _ = type(of: field.value) }
      problems.report(
        .unknown(name, "record", "unknown-name", range(node), environment.records.keys.sorted()))
      return .dyn
    }
    for field in fields {
      let given = type(of: field.value)
      guard let wanted = declared[field.name] else {
        problems.report(
          .unknown(
            field.name, "field of \(name)", "unknown-field", range(field.value), declared.keys.sorted(),
            isWhole: false))
        continue
      }
      if !accepts(given, wanted) {
        problems.error("wrong-type", at: range(field.value), "expected \(wanted), found \(given)")
      }
    }
    return .record(name)
  }

  // MARK: Lists

  private mutating func joined(_ elements: [Expression]) -> Type {
    var joined: Type?
    for element in elements {
      let type = type(of: element)
      guard let known = joined else {
        joined = type
        continue
      }
      if known != type { joined = .dyn }
    }
    return joined ?? .dyn
  }

  private mutating func comprehension(_ macro: Comprehension) -> Type {
    let element: Type
    var second = Type.dyn
    switch type(of: macro.range) {
    case .list(let type): (element, second) = (macro.secondVariable == nil ? type : .int, type)
    case .map(let key, let value): (element, second) = (key, value)
    case .dyn: element = .dyn
    case let other:
      problems.error(
        "wrong-type", at: range(macro.range), "`\(macro.name)` goes over a list or map, not \(other)")
      element = .dyn
    }
    let count = locals.count
    locals.append((macro.variable, element))
    if let name = macro.secondVariable { locals.append((name, second)) }
    defer { locals.removeLast(locals.count - count) }
    if let condition = macro.condition { requireBool(condition) }
    if macro.form == .map {
      let made = type(of: macro.body)
      return macro.product == .map ? .map(element, made) : .list(made)
    }
    requireBool(macro.body)
    return macro.form == .filter ? .list(element) : .bool
  }

  private mutating func requireBool(_ node: Expression) {
    let type = type(of: node)
    if !accepts(type, .bool) { problems.error("wrong-type", at: range(node), "expected bool, found \(type)") }
  }
}

extension Literal {
  /// The type of the constant.
  var type: Type {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}

extension Diagnostic {
  /// "`aply` is no function", with the nearest of those that there are; `isWhole` where the range is the word alone,
  /// which then may be replaced.
  static func unknown(
    _ word: String, _ kind: String, _ id: String, _ range: SourceRange, _ known: [String], isWhole: Bool = true
  ) -> Diagnostic {
    let nearest = Spelling.nearest(to: word, in: known)
    let notes: [Note] =
      nearest == nil && !known.isEmpty && known.count <= 12
      ? [Note("expected one of \(known.map { "`\($0)`" }.joined(separator: ", "))")] : []
    return Diagnostic(
      id, at: range, "`\(word)` is no \(kind)", notes: notes,
      solutions: nearest.map { [Solution("write `\($0)`", replacement: isWhole ? $0 : nil)] } ?? [])
  }
}
