import Documents

/// SplitMix64: small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes programs, law and rules by chance.
struct Generator {
  var random: SplitMix64
  let data: DataFolder
  /// Whether months and years stand for dates now and then.
  var hasPartialDates = true

  init(seed: UInt64, _ data: DataFolder) {
    random = SplitMix64(seed: seed)
    self.data = data
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.randomElement(using: &random) ?? fallback
  }

  mutating func pick(_ words: [String]) -> String { pick(words, or: "") }

  /// A few different elements in random order.
  mutating func some<Element>(_ elements: [Element], _ counts: ClosedRange<Int>) -> [Element] {
    Array(elements.shuffled(using: &random).prefix(number(counts)))
  }

  // MARK: Days

  /// The days around which everything happens, so that dates meet.
  static let days = [
    "2024-02-29", "2025-01-01", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01", "2026-02-28", "2026-11-24",
  ].compactMap { Day($0)?.number }

  mutating func day() -> Tree { .day(pick(Self.days, or: 0) + (chance(20) ? number(-40...40) : 0)) }

  /// A day, or a month or year of which the day is not known.
  mutating func date() -> Tree {
    if chance(70) || !hasPartialDates { return day() }
    return .plain(pick(["2025", "2026", "2025-06", "2025-07", "2026-01", "2026-11"]))
  }

  /// A day to check on.
  mutating func checkDay() -> Day {
    Day(number: pick(Self.days, or: 0) + (chance(50) ? number(-1...1) : number(-200...60)))
  }
}
