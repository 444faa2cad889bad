import Checking
import Diagnostics
import Documents
import Law
import Programs
import Rules

/// A check as one page that needs nothing besides itself: the table of verdicts, then each finding with its law. It
/// is written to be printed, read aloud and read in the dark; nothing is said by colour alone.
public struct CheckHTML {
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
    let shown = check.findings.filter { $0.needsAttention || explainsAll && $0.applies }
    let header = SafeHTML.element(
      .header, [],
      [.element(.h1, [], [.text(check.program.name)]), paragraph(check.facts.joined(separator: " · "))])
    let sections =
      [verdicts] + (isGrouped ? groups(shown) : outcomes(shown)) + [accepted, conditions, unanswered, questions]
    return SafeHTML.page(
      "\(check.program.name) (\(check.options.days))", Self.sheet,
      [
        header, .element(.main, [], sections.compactMap { $0 }),
        .element(.footer, [], [paragraph(check.counts.sentence), paragraph(Footer.text)]),
      ])
  }

  // MARK: Sections

  private var verdicts: SafeHTML? {
    let cells = VerdictTable(check, style: Style()).cells
    guard let head = cells.first else { return nil }
    return section(
      "Verdicts", [table("Each service line, before the law and each payer", head, Array(cells.dropFirst()))])
  }

  private func outcomes(_ findings: [Finding]) -> [SafeHTML] {
    OutcomeSection.allCases.compactMap { outcome in
      let own = outcome.findings(findings)
      return own.isEmpty ? nil : section(outcome.rawValue, own.map(article))
    }
  }

  private func groups(_ findings: [Finding]) -> [SafeHTML] {
    Barrier.allCases.map { barrier in
      let own = findings.filter { $0.barrier == barrier }
      let none = own.isEmpty ? [paragraph("Nothing stands out here.")] : []
      return section(barrier.title, [paragraph(barrier.meaning)] + none + own.map(article))
    }
  }

  private var accepted: SafeHTML? {
    let rows = check.accepted.map(\.row)
    guard !rows.isEmpty else { return nil }
    return section("Accepted, and not counted", [table("Findings of the baseline", AcceptedFinding.columns, rows)])
  }

  private var conditions: SafeHTML? {
    let rows = check.conditionsOfHire.map { condition, findings in
      [condition.position, condition.text, findings.joined(separator: "; ")]
    }
    guard !rows.isEmpty else { return nil }
    let caption = "What whoever fills an open position must hold"
    return section("Conditions of hire", [table(caption, ["Position", "Condition", "Findings"], rows)])
  }

  private var unanswered: SafeHTML? {
    let lines = check.unanswered
    return lines.isEmpty ? nil : section("No rule answers", [list(lines.map { .text($0) })])
  }

  private var questions: SafeHTML? {
    let rows = check.questions.map { [$0.question.text, String($0.findings)] }
    guard !rows.isEmpty else { return nil }
    return section("Ask next", [table("The questions that would settle most", ["Question", "Findings"], rows)])
  }

  // MARK: Findings

  private func article(_ finding: Finding) -> SafeHTML {
    let points = finding.points.map { point -> SafeHTML in
      guard let address = point.address.flatMap(WebAddress.init) else { return .text(point.text) }
      return .all([.text(point.text), .text(" "), .element(.a, [.link(address)], [.text("source")])])
    }
    return .element(
      .section, [.plain(.class, "finding \(CheckJSON.outcome(finding.outcome))")],
      [
        .element(.h3, [], [.text("\(finding.headline): \(finding.name)")]), paragraph(finding.message), list(points),
      ])
  }

  // MARK: Elements

  private func section(_ title: String, _ content: [SafeHTML]) -> SafeHTML {
    .element(.section, [], [.element(.h2, [], [.text(title)])] + content)
  }

  private func paragraph(_ text: String) -> SafeHTML { .element(.p, [], [.text(text)]) }

  private func list(_ items: [SafeHTML]) -> SafeHTML { .element(.ul, [], items.map { .element(.li, [], [$0]) }) }

  /// A table whose first column names the rows.
  private func table(_ caption: String, _ head: [String], _ rows: [[String]]) -> SafeHTML {
    let columns = head.map { SafeHTML.element(.th, [.plain(.scope, "col")], [.text($0)]) }
    let lines = rows.map { row in
      let cells = row.enumerated().map { index, text -> SafeHTML in
        index == 0
          ? .element(.th, [.plain(.scope, "row")], [.text(text)]) : .element(.td, [], [.text(text)])
      }
      return SafeHTML.element(.tr, [], cells)
    }
    return .element(
      .table, [],
      [
        .element(.caption, [], [.text(caption)]), .element(.thead, [], [.element(.tr, [], columns)]),
        .element(.tbody, [], lines),
      ])
  }

  private static let sheet: StaticString = """
    :root{color-scheme:light dark;--text:#1a1a1a;--page:#fff;--line:#767676;--faint:#4a4a4a;--link:#0b4f9e;\
    --gap:#a61b1b;--doubt:#8a5a00}
    @media (prefers-color-scheme:dark){:root{--text:#e8e8e8;--page:#161616;--line:#8c8c8c;--faint:#b8b8b8;\
    --link:#8ab8f0;--gap:#ff8a80;--doubt:#f0c060}}
    body{margin:0 auto;max-width:62rem;padding:1.5rem;font:16px/1.45 Helvetica,Arial,"DejaVu Sans",sans-serif;\
    color:var(--text);background:var(--page)}
    h1{font-size:1.5rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:0 0 .3rem}
    p{margin:.3rem 0}ul{margin:.3rem 0;padding-left:1.2rem}li{overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;color:var(--faint);padding:.3rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line)}
    thead th{border-top:0;border-bottom:2px solid var(--text)}tbody th{font-weight:normal}
    .finding{margin:0 0 1rem;padding:.2rem 0 .2rem .8rem;border-left:4px solid var(--line)}
    .gap{border-left-color:var(--gap)}.unknown,.unverified,.conditional{border-left-color:var(--doubt);\
    border-left-style:dashed}
    a{color:var(--link)}footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--line);font-size:.9rem}
    @media print{:root{--text:#000;--page:#fff;--faint:#333;--line:#666;--link:#000;--gap:#000;--doubt:#000}\
    body{max-width:none;padding:0;font-size:11pt}.finding,tr{break-inside:avoid}h2,h3{break-after:avoid}\
    a::after{content:" <" attr(href) ">";overflow-wrap:anywhere}}
    """
}
