import Documents

/// The coded law of some jurisdictions.
public struct LawBook: Sendable {
  /// The questions that it answers.
  public let codebook: Codebook
  /// The jurisdictions by code.
  public let jurisdictions: [String: Jurisdiction]

  /// The law of these jurisdictions.
  public init(codebook: Codebook, jurisdictions: [Jurisdiction]) {
    self.codebook = codebook
    self.jurisdictions = Dictionary(jurisdictions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The last day on which one of its sources was read.
  public var readUpTo: Day? { jurisdictions.values.flatMap { $0.sources.values.compactMap(\.read) }.max() }

  /// What a jurisdiction's law answers on a day, as known on another (`nil`: with all that is known now).
  ///
  /// Only values in force answer; a value that is not in force is pending. Where the day falls into the doubt of a
  /// partial date, the answer is known only if the values on both sides agree.
  public func answer(_ key: String, in code: String, on day: Day, asKnownOn known: Day? = nil) -> Answer {
    let all = (jurisdictions[code]?.facts[key] ?? []).filter { value in
      guard let known, let decided = value.decided else { return true }
      return decided <= known
    }
    let spans = all.filter { $0.status == .inForce }.map(Span.init)
    let possible = spans.filter { $0.possible.contains(day) }
    let pending = all.filter { $0.status != .inForce && ($0.to.map { day < $0.latest } ?? true) }
    let (value, doubt) = settle(possible, all: spans, on: day)
    return Answer(
      key: key, jurisdiction: code, day: day, known: value, doubt: doubt, candidates: possible.map(\.value),
      pending: pending, changes: spans.flatMap(\.boundaries).filter { day < $0 }.min())
  }

  private func settle(_ possible: [Span], all: [Span], on day: Day) -> (DatedValue?, Answer.Doubt?) {
    guard !all.isEmpty else { return (nil, .notCoded) }
    guard let first = possible.first else { return (nil, .notCovered) }
    let definite = possible.filter { $0.definite.contains(day) }
    guard possible.allSatisfy({ $0.value.answersAlike(first.value) }) else {
      return (nil, definite.count > 1 ? .contradictory : .betweenDates)
    }
    // One value alone may still be in doubt at its edge; two that agree on both sides leave none.
    guard let value = definite.last ?? (possible.count > 1 ? possible.last : nil) else {
      return (nil, first.attestedFrom.map { .attestedFrom($0) } ?? .betweenDates)
    }
    return vagueness(of: value.value)
  }

  private func vagueness(of value: DatedValue) -> (DatedValue?, Answer.Doubt?) {
    if value.value == .unknown { return (nil, .notEstablished) }
    if codebook.isVague(value.value, for: value.key) { return (nil, .vague) }
    return (value, nil)
  }
}

extension Codebook {
  /// Whether a value can't be used without its note.
  public func isVague(_ value: FactValue, for key: String) -> Bool {
    guard case .word(let word) = value, let type = questions[key]?.type else { return false }
    return type.allowedValues.contains { $0.word == word && $0.isVague }
  }
}

extension DatedValue {
  /// Whether both values, with their exceptions and contests, answer the question alike.
  func answersAlike(_ other: DatedValue) -> Bool {
    value == other.value && exceptions == other.exceptions && contested == other.contested
  }
}

/// The days on which a value certainly holds, and those on which it may.
private struct Span {
  let value: DatedValue
  let possible: Range<Day>
  let definite: Range<Day>
  /// The day before which a value without `from` is not attested.
  let attestedFrom: Day?

  private static let past = Day(number: -1_000_000)
  private static let future = Day(number: 10_000_000)

  init(_ value: DatedValue) {
    self.value = value
    attestedFrom = value.from == nil ? value.source.attests ?? Self.future : nil
    let start = value.from?.earliest ?? Self.past
    let end = value.to?.latest ?? Self.future
    possible = start..<max(start, end)
    let certainStart = value.from?.latest ?? attestedFrom ?? Self.past
    definite = certainStart..<max(certainStart, value.to?.earliest ?? Self.future)
  }

  /// The days on which something about this value changes.
  var boundaries: [Day] {
    [possible.lowerBound, possible.upperBound, definite.lowerBound, definite.upperBound].filter {
      $0 != Self.past && $0 != Self.future
    }
  }
}

extension LawBook {
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
