import CEL
import Programs
import Rules

/// Walks the formulas beside their unrolling. Every node is made by the same calls that make the circuit, so a tree
/// can say nothing that the circuit does not.
extension Grounder {
  mutating func trace(_ grounded: GroundedRequirement) -> RequirementTrace {
    emptyWhenOmitted = grounded.requirement.emptyWhenOmitted
    subject = variables(of: grounded.subject)
    let applies = [trace(grounded.rule.applies)] + (grounded.requirement.when.map { [trace($0)] } ?? [])
    let exceptions = (rules.exceptions[grounded.rule.id] ?? []).filter { rule in
      rule.exception?.requirement == nil || rule.exception?.requirement == grounded.requirement.id
    }.filter { $0.exception?.holds(in: grounded.subject.place?.state, on: dayOfService) ?? false }
    let excepted = exceptions.map { ($0, trace($0.applies)) }
    let alternatives = alternatives(of: grounded.requirement)
    let routes = grounded.routes.map { route in
      RequirementTrace.Route(
        pathway: route.pathway, available: trace(route.pathway.available), chosen: trace(route.pathway.chosen),
        asked: route.pathway.requirements.map { asked($0) })
    }
    return RequirementTrace(
      circuit: circuit, applies: applies, exceptions: excepted, alternatives: alternatives, routes: routes)
  }

  private mutating func asked(_ requirement: Requirement) -> RequirementTrace.Asked {
    .init(
      requirement: requirement, when: requirement.when.map { trace($0) }, alternatives: alternatives(of: requirement))
  }

  private mutating func alternatives(of requirement: Requirement) -> [RequirementTrace.Alternative] {
    requirement.alternatives.map { .init(name: $0.name, trace: trace($0.formula)) }
  }

  private mutating func trace(_ formula: Formula) -> Trace { trace(formula.expression, formula, subject) }

  // MARK: Parts

  private mutating func trace(_ node: Expression, _ formula: Formula, _ variables: Variables) -> Trace {
    let text = formula.text(of: node)
    let ref = settledTruth(node, formula, variables)
    switch node.kind {
    case .call("_&&_", _, _): return joined(.all, "_&&_", node, formula, variables, ref)
    case .call("_||_", _, _): return joined(.any, "_||_", node, formula, variables, ref)
    case .call("!_", _, let arguments):
      return Trace(.not, text, ref, parts: arguments.map { trace($0, formula, variables) })
    case .call(let name, let target, let arguments):
      if let definition = definition(name, node, formula) {
        let inner = bound(definition, (target.map { [$0] } ?? []) + arguments, formula, variables)
        return Trace(.definition, text, ref, parts: [trace(definition.body.expression, definition.body, inner)])
      }
      return comparison(node, formula, variables, ref)
    case .comprehension(let macro) where macro.form == .exists || macro.form == .all:
      return quantified(macro, text, formula, variables, ref)
    default: return comparison(node, formula, variables, ref)
    }
  }

  /// The node of a part, with regard to exceptions and contests of the facts that it reads.
  private mutating func settledTruth(_ node: Expression, _ formula: Formula, _ variables: Variables) -> Ref {
    let refs = settled { [$0.truth($0.term(node, formula.checked, variables))] }
    assignment = [:]
    undecided = nil
    return refs[0]
  }

  private mutating func joined(
    _ kind: Trace.Kind, _ name: String, _ node: Expression, _ formula: Formula, _ variables: Variables, _ ref: Ref
  ) -> Trace {
    let parts = node.operands(of: name).map { trace($0, formula, variables) }
    return Trace(kind, formula.text(of: node), ref, parts: parts)
  }

  private mutating func comparison(
    _ node: Expression, _ formula: Formula, _ variables: Variables, _ ref: Ref
  ) -> Trace {
    var wanted: [Trace.Wanted] = []
    if case .call("@in", _, let arguments) = node.kind, arguments.count == 2 {
      let element = term(arguments[0], formula.checked, variables)
      wanted = [Trace.Wanted(field: "", words: plainWords(element))]
    }
    return Trace(
      .comparison, formula.text(of: node), ref, values: values(node, formula, variables),
      reads: circuit.reads(below: ref), wanted: wanted)
  }

  private static let signs = [
    "_==_": "is", "_!=_": "is not", "_<=_": "<=", "_<_": "<", "_>=_": ">=", "_>_": ">", "@in": "in",
  ]

  /// "compact privilege is licence": a comparison of names says nothing without what they stand for.
  private mutating func values(_ node: Expression, _ formula: Formula, _ variables: Variables) -> String? {
    guard case .call(let name, nil, let arguments) = node.kind, arguments.count == 2, let sign = Self.signs[name]
    else { return nil }
    let sides = arguments.map { side in
      words(term(side, formula.checked, variables), isDate: formula.checked.types[side.id] == Types.date)
    }
    assignment = [:]
    undecided = nil
    return "\(sides[0]) \(sign) \(sides[1])"
  }

