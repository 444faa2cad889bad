import Diagnostics

extension Typing {
  mutating func call(
    _ name: String, _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> Type {
    if let target, let function = namespaced(name, target) { return call(function, nil, arguments, node) }
    let operands = (target.map { [$0] } ?? []) + arguments
    var given = operands.map { type(of: $0) }
    let candidates = signatures(name).filter { $0.isMethod == (target != nil) }
    guard !candidates.isEmpty else {
      reportUnknown(name, isMethod: target != nil, node)
      return .dyn
    }
    let before = problems.diagnostics.count
    if ["_==_", "_!=_", "@in"].contains(name), operands.count == 2 { matchWords(operands, &given) }
    if problems.diagnostics.count > before { return .bool }
    let fitting = candidates.compactMap { fit($0, operands, given) }
    guard let first = fitting.first else {
      reportMismatch(name, candidates, given, node)
      return candidates.allSatisfy { $0.result == candidates[0].result } ? candidates[0].result : .dyn
    }
    for (operand, type) in zip(operands, first.coerced) { types[operand.id] = type }
    checkWords(operands, first.overload)
    overloads[node.id] = fitting.map(\.overload.id)
    let results = Set(fitting.map(\.result))
    return results.count == 1 ? first.result : .dyn
  }

  /// `a.b.f(x)` may be the function `a.b.f`, unless `a` is a macro variable.
  private func namespaced(_ name: String, _ target: Expression) -> String? {
    guard !environment.functions.isEmpty, let chain = resolver.functionChain(target, locals: isLocal) else {
      return nil
    }
    return resolver.function("\(chain).\(name)")?.name
  }

  private func signatures(_ name: String) -> [Environment.Overload] { resolver.function(name)?.overloads ?? [] }

  private struct Fit {
    let overload: Environment.Overload
    let result: Type
    let coerced: [Type]
  }

  private func fit(_ overload: Environment.Overload, _ operands: [Expression], _ given: [Type]) -> Fit? {
    guard overload.parameters.count == given.count else { return nil }
    var substitution = Substitution()
    var coerced: [Type] = []
    for ((operand, type), wanted) in zip(zip(operands, given), overload.parameters) {
      if case .enumeration = wanted, case .literal(.string) = operand.kind {
        coerced.append(wanted)
        continue
      }
      guard substitution.fits(type, wanted) else { return nil }
      coerced.append(type)
    }
    return Fit(overload: overload, result: substitution.filled(overload.result), coerced: coerced)
  }

  // MARK: Words of vocabularies

  /// A string literal beside a word of a vocabulary must be one of its words, and becomes one.
  private mutating func matchWords(_ operands: [Expression], _ given: inout [Type]) {
    for (one, other) in [(0, 1), (1, 0)] {
      let wanted: Type
      switch given[other] {
      case .enumeration: wanted = given[other]
      case .list(let element):
        guard case .enumeration = element else { continue }
        wanted = element
      default: continue
      }
      if case .literal(.string) = operands[one].kind {
        coerce(operands[one], to: wanted)
        given[one] = wanted
      } else if case .list(let elements) = operands[one].kind, Self.areStrings(elements) {
        for element in elements { coerce(element, to: wanted) }
        given[one] = .list(wanted)
        types[operands[one].id] = given[one]
      }
    }
  }

  private static func areStrings(_ elements: [Expression]) -> Bool {
    elements.allSatisfy { if case .literal(.string) = $0.kind { true } else { false } }
  }

  private mutating func coerce(_ node: Expression, to type: Type) {
    guard case .literal(.string(let word)) = node.kind, case .enumeration(let name) = type else { return }
    types[node.id] = type
    let words = environment.enumerations[name] ?? []
    if !words.contains(word) {
      problems.report(.unknown(word, "value of \(name)", "unknown-word", range(node), words))
    }
  }

  private mutating func checkWords(_ operands: [Expression], _ overload: Environment.Overload) {
    for (operand, wanted) in zip(operands, overload.parameters) { coerce(operand, to: wanted) }
  }

  // MARK: Messages

  private func reportUnknown(_ name: String, isMethod: Bool, _ node: Expression) {
    let known = Set(environment.functions.keys).union(StandardLibrary.overloads.keys)
      .filter { name in name.first.map { $0.isLetter } ?? false }
      .filter { name in signatures(name).contains { $0.isMethod == isMethod } }
    let kind = isMethod ? "method" : "function"
    problems.report(.unknown(name, kind, "unknown-function", word(node), known.sorted()))
  }

  private func reportMismatch(
    _ name: String, _ candidates: [Environment.Overload], _ given: [Type], _ node: Expression
  ) {
    // One that is `dyn` after another error has had its message.
    let found = given.map(\.description).joined(separator: ", ")
    let shown = candidates.prefix(6).map { "(\($0.parameters.map(\.description).joined(separator: ", ")))" }
    let more = candidates.count > 6 ? " and \(candidates.count - 6) more" : ""
    problems.error(
      "no-overload", at: range(node), "`\(name.plainOperator)` does not take (\(found))",
      notes: [.init("it takes \(shown.joined(separator: ", "))\(more)")])
  }
}

extension String {
  /// `==` for `_==_`.
  var plainOperator: String {
    self == "@in" ? "in" : hasPrefix("_") || hasSuffix("_") ? filter { $0 != "_" } : self
  }
}
