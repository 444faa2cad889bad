import Checking
import Diagnostics
import Documents
import Programs
import Rules

/// What a code host shows beside a line of a program file: a gap, or a doubt, which is no pass either.
struct CheckAnnotation {
  /// How loudly it is shown.
  enum Level: String {
    case error, warning, note

    /// A gap by its consequence.
    init(_ consequence: Consequence) {
      switch consequence {
      case .unlawful, .uncredentialed, .unpaid: self = .error
      case .atRisk: self = .warning
      case .advisory: self = .note
      }
    }
  }

  /// A name that stays the same as long as it is about the same thing.
  let id: String
  /// The rule and requirement.
  let rule: String
  /// How loudly it is shown.
  let level: Level
  /// What it is, in a word or two: of a gap its consequence.
  let headline: String
  /// What is missing or not known.
  let message: String
  /// Of whom, why, and what would help, a line each.
  let details: [String]
  /// Where the subject stands in the program file.
  let range: SourceRange

  /// A finding. A doubt is no error, and never shown more loudly than the gap that it may turn out to be.
  init(_ finding: Finding) {
    id = finding.id
    rule = finding.name
    let gap = Level(finding.consequence)
    level = finding.outcome != .gap && gap == .error ? .warning : gap
    headline = finding.headline
    message = finding.message
    details = finding.points.map(\.text)
    range = finding.subject.range
  }

  /// A line that no rule answers for, which may be as bad as anything.
  init(_ unanswered: Unanswered) {
    id = "\(Self.unanswered):\(unanswered.text)"
    rule = Self.unanswered
    level = .warning
    headline = "NO RULE ANSWERS"
    message = unanswered.text
    details = []
    range = unanswered.range
  }

  /// The name that stands in the place of a rule's where there is none.
  static let unanswered = "no-rule-answers"

  /// All that asks for attention in a check, and what its open positions must bring.
  static func all(of check: Check) -> [CheckAnnotation] {
    check.findings.filter { $0.needsAttention || $0.outcome == .conditional }.map(CheckAnnotation.init)
      + check.unansweredPlaces.map(CheckAnnotation.init)
  }

  /// The message and the details, a line each.
  var text: String { ([message] + details).joined(separator: "\n") }
}

/// What no rule answers of a service line.
struct Unanswered: Hashable {
  /// The line, and what is not answered.
  let text: String
  /// Where the line stands.
  let range: SourceRange
}

extension Check {
  /// What no rule answers, each sentence once, with the places of the lines.
  var unansweredPlaces: [Unanswered] {
    var seen: Set<Unanswered> = []
    return cells.flatMap { cell in
      let line = program[cell.encounter.line]
      return cell.unanswered.map { Unanswered(text: "\(line.label): \($0)", range: line.range) }
    }.filter { seen.insert($0).inserted }
  }
}

extension Finding {
  /// Rule and requirement, as reports name a finding.
  var name: String { "\(rule).\(requirement)" }

  /// Whether a report that lists what holds as well would list it.
  var applies: Bool { outcome != .notApplicable }
}
