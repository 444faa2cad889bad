import Documents

/// The coded law of some jurisdictions.
public struct LawBook: Sendable {
  /// The questions that it answers.
  public let codebook: Codebook
  /// The jurisdictions by code.
  public let jurisdictions: [String: Jurisdiction]
  /// The day whose knowledge of the law this is; nil for all that is coded.
  public let knownOn: Day?

  /// The law of these jurisdictions.
  public init(codebook: Codebook, jurisdictions: [Jurisdiction], knownOn: Day? = nil) {
    self.codebook = codebook
    self.knownOn = knownOn
    self.jurisdictions = Dictionary(jurisdictions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The last day on which one of its sources was read.
  public var readUpTo: Day? { jurisdictions.values.flatMap { $0.sources.values.compactMap(\.read) }.max() }

  /// This law without what was decided after a day, such as an act that works back; all of it where no day is given.
  public func asKnown(on day: Day?) -> LawBook {
    guard let day else { return self }
    let known = jurisdictions.values.map { jurisdiction in
      let facts = jurisdiction.facts.mapValues { $0.filter { $0.decided.map { $0 <= day } ?? true } }
      return Jurisdiction(
        code: jurisdiction.code, name: jurisdiction.name, facts: facts, sources: jurisdiction.sources)
    }
    return LawBook(codebook: codebook, jurisdictions: known, knownOn: day)
  }

  /// This law with other answers in place of its own: each key that is given replaces all values of that key.
  public func overlaid(with law: [String: [DatedValue]]) -> LawBook {
    var all = jurisdictions
    for (code, values) in law {
      let base = all[code]
      let own = Dictionary(grouping: values, by: \.key)
      all[code] = Jurisdiction(
        code: code, name: base?.name ?? States.names[code] ?? code,
        facts: (base?.facts ?? [:]).merging(own) { _, new in new }, sources: base?.sources ?? [:])
    }
    return LawBook(codebook: codebook, jurisdictions: Array(all.values))
  }
}

extension Codebook {
  /// Whether a value can't be used without its note.
  public func isVague(_ value: FactValue, for key: String) -> Bool {
    guard case .word(let word) = value, let type = questions[key]?.type else { return false }
    return type.allowedValues.contains { $0.word == word && $0.isVague }
  }
}
