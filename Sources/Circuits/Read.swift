import Diagnostics
import Law
import Programs

/// The number of a read within its circuit.
public struct ReadID: Hashable, Comparable, Sendable {
  let index: Int

  /// Earlier read.
  public static func < (left: ReadID, right: ReadID) -> Bool { left.index < right.index }
}

/// One fact that a conclusion may hang on: a value that the program states or leaves open, or an answer of law.
public struct Read: Sendable {
  /// Where a read comes from.
  public enum Origin: Hashable, Sendable {
    /// A field of a part of the program; the path goes on through parts that are not stated.
    case program(EntityID, field: String)
    /// Whether a list of the program may have more elements than it states.
    case remainder(EntityID, field: String)
    /// The answer of a jurisdiction to a question on a day; `choice` counts exceptions and contests, 0 is the value.
    case law(jurisdiction: String, key: String, day: Int, choice: Int)
    /// Law that can't be looked up because it is not known which.
    case unknownLaw(key: String, because: String)
    /// What rules can't compute yet.
    case unsettled(String)
    /// Which of two disagreeing texts is right.
    case contest(jurisdiction: String, key: String, day: Int)
  }

  /// Where it comes from; unique within a circuit.
  public let origin: Origin
  /// What it is about, such as `np1`.
  public let subject: String
  /// What is read, such as `practice_hours` or `np.physician_agreement`.
  public let field: String
  /// The values that it can have.
  public let domain: Domain
  /// The value, or `unknown`.
  public let value: ReadValue
  /// Where the program states it, or the part that leaves it open.
  public let range: SourceRange?
  /// The law's answer, for reads of law.
  public let answer: Answer?
  /// The value in words, where `value` alone does not say it.
  public let words: String?

  /// Whether the value rests on law that nobody checked against a text.
  public var isRecalled: Bool {
    guard let source = answer?.known?.source else { return false }
    return !source.basis.isVerified
  }

  /// The value in a lane: in the lane of verified facts a recalled one is unknown.
  public func value(in lane: Lane) -> ReadValue { lane == .verified && isRecalled ? .unknown : value }
}

/// Which facts count.
public enum Lane: Hashable, Sendable, CaseIterable {
  /// All facts, whatever their basis.
  case all
  /// Facts whose basis is primary or secondary.
  case verified
}

/// The values that a read can have.
public enum Domain: Hashable, Sendable {
  case bool
  case words([String])
  case integers(ClosedRange<Int>)
  /// Anything; completions can't be listed.
  case open
}

/// The value of a read.
public enum ReadValue: Hashable, Sendable {
  case unknown
  case bool(Bool)
  case word(String)
  /// A number or day of which only bounds may be known.
  case within(ClosedRange<Int>)
  /// The `none` of a cap: above every number.
  case unlimited
}
