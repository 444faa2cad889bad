import Diagnostics
import Documents

/// How well a source establishes what a fact says.
public enum Basis: String, CaseIterable, Hashable, Sendable {
  /// The statute, rule or agency manual itself was read.
  case primary
  /// A compilation or article was read.
  case secondary
  /// General knowledge, not checked against a text.
  case recalled

  /// Whether a favourable conclusion may rest on it.
  public var isVerified: Bool { self != .recalled }
}

/// Where a fact was found.
public struct Source: Hashable, Sendable {
  /// Its name within the file.
  public let id: String
  /// What it is called.
  public let title: String
  /// Its address, where something was read.
  public let url: String?
  /// The day on which it was read.
  public let read: Day?
  /// The date that the source itself carries, or the day of coding for what was recalled.
  public let asOf: PartialDate?
  /// How well it establishes the fact.
  public let basis: Basis
  /// Where it stands, where it was read from a file.
  public let range: SourceRange?

  /// A source from its parts.
  public init(
    id: String, title: String, url: String?, read: Day?, asOf: PartialDate?, basis: Basis, range: SourceRange? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.read = read
    self.asOf = asOf
    self.basis = basis
    self.range = range
  }

  /// The day up to which it attests what it says: the last possible day of its own date, but none after it was read;
  /// else the day it was read.
  public var attests: Day? {
    guard let own = asOf?.latest else { return read }
    return read.map { min(own, $0) } ?? own
  }

  /// "primary, read 2026-11-24".
  public var provenance: String {
    if let read { return "\(basis.rawValue), read \(read)" }
    if let asOf { return "\(basis.rawValue), as of \(asOf)" }
    return basis.rawValue
  }
}

/// Whether a value is the law or only on its way to it.
public enum Status: String, CaseIterable, Hashable, Sendable {
  case inForce = "in_force"
  case enacted, paused, unfunded, refused
}

/// An answer of one jurisdiction to one question, over a span of time.
public struct DatedValue: Hashable, Sendable {
  /// Another value where a condition holds.
  public struct Exception: Hashable, Sendable {
    /// When it holds.
    public let when: Condition
    /// The value there.
    public let value: FactValue
    /// The law that says so.
    public let cite: String?
  }

  /// What a disagreeing text says.
  public struct Contest: Hashable, Sendable {
    /// The other value.
    public let value: FactValue
    /// The text that gives it.
    public let cite: String
  }

  /// The question that it answers.
  public let key: String
  /// The jurisdiction whose answer it is.
  public let jurisdiction: String
  /// The answer.
  public let value: FactValue
  /// The first day; nil when not established.
  public let from: PartialDate?
  /// The first day on which it no longer holds; nil while it holds.
  public let to: PartialDate?
  /// The law, in the usual legal short form.
  public let cite: String?
  /// Where it was found.
  public let source: Source
  /// Conditions and disagreements, in plain words.
  public let note: String?
  /// Whether it is in force.
  public let status: Status
  /// When a retroactive value became known.
  public let decided: Day?
  /// A text that disagrees.
  public let contested: Contest?
  /// Other values where conditions hold; the first that holds counts.
  public let exceptions: [Exception]
  /// Where it stands in the file.
  public let range: SourceRange

  /// "N.C. Gen. Stat. § 90-18.2 (primary, read 2026-11-24)".
  public var citation: String { "\(cite ?? source.title) (\(source.provenance))" }
}
