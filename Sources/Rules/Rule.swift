import Diagnostics
import Documents

/// Which of the four barriers to integrated pain management a rule stands for (Lentz et al., 2023).
public enum Barrier: String, CaseIterable, Sendable {
  /// Coverage and payment.
  case coverage
  /// Changing the organization.
  case organization
  /// The business case.
  case business
  /// Law and regulation.
  case regulation
}

/// What a gap means, the worst first.
public enum Consequence: String, CaseIterable, Comparable, Sendable {
  case unlawful, uncredentialed, unpaid
  case atRisk = "at_risk"
  case advisory

  /// The worse one is greater, so that `--fail-on unpaid` means "unpaid or worse".
  public static func < (left: Consequence, right: Consequence) -> Bool { left.gravity < right.gravity }

  /// Whether a gap can block a service line.
  public var blocks: Bool { self >= .unpaid }

  private var gravity: Int {
    switch self {
    case .advisory: 0
    case .atRisk: 1
    case .unpaid: 2
    case .uncredentialed: 3
    case .unlawful: 4
    }
  }
}

/// One question that a program must answer rightly, for every subject of one kind.
public struct Rule: Sendable {
  /// Its declared name, in kebab-case.
  public let id: String
  /// What it says, in a sentence.
  public let title: String
  /// What it is about.
  public let concern: Concern
  /// The barrier that it stands for.
  public let barrier: Barrier
  /// What a gap means.
  public let consequence: Consequence
  /// The subjects that it binds.
  public let applies: Formula
  /// The records of law for each of which it asks, and the name by which its formulas call one.
  public let each: (name: String, records: Formula)?
  /// The rule from which it excepts, where it does.
  public let exception: RuleException?
  /// What it asks; empty where it only excepts.
  public let requirements: [Requirement]
  /// The law that no fact carries.
  public let cite: [String]
  /// Where it stands.
  public let range: SourceRange
}

/// How a rule takes the place of another, in some states and for some time (S3).
public struct RuleException: Sendable {
  /// The rule that it excepts from.
  public let rule: String
  /// The requirement, where it is one alone.
  public let requirement: String?
  /// The states; empty: everywhere.
  public let states: [String]
  /// The first day; nil: always.
  public let from: Day?
  /// The first day without it; nil: for good.
  public let to: Day?
  /// The exceptions before which it goes where both hold.
  public let over: [String]
  /// Where it stands.
  public let range: SourceRange

  /// Whether it is in force in a state on a day.
  public func holds(in state: String?, on day: Day) -> Bool {
    (states.isEmpty || state.map(states.contains) ?? false) && (from.map { $0 <= day } ?? true)
      && (to.map { day < $0 } ?? true)
  }
}

/// One thing that a rule asks.
public struct Requirement: Sendable {
  /// How the alternatives join.
  public enum Join: String, Sendable {
    /// One formula without a name.
    case that
    /// One of the alternatives.
    case any
    /// All of them.
    case all
  }

  /// A formula with the name by which explanations speak of it.
  public struct Alternative: Sendable {
    /// Its name; empty for `that`.
    public let name: String
    /// The formula.
    public let formula: Formula
  }

  /// Its name within the rule.
  public let id: String
  /// A further condition, besides the rule's `applies`.
  public let when: Formula?
  /// How the alternatives join.
  public let join: Join
  /// What must hold.
  public let alternatives: [Alternative]
  /// The message when it does not.
  public let otherwise: Template
  /// The ids of the pathways that may stand in for it.
  public let pathways: [String]
  /// The lists that count as empty when a program leaves them out (`shape.field`).
  public internal(set) var emptyWhenOmitted: Set<String>
  /// Where it stands.
  public let range: SourceRange
}

/// Another way to satisfy a requirement, with law inside it.
public struct Pathway: Sendable {
  /// Its declared name, in kebab-case.
  public let id: String
  /// What it is, in a few words.
  public let title: String
  /// What it is about; a requirement that names it must have all of these variables.
  public let concern: Concern
  /// What kind of step it is.
  public let kind: String
  /// The consequences that it can cure.
  public let cures: [Consequence]
  /// Whether the program has taken it.
  public let chosen: Formula
  /// Whether law and circumstances leave it open.
  public let available: Formula
  /// What it asks in its turn.
  public let requirements: [Requirement]
  /// How long and dear it is, as an assumption.
  public let effort: Effort
  /// The law that makes it.
  public let cite: [String]
  /// Where it stands.
  public let range: SourceRange
}

/// What a pathway takes; a planning assumption, never law.
public struct Effort: Sendable {
  /// Weeks until it is in place.
  public let weeks: Int
  /// Cost in US dollars.
  public let costUSD: Int
}
