import Diagnostics

/// Something about the coded law that is worth a look.
public struct LawFinding: Sendable {
  /// What kinds there are, with what each says.
  public enum Kind: String, CaseIterable, Sendable {
    case overlappingPeriods = "overlapping-periods"
    case gappedPeriods = "gapped-periods"
    case oddValue = "odd-value"
    case oddCitation = "odd-citation"
    case missingCitation = "missing-citation"
    case sourceWithoutAddress = "source-without-address"
    case unusedSource = "unused-source"
    case oldSource = "old-source"
    case unknownValue = "unknown-value"
    case recalledAndRead = "recalled-and-read"
    case unreadQuestion = "unread-question"
    case mostlyUnknown = "mostly-unknown"

    /// What it means, in a sentence.
    public var meaning: String {
      switch self {
      case .overlappingPeriods: "Two values answer one question for the same days."
      case .gappedPeriods: "Between two values of a question there are days without one."
      case .oddValue: "A number is outside what its question can mean."
      case .oddCitation: "A citation names no section, rule, act or case that could be looked up."
      case .missingCitation: "A value names no law."
      case .sourceWithoutAddress: "A source that was read has no address."
      case .unusedSource: "No value rests on a source."
      case .oldSource: "What a value rests on is old."
      case .unknownValue: "It was looked for and could not be established."
      case .recalledAndRead: "A rule reads a value that nobody verified."
      case .unreadQuestion: "A question is asked for rules, and none reads it."
      case .mostlyUnknown: "A question is unknown in more than a third of the states."
      }
    }

    /// Whether it is a mistake in the data, rather than something to know about it.
    public var severity: Diagnostic.Severity {
      switch self {
      case .overlappingPeriods, .gappedPeriods, .oddValue, .sourceWithoutAddress, .unusedSource: .warning
      default: .note
      }
    }
  }

  /// What kind it is.
  public let kind: Kind
  /// The code of the jurisdiction; nil for what concerns a question everywhere.
  public let jurisdiction: String?
  /// The question, where it concerns one.
  public let key: String?
  /// What is the matter, in a line.
  public let message: String
  /// Where it is.
  public let range: SourceRange?
}
