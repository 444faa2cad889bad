import Documents
import Law

/// The answer of one jurisdiction to one question on the day of a comparison.
public struct ComparedAnswer: Sendable {
  /// What can be said of an answer.
  public enum Reading: Sendable {
    /// It is known.
    case known(DatedValue)
    /// It is coded, and can't be used without its note.
    case vague(DatedValue)
    /// It is not known.
    case unknown(Answer.Doubt)
  }

  /// The question.
  public let question: Question
  /// The answer.
  public let answer: Answer
  /// The answer as far as it goes.
  public let reading: Reading

  /// Reads an answer.
  public init(_ question: Question, _ answer: Answer) {
    self.question = question
    self.answer = answer
    if let known = answer.known {
      reading = .known(known)
    } else if answer.doubt == .vague, let value = answer.candidates.last {
      reading = .vague(value)
    } else {
      reading = .unknown(answer.doubt ?? .notCoded)
    }
  }

  /// The coded value, known or vague.
  public var coded: DatedValue? {
    switch reading {
    case .known(let value), .vague(let value): value
    case .unknown: nil
    }
  }

  /// The notes of what is coded, known or not.
  public var notes: [String] { (coded.map { [$0] } ?? answer.candidates).compactMap(\.note) }
}

extension DatedValue {
  /// Whether two values, of one jurisdiction or of two, say the same: values, exceptions and contests.
  public func saysTheSame(as other: DatedValue) -> Bool {
    value == other.value && contested?.value == other.contested?.value
      && exceptions.map(\.when) == other.exceptions.map(\.when)
      && exceptions.map(\.value) == other.exceptions.map(\.value)
  }
}
