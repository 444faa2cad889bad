import CEL
import Law

extension Rulebook {
  /// The keys of law that are read, each with the ids of the rules and pathways that read it, themselves or through a
  /// definition. A formula that looks a key up by profession or service reads all keys of the family.
  public var readers: [String: [String]] {
    var readers: [String: Set<String>] = [:]
    func note(_ formulas: [Formula], _ reader: String) {
      for key in formulas.flatMap(keys) where codebook.questions[key] != nil {
        readers[key, default: []].insert(reader)
      }
    }
    for rule in rules {
      note([rule.applies] + (rule.each.map { [$0.records] } ?? []) + rule.requirements.flatMap(\.formulas), rule.id)
    }
    for pathway in pathways.values {
      note([pathway.chosen, pathway.available] + pathway.requirements.flatMap(\.formulas), pathway.id)
    }
    return readers.mapValues { $0.sorted() }
  }

  private func keys(_ formula: Formula) -> [String] {
    var keys = formula.keys
    for overload in formula.checked.overloads.values.joined() {
      if overload.hasPrefix("law_key_") {
        let family = overload.dropFirst("law_key_".count)
        keys += codebook.questions.values.filter { $0.family.map { $0 == family } ?? false }.map(\.key)
      } else if let definition = Definition.name(ofOverload: overload).flatMap({ definitions[$0] }) {
        keys += self.keys(definition.body)
      }
    }
    return keys
  }
}
