import CEL
import Law

extension Rule {
  /// The keys of law that the rule names, sorted; not those that its definitions read.
  public var keys: [String] {
    let formulas = [applies] + requirements.flatMap { $0.formulas }
    return Set(formulas.flatMap(\.keys)).sorted()
  }
}

extension Pathway {
  /// The keys of law that the pathway names, sorted.
  public var keys: [String] {
    let formulas = [chosen, available] + requirements.flatMap { $0.formulas }
    return Set(formulas.flatMap(\.keys)).sorted()
  }
}

extension Requirement {
  /// Its formulas, those of its message left out.
  var formulas: [Formula] { alternatives.map(\.formula) + (when.map { [$0] } ?? []) }
}

extension Formula {
  /// The keys of law that the formula names: `law.np.independent` reads `np.independent`.
  var keys: [String] {
    var keys: [String] = []
    expression.forEach { node in
      // A record on the way, such as `law.np`, groups keys and is none.
      if case .record? = checked.types[node.id] { return }
      if let key = key(node) { keys.append(key) }
    }
    return keys
  }

  /// The path behind a value of the type of a law, where the node is one.
  private func key(_ node: Expression) -> String? {
    guard case .select(let operand, let field) = node.kind else { return nil }
    if let type = checked.types[operand.id], [Types.law, Types.federal, Types.standards].contains(type) {
      return field
    }
    return key(operand).map { "\($0).\(field)" }
  }
}
