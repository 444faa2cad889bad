import Circuits
import Diagnostics
import Documents
import Law
import Programs
import Rules

/// A fact on which a conclusion rests.
public struct Reason: Hashable, Sendable {
  /// Whether law or the program says it.
  public let isLaw: Bool
  /// Whose fact it is: a part of the program or a jurisdiction.
  public let subject: String
  /// What is said of it.
  public let field: String
  /// The value, in words.
  public let value: String
  /// Whether there is a value; false where it is unknown.
  public let isStated: Bool
  /// The law's citation; nil for the program's facts.
  public let cite: String?
  /// How well the law was verified; nil for the program's facts.
  public let basis: Basis?
  /// The source, for law.
  public let source: Source?
  /// What must be read with the value.
  public let note: String?
  /// Where it stands.
  public let range: SourceRange?
}

/// A question whose answer would settle a finding.
public struct OpenQuestion: Hashable, Sendable {
  /// The question, in words.
  public let text: String
  /// Whose fact is asked for.
  public let subject: String
  /// The field or key that is open.
  public let field: String
  /// Whether it is law that is not known.
  public let isLaw: Bool
  /// Where the answer would stand.
  public let range: SourceRange?
}

/// Whether a pathway could close a gap.
public struct RouteFinding: Hashable, Sendable {
  /// How it stands.
  public enum State: String, Hashable, Sendable {
    /// Law and circumstances leave it open.
    case open
    /// It may be open; something is not known.
    case maybe
    /// It is closed.
    case closed
    /// The program has taken it, and it fails or is not known to succeed.
    case failing
    /// The program has taken it, and it succeeds.
    case taken
  }

  /// The pathway's id.
  public let pathway: String
  /// What it is.
  public let title: String
  /// How it stands.
  public let state: State
  /// How many weeks it takes; a planning assumption.
  public let weeks: Int
  /// What it still needs, or what closes it.
  public let details: [String]
  /// The facts that close it.
  public let reasons: [Reason]
  /// Its law.
  public let cite: [String]
}

/// The answer to one requirement for one subject.
public struct Finding: Sendable {
  /// A stretch of days with one outcome.
  public struct Run: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// The first day after it.
    public let to: Day
    /// The outcome on those days.
    public let outcome: Outcome
  }

  /// A stable name: rule, requirement and subject.
  public let id: String
  /// The rule's id.
  public let rule: String
  /// The requirement's id.
  public let requirement: String
  /// What the rule says.
  public let title: String
  /// The subject.
  public let subject: Subject
  /// What a gap means.
  public let consequence: Consequence
  /// The barrier that the rule stands for.
  public let barrier: Barrier
  /// The outcome on the worst day.
  public let outcome: Outcome
  /// The message: of a gap what is missing, otherwise the rule's title.
  public let message: String
  /// The named alternative that holds, where one does.
  public let alternative: String?
  /// The facts that decide it.
  public let reasons: [Reason]
  /// The pathways that could stand in.
  public let routes: [RouteFinding]
  /// What would settle it, where it is unknown.
  public let questions: [OpenQuestion]
  /// What would settle it alone: each read with the share of its values that do.
  public let shares: [SettlingShare]
  /// What whoever fills an open position must hold for it to be no gap.
  public let conditionsOfHire: [HireCondition]
  /// The law that no fact carries.
  public let cite: [String]
  /// The outcomes over the period.
  public let runs: [Run]

  /// Whether it asks for something to be done: a gap, or what is unknown or unverified.
  public var needsAttention: Bool { outcome.gravity >= Outcome.unverified.gravity }
}
