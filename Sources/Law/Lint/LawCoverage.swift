import Documents

/// How much of the law is coded, and how well: counts of today's answers.
public struct LawCoverage: Sendable, Equatable {
  /// Questions that were asked of the jurisdiction.
  public private(set) var asked = 0
  /// Those with a value whose text itself was read.
  public private(set) var primary = 0
  /// Those with a value from a compilation or article.
  public private(set) var secondary = 0
  /// Those with a value from general knowledge.
  public private(set) var recalled = 0
  /// Those whose value can't be used without its note; they count above too.
  public private(set) var vague = 0
  /// Those looked for and not established, and those with no value for the day.
  public private(set) var unknown = 0

  /// Nothing yet.
  public init() {}

  /// The coverage of some keys in one jurisdiction on a day; a key without any value was not asked.
  public init(of keys: some Sequence<String>, in code: String, law: LawBook, on day: Day) {
    for key in keys where !(law.jurisdictions[code]?.facts[key] ?? []).isEmpty {
      add(law.answer(key, in: code, on: day))
    }
  }

  /// Counts one answer.
  public mutating func add(_ answer: Answer) {
    asked += 1
    guard let value = answer.known ?? (answer.doubt == .vague ? answer.candidates.first : nil) else {
      unknown += 1
      return
    }
    if answer.doubt == .vague { vague += 1 }
    switch value.source.basis {
    case .primary: primary += 1
    case .secondary: secondary += 1
    case .recalled: recalled += 1
    }
  }

  /// Both together.
  public static func + (left: LawCoverage, right: LawCoverage) -> LawCoverage {
    var sum = left
    sum.asked += right.asked
    sum.primary += right.primary
    sum.secondary += right.secondary
    sum.recalled += right.recalled
    sum.vague += right.vague
    sum.unknown += right.unknown
    return sum
  }

  /// The share in percent, rounded; 0 of nothing.
  public func percent(_ part: Int) -> Int { asked == 0 ? 0 : (200 * part + asked) / (2 * asked) }
}
