import Diagnostics
import Documents
import Law

/// Where the law of two places, or of one place on two days, answers differently.
public struct Difference: Sendable {
  /// A jurisdiction on a day.
  public struct Side: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The day.
    public let day: Day

    /// A jurisdiction on a day.
    public init(code: String, day: Day) {
      self.code = code
      self.day = day
    }
  }

  /// How two answers stand to each other.
  public enum Kind: String, Sendable, CaseIterable {
    /// Both are known and say different things.
    case differs
    /// One is known, the other is not.
    case unknownOnOneSide = "unknown_on_one_side"
    /// Neither is known.
    case unknownOnBothSides = "unknown_on_both_sides"
    /// Both are known and say the same.
    case same
  }

  /// A question with both answers.
  public struct Entry: Sendable {
    /// The question.
    public let question: Question
    /// The answer of the first side.
    public let left: ComparedAnswer
    /// The answer of the second side.
    public let right: ComparedAnswer
    /// How they stand to each other.
    public let kind: Kind
  }

  /// The first side.
  public let left: Side
  /// The second side.
  public let right: Side
  /// The questions in the order of the keys that were asked.
  public let entries: [Entry]
  /// The names of the jurisdictions by code.
  public let names: [String: String]
  /// The last day on which a source of the law that was loaded was read.
  public let lawRead: Day?
  /// The day whose knowledge of the law counts; nil for today's.
  public let knownOn: Day?

  /// The questions of a kind.
  public func entries(_ kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }

  /// Compares two sides.
  /// - Throws: `Rejection` where the sides answer different questions, or are the same.
  public init(_ left: Side, _ right: Side, keys: [String], law: LawBook) throws(Rejection) {
    guard Jurisdiction.level(of: left.code) == Jurisdiction.level(of: right.code) else {
      throw Rejection(
        Diagnostic(
          "other-level", at: nil, "`\(left.code)` and `\(right.code)` do not answer the same questions",
          solutions: [.init("name two states, or one jurisdiction on two days, as in `US@2015 US@2026`")]))
    }
    guard left != right else {
      throw Rejection(
        Diagnostic(
          "same-side", at: nil, "both sides are `\(left.code)` on \(left.day)",
          solutions: [.init("name another state, or another day, as in `\(left.code)@2015`")]))
    }
    self.left = left
    self.right = right
    lawRead = law.readUpTo
    knownOn = law.knownOn
    names = law.jurisdictions.mapValues(\.name)
    entries = keys.compactMap { law.codebook.questions[$0] }.map { question in
      let first = ComparedAnswer(question, law.answer(question.key, in: left.code, on: left.day))
      let second = ComparedAnswer(question, law.answer(question.key, in: right.code, on: right.day))
      return Entry(question: question, left: first, right: second, kind: Self.kind(first, second))
    }
  }

  private static func kind(_ left: ComparedAnswer, _ right: ComparedAnswer) -> Kind {
    switch (left.answer.known, right.answer.known) {
    case (let first?, let second?): first.saysTheSame(as: second) ? .same : .differs
    case (nil, nil): .unknownOnBothSides
    default: .unknownOnOneSide
    }
  }
}
