import Documents

extension LawBook {
  /// What a jurisdiction's law answers on a day, as known on another (`nil`: with all that is known now).
  ///
  /// Only values in force answer; a value that is not in force is pending. Where the day falls into the doubt of a
  /// partial date, the answer is known only if the values on both sides agree. A value that was decided later, and is
  /// known, stands in place of those that it reaches back over. To a question that gathers, all values that hold
  /// answer together.
  public func answer(_ key: String, in code: String, on day: Day, asKnownOn known: Day? = nil) -> Answer {
    let all = (jurisdictions[code]?.facts[key] ?? []).filter { value in
      guard let known, let decided = value.decided else { return true }
      return decided <= known
    }
    let spans = all.filter { $0.status == .inForce }.map(Span.init)
    let possible = Self.latest(of: spans.filter { $0.possible.contains(day) }, on: day)
    let pending = all.filter { $0.status != .inForce && ($0.to.map { day < $0.latest } ?? true) }
    let isGathered = codebook.questions[key]?.isGathered ?? false
    let (value, doubt) = isGathered ? gather(possible, all: spans, on: day) : settle(possible, all: spans, on: day)
    return Answer(
      key: key, jurisdiction: code, day: day, known: value, doubt: doubt, candidates: possible.map(\.value),
      pending: pending, changes: spans.flatMap(\.boundaries).filter { day < $0 }.min())
  }

  /// Leaves out what a later decision took back for this day.
  private static func latest(of spans: [Span], on day: Day) -> [Span] {
    let decisions = spans.filter { $0.definite.contains(day) }.compactMap(\.value.decided)
    guard let last = decisions.max() else { return spans }
    return spans.filter { span in span.value.decided.map { $0 >= last } ?? false }
  }

  private func settle(_ possible: [Span], all: [Span], on day: Day) -> (DatedValue?, Answer.Doubt?) {
    guard !all.isEmpty else { return (nil, .notCoded) }
    guard let first = possible.first else { return (nil, .notCovered) }
    let definite = possible.filter { $0.definite.contains(day) }
    guard possible.allSatisfy({ $0.value.answersAlike(first.value) }) else {
      return (nil, definite.count > 1 ? .contradictory : .betweenDates)
    }
    guard let value = Self.founded(definite) ?? Self.agreed(possible, on: day) else {
      return (nil, Self.doubt(at: first))
    }
    return vagueness(of: value.value)
  }

  /// Of values that all hold and agree, the best founded; of equals, the one that began last.
  private static func founded(_ spans: [Span]) -> Span? {
    spans.min { left, right in
      let ranks = (left.value.source.basis.rank, right.value.source.basis.rank)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : right.possible.lowerBound < left.possible.lowerBound
    }
  }

  /// Inside a doubt one value alone is not certain. Two that meet there and agree are, as well as the weaker of them.
  private static func agreed(_ spans: [Span], on day: Day) -> Span? {
    guard let ending = founded(spans.filter { $0.isEnding(on: day) }),
      let beginning = founded(spans.filter { $0.isBeginning(on: day) })
    else { return nil }
    return ending.value.source.basis.rank > beginning.value.source.basis.rank ? ending : beginning
  }

  /// All values that hold together; as well founded as the weakest of them. One alone answers as to any question.
  private func gather(_ possible: [Span], all: [Span], on day: Day) -> (DatedValue?, Answer.Doubt?) {
    guard let first = possible.first, !possible.allSatisfy({ $0.value.answersAlike(first.value) }) else {
      return settle(possible, all: all, on: day)
    }
    if let open = possible.first(where: { !$0.definite.contains(day) }) { return (nil, Self.doubt(at: open)) }
    let values = possible.map(\.value)
    if values.contains(where: { $0.value == .unknown }) { return (nil, .notEstablished) }
    // What is excepted or contested of one of several can't be told from the others.
    if values.contains(where: { !$0.exceptions.isEmpty || $0.contested != nil }) { return (nil, .vague) }
    let weakest = values.max { $0.source.basis.rank < $1.source.basis.rank } ?? first.value
    return (weakest.gathering(values), nil)
  }

  private static func doubt(at span: Span) -> Answer.Doubt {
    span.attestedFrom.map { .attestedFrom($0) } ?? .betweenDates
  }

  private func vagueness(of value: DatedValue) -> (DatedValue?, Answer.Doubt?) {
    if value.value == .unknown { return (nil, .notEstablished) }
    if codebook.isVague(value.value, for: value.key) { return (nil, .vague) }
    return (value, nil)
  }
}

extension DatedValue {
  /// Whether both values, with their exceptions and contests, answer the question alike.
  func answersAlike(_ other: DatedValue) -> Bool {
    value == other.value && exceptions == other.exceptions && contested == other.contested
  }

  /// One value with the records of all of these.
  fileprivate func gathering(_ values: [DatedValue]) -> DatedValue {
    let records = values.flatMap { value -> [[String: FactValue]] in
      if case .records(let records) = value.value { records } else { [] }
    }
    let cites = values.compactMap(\.cite)
    return DatedValue(
      key: key, jurisdiction: jurisdiction, value: .records(records), from: nil, to: nil,
      cite: cites.isEmpty ? nil : cites.joined(separator: "; "), source: source, note: nil, status: .inForce,
      decided: nil, contested: nil, exceptions: [], range: range)
  }
}

extension Basis {
  /// 0 for the best.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
