import Checking
import Rules

/// Why a question is asked: the findings that hang on it, and the law that asks.
public struct WhyAskedText: Sendable {
  private let findings: [Finding]
  private let law: [Reason]
  private let style: Style
  private let limit: Int

  /// The findings behind a question, the worst first, with the law that the first of them reads; up to `limit` of each.
  public init(_ findings: [Finding], law: [Reason], style: Style, limit: Int) {
    self.findings = findings
    self.law = law
    self.style = style
    self.limit = limit
  }

  /// A paragraph for each finding, then the law.
  public var text: String {
    var lines = findings.prefix(limit).flatMap { finding in
      style.wrapped(
        "\(finding.rule).\(finding.requirement): \(finding.title) (\(finding.consequence.title.lowercased()) if not)",
        indent: 4, lead: "  ") + style.wrapped("of \(finding.subject.id)", indent: 4)
    }
    if findings.count > limit { lines.append("  and \(findings.count - limit) more findings") }
    for cite in findings.first?.cite ?? [] { lines += style.wrapped("law: \(cite)", indent: 4, lead: "  ") }
    for reason in law.prefix(limit) {
      lines += style.wrapped("law: \(FindingText.sentence(reason))\(provenance(reason))", indent: 4, lead: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func provenance(_ reason: Reason) -> String {
    guard let cite = reason.cite else { return "" }
    return ", \(cite)" + (reason.source.map { " (\($0.provenance))" } ?? "")
  }
}
