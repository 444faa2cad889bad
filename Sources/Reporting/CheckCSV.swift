import Checking
import Circuits
import Diagnostics
import Documents
import Law
import Rules

/// A check as a table: a row for each finding with its law, and one for each line that no rule answers for. Where
/// several facts of law decide a finding, their columns hold as many values in the same order, with `; ` between.
public struct CheckCSV {
  private let check: Check
  private let isRaw: Bool

  static let columns = [
    "finding", "rule", "requirement", "outcome", "pathway", "consequence", "barrier", "concerns", "subject", "message",
    "file", "line", "column", "law", "value", "citation", "basis", "source_title", "source_url", "source_read",
    "source_as_of", "rule_citation", "program_facts", "questions",
    "accepted_reason", "accepted_owner", "accepted_until",
  ]

  /// The table of a check; `isRaw` leaves out the apostrophe before what spreadsheets take for formulas.
  public init(_ check: Check, isRaw: Bool = false) {
    self.check = check
    self.isRaw = isRaw
  }

  /// The whole table.
  public var text: String {
    var table = CSVForm(columns: Self.columns, isRaw: isRaw)
    for finding in check.findings { table.add(Self.fields(finding) + [nil, nil, nil]) }
    for each in check.accepted {
      table.add(Self.fields(each.finding) + [each.entry.reason, each.entry.owner, each.entry.until.description])
    }
    for unanswered in check.unansweredPlaces { table.add(Self.fields(unanswered)) }
    return table.text
  }

  private static func fields(_ finding: Finding) -> [String?] {
    let law = finding.reasons.filter(\.isLaw)
    let facts = finding.reasons.filter { !$0.isLaw }.map(FindingText.sentence)
    func joined(_ part: (Reason) -> String?) -> String { law.map { part($0) ?? "" }.joined(separator: "; ") }
    var pathway: String?
    if case .metBy(let id) = finding.outcome { pathway = id }
    return [
      finding.id, finding.rule, finding.requirement, CheckJSON.outcome(finding.outcome), pathway,
      finding.consequence.rawValue, finding.barrier.rawValue, finding.subject.concern.rawValue, finding.subject.id,
      finding.message,
    ] + place(finding.subject.range) + [
      joined { "\($0.subject) \($0.field)" }, joined(\.value), joined(\.cite), joined { $0.basis?.rawValue },
      joined { $0.source?.title }, joined { $0.source?.url.flatMap(WebAddress.init)?.text },
      joined { $0.source?.read?.description }, joined { $0.source?.asOf?.description },
      finding.cite.joined(separator: "; "), facts.joined(separator: "; "),
      finding.questions.map(\.text).joined(separator: "; "),
    ]
  }

  private static func fields(_ unanswered: Unanswered) -> [String?] {
    let head: [String?] = [
      nil, CheckAnnotation.unanswered, nil, "unanswered", nil, nil, nil, nil, nil, unanswered.text,
    ]
    let fields = head + place(unanswered.range)
    return fields + Array(repeating: nil, count: columns.count - fields.count)
  }

  private static func place(_ range: SourceRange) -> [String?] {
    [range.source.name, String(range.start.line), String(range.start.column)]
  }
}
