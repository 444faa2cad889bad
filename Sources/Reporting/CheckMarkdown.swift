import Checking
import Circuits
import Diagnostics
import Law
import Programs
import Rules

/// A check as Markdown, for filing: the table of verdicts, then each finding with its law.
public struct CheckMarkdown {
  private let check: Check
  private let explainsAll: Bool
  private let isGrouped: Bool

  /// The page of a check; with `explainsAll`, of what is met too; grouped, by the barriers.
  public init(_ check: Check, explainsAll: Bool = false, isGrouped: Bool = false) {
    self.check = check
    self.explainsAll = explainsAll
    self.isGrouped = isGrouped
  }

  /// The whole page.
  public var text: String {
    var page = MarkdownForm()
    page.heading(1, check.program.name)
    page.paragraph(check.facts.joined(separator: " · "))
    let table = VerdictTable(check, style: Style()).cells
    if let head = table.first { page.table(head, table.dropFirst().map { $0.map { .text($0) } }) }
    let shown = check.findings.filter { $0.needsAttention || explainsAll && $0.outcome != .notApplicable }
    if isGrouped { addGroups(shown, to: &page) } else { addOutcomes(shown, to: &page) }
    if !check.accepted.isEmpty {
      page.heading(2, "Accepted, and not counted")
      page.table(AcceptedFinding.columns, check.accepted.map { $0.row.map { .text($0) } })
    }
    addConditions(to: &page)
    if !check.unanswered.isEmpty {
      page.heading(2, "No rule answers")
      page.list(check.unanswered)
    }
    if !check.questions.isEmpty {
      page.heading(2, "Ask next")
      page.table(
        ["Question", "Findings"], check.questions.map { [.text($0.question.text), .text(String($0.findings))] })
    }
    page.paragraph(check.counts.sentence)
    page.paragraph(Footer.text)
    return page.text
  }

  // MARK: Sections

  private func addGroups(_ findings: [Finding], to page: inout MarkdownForm) {
    for barrier in Barrier.allCases {
      page.heading(2, barrier.title)
      page.paragraph(barrier.meaning)
      let own = findings.filter { $0.barrier == barrier }
      if own.isEmpty { page.paragraph("Nothing stands out here.") }
      for finding in own { add(finding, to: &page) }
    }
  }

  private func addOutcomes(_ findings: [Finding], to page: inout MarkdownForm) {
    for section in OutcomeSection.allCases {
      let own = section.findings(findings)
      guard !own.isEmpty else { continue }
      page.heading(2, section.rawValue)
      for finding in own { add(finding, to: &page) }
    }
  }

  private func addConditions(to page: inout MarkdownForm) {
    let conditions = check.conditionsOfHire
    guard !conditions.isEmpty else { return }
    page.heading(2, "Conditions of hire")
    page.table(
      ["Position", "Condition", "Findings"],
      conditions.map {
        [.text($0.condition.position), .text($0.condition.text), .text($0.findings.joined(separator: "; "))]
      })
  }

  // MARK: Findings

  private func add(_ finding: Finding, to page: inout MarkdownForm) {
    page.heading(3, "\(finding.headline): \(finding.name)")
    page.paragraph(finding.message)
    page.list(finding.points)
  }
}