  private mutating func quantified(
    _ macro: Comprehension, _ text: String, _ formula: Formula, _ variables: Variables, _ ref: Ref
  ) -> Trace {
    let list = list(term(macro.range, formula.checked, variables))
    var parts: [Trace] = []
    for element in list.elements where element.condition != .no {
      let inner = variables.with(macro.variable, element.term)
      let body = trace(macro.body, formula, inner)
      let ref = circuit.and(element.condition, body.ref)
      parts.append(Trace(.element, label(element.term), ref, parts: [body]))
    }
    var wanted = WantedWords(grounder: self)
    wanted.add(macro.body, formula, variables, [macro.variable: ""])
    return Trace(
      macro.form == .exists ? .exists : .every, text, ref, reads: circuit.reads(below: list.remainder),
      wanted: wanted.found, parts: parts)
  }

  private func label(_ term: Term) -> String {
    if case .part(let id) = term { return program.title(of: id) }
    return words(term, isDate: false)
  }

  // MARK: Definitions

  func definition(_ name: String, _ node: Expression, _ formula: Formula) -> Definition? {
    formula.checked.types[node.id] == .bool ? definition(name, node, formula.checked) : nil
  }

  mutating func bound(
    _ definition: Definition, _ arguments: [Expression], _ formula: Formula, _ variables: Variables
  ) -> Variables {
    var inner: Variables = [:]
    for (parameter, argument) in zip(definition.parameters, arguments) {
      inner[parameter.name] = term(argument, formula.checked, variables)
    }
    return inner
  }

  /// The words that a term certainly is, as a program writes them.
  func plainWords(_ term: Term) -> [String] {
    switch term {
    case .word(let word): [word]
    case .reading(let id): if case .word(let word) = circuit[id].value { [word] } else { [] }
    case .part(let id): [program.title(of: id)]
    case .list(let list): list.elements.flatMap { plainWords($0.term) }
    default: []
    }
  }
}

/// Finds what an element of a list must have to fit: the words that the formula compares its fields with.
private struct WantedWords {
  var grounder: Grounder
  private(set) var found: [Trace.Wanted] = []

  init(grounder: Grounder) { self.grounder = grounder }

  /// `names` are the variables that stand for the element or a part of it, each with its path.
  mutating func add(
    _ node: Expression, _ formula: Formula, _ variables: Variables, _ names: [String: String]
  ) {
    switch node.kind {
    case .call("_&&_", _, let arguments): for part in arguments { add(part, formula, variables, names) }
    case .call("_==_", _, let arguments) where arguments.count == 2:
      note(arguments[0], arguments[1], formula, variables, names)
      note(arguments[1], arguments[0], formula, variables, names)
    case .call("@in", _, let arguments) where arguments.count == 2:
      note(arguments[0], arguments[1], formula, variables, names)
      note(arguments[1], arguments[0], formula, variables, names)
    case .call(let name, let target, let arguments):
      guard let definition = grounder.definition(name, node, formula) else { return }
      let given = (target.map { [$0] } ?? []) + arguments
      let inner = grounder.bound(definition, given, formula, variables)
      var passed: [String: String] = [:]
      for (parameter, argument) in zip(definition.parameters, given) {
        passed[parameter.name] = path(argument, names)
      }
      add(definition.body.expression, definition.body, inner, passed)
    default: break
    }
  }

  private mutating func note(
    _ side: Expression, _ other: Expression, _ formula: Formula, _ variables: Variables, _ names: [String: String]
  ) {
    guard let field = path(side, names), path(other, names) == nil else { return }
    let words = grounder.plainWords(grounder.term(other, formula.checked, variables))
    if !words.isEmpty { found.append(Trace.Wanted(field: field, words: words)) }
  }

  /// The path of what an expression names within the element; nil for anything else.
  private func path(_ node: Expression, _ names: [String: String]) -> String? {
    switch node.kind {
    case .identifier(let name): return names[name]
    case .select(let operand, let field):
      return path(operand, names).map { $0.isEmpty ? field : "\($0).\(field)" }
    default: return nil
    }
  }
}

extension Expression {
  /// The operands of a chain of one operator, in order.
  fileprivate func operands(of name: String) -> [Expression] {
    guard case .call(name, _, let arguments) = kind else { return [self] }
    return arguments.flatMap { $0.operands(of: name) }
  }
}

extension Formula {
  /// A part as written, on one line.
  fileprivate func text(of node: Expression) -> String {
    let bytes = Array(text.utf8)
    let part = String(decoding: bytes[node.offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
