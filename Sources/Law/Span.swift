import Documents

/// The days on which a value certainly holds, and those on which it may.
struct Span {
  let value: DatedValue
  let possible: Range<Day>
  let definite: Range<Day>
  /// The day before which a value without `from` is not attested.
  let attestedFrom: Day?
  private let certainStart: Day

  private static let past = Day(number: -1_000_000)
  private static let future = Day(number: 10_000_000)

  init(_ value: DatedValue) {
    self.value = value
    attestedFrom = value.from == nil ? value.source.attests ?? Self.future : nil
    let start = value.from?.earliest ?? Self.past
    let end = value.to?.latest ?? Self.future
    possible = start..<max(start, end)
    certainStart = value.from?.latest ?? attestedFrom ?? Self.past
    definite = certainStart..<max(certainStart, value.to?.earliest ?? Self.future)
  }

  /// Whether it has begun and may have ended.
  func isEnding(on day: Day) -> Bool { possible.contains(day) && certainStart <= day && definite.upperBound <= day }

  /// Whether it may have begun, by a date that is given in part.
  func isBeginning(on day: Day) -> Bool { possible.contains(day) && value.from != nil && day < certainStart }

  /// The days on which something about this value changes.
  var boundaries: [Day] {
    [possible.lowerBound, possible.upperBound, definite.lowerBound, definite.upperBound].filter {
      $0 != Self.past && $0 != Self.future
    }
  }
}
