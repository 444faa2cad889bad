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
    let sections: [(title: String, holds: (Outcome) -> Bool)] = [
      ("Gaps", { $0 == .gap }), ("Unknown", { $0 == .unknown }), ("Unverified", { $0 == .unverified }),
      ("Conditional", { $0 == .conditional }), ("Met", { $0.isMet }),
    ]
    for section in sections {
      let own = findings.filter { section.holds($0.outcome) }
      guard !own.isEmpty else { continue }
      page.heading(2, section.title)
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
    page.heading(3, "\(finding.headline): \(finding.rule).\(finding.requirement)")
    page.paragraph(finding.message)
    var items: [(text: String, address: String?)] = [
      ("Subject: \(finding.subject.id) (\(finding.subject.range.place))", nil)
    ]
    if finding.runs.count > 1 {
      let runs = finding.runs.map { "\($0.outcome.word.spaced) \($0.from) to \($0.to.adding(days: -1))" }
      items.append(("When: \(runs.joined(separator: ", "))", nil))
    }
    if let alternative = finding.alternative { items.append(("Since: \(alternative)", nil)) }
    items += finding.reasons.map { ("Because: \(Self.sentence($0))", $0.source?.url) }
    items += finding.routes.map { ("Pathway: \(Self.sentence($0))", nil) }
    items += finding.questions.map { ("Ask: \($0.text)", nil) }
    items += finding.conditionsOfHire.map { ("If hired: \($0.position) with \($0.text)", nil) }
    if !finding.cite.isEmpty { items.append(("Law: \(finding.cite.joined(separator: "; "))", nil)) }
    page.list(items)
  }

  private static func sentence(_ reason: Reason) -> String {
    guard let cite = reason.cite else { return FindingText.sentence(reason) }
    let provenance = reason.source.map { " (\($0.provenance))" } ?? ""
    let note = reason.note.map { ". \($0)" } ?? ""
    return "\(FindingText.sentence(reason)): \(cite)\(provenance)\(note)"
  }

  private static func sentence(_ route: RouteFinding) -> String {
    let law = route.cite.isEmpty ? "" : " (\(route.cite.joined(separator: "; ")))"
    let weeks = route.state == .open || route.state == .maybe ? ", about \(route.weeks) weeks" : ""
    let details = route.details + route.reasons.map(FindingText.sentence)
    let rest = details.isEmpty ? "" : ": \(details.joined(separator: "; "))"
    return "\(route.pathway), \(route.state.verb): \(route.title)\(law)\(weeks)\(rest)"
  }
}

extension Outcome {
  /// Whether it holds, by a pathway or without.
  var isMet: Bool {
    switch self {
    case .met, .metBy: true
    case .notApplicable, .conditional, .unverified, .unknown, .gap: false
    }
  }
}

extension Finding {
  /// What it is, in a word or two: of a gap its consequence.
  var headline: String {
    switch outcome {
    case .gap: consequence.title
    case .unknown: "UNKNOWN, \(consequence.title.lowercased()) if not so"
    case .unverified: "UNVERIFIED"
    case .conditional: "CONDITIONAL"
    case .met, .metBy: "MET"
    case .notApplicable: "DOES NOT APPLY"
    }
  }
}
