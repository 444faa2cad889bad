import Documents

/// What the law of a jurisdiction answers to a question on a day.
public struct Answer: Sendable {
  /// Why an answer is not known.
  public enum Doubt: Hashable, Sendable {
    /// Nobody has coded the question for this jurisdiction.
    case notCoded
    /// It was looked for and could not be established.
    case notEstablished
    /// The answer can't be used without its note.
    case vague
    /// The source speaks only from a later day on.
    case attestedFrom(Day)
    /// The law changed on a day of which only the year or month is known.
    case betweenDates
    /// Two values claim the same day.
    case contradictory
    /// No value covers the day.
    case notCovered
  }

  /// The question.
  public let key: String
  /// The jurisdiction.
  public let jurisdiction: String
  /// The day of which the answer speaks.
  public let day: Day
  /// The value, and where it comes from; nil where it is in doubt.
  public let known: DatedValue?
  /// Why it is not known; nil where it is.
  public let doubt: Doubt?
  /// The values that the doubt is about, or that agree besides `known`.
  public let candidates: [DatedValue]
  /// Values on their way to being law, or kept from it.
  public let pending: [DatedValue]
  /// The next day on which the answer may be another; nil when none is coded.
  public let changes: Day?
}

extension Answer.Doubt {
  /// Why, in words.
  public var explanation: String {
    switch self {
    case .notCoded: "nobody has coded it"
    case .notEstablished: "it could not be established"
    case .vague: "the answer depends on conditions that are not coded"
    case .attestedFrom(let day): "the source attests it only from \(day)"
    case .betweenDates: "it changed at a time of which only the year or month is known"
    case .contradictory: "two coded values contradict each other"
    case .notCovered: "no coded value covers the day"
    }
  }
}
