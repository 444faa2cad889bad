import Checking
import Circuits
import Documents
import Law
import Programs
import Rules

/// A check as a person reads it in a terminal.
public struct CheckText: Sendable {
  private let check: Check
  private let style: Style
  private let explainsAll: Bool
  private let isGrouped: Bool
  private let isBrief: Bool

  /// A report in a style; with `explainsAll`, of what is met and what does not apply too; grouped, by the barriers;
  /// brief, without the reasons of the findings.
  public init(
    _ check: Check, style: Style, explainsAll: Bool = false, isGrouped: Bool = false, isBrief: Bool = false
  ) {
    self.check = check
    self.style = style
    self.explainsAll = explainsAll
    self.isGrouped = isGrouped
    self.isBrief = isBrief
  }

  /// The whole report.
  public var text: String {
    let shown = check.findings.filter { finding in
      explainsAll ? finding.outcome != .notApplicable : finding.needsAttention && !finding.isLesserDoubt
    }
    var blocks = [header.joined(separator: "\n"), VerdictTable(check, style: style).lines.joined(separator: "\n")]
    blocks += isGrouped ? Barrier.allCases.flatMap { group($0, shown) } : texts(shown)
    if explainsAll { blocks.append(notApplicable.joined(separator: "\n")) }
    blocks += [accepted, lesserDoubts, conditions, unanswered, questions].filter { !$0.isEmpty }.map {
      $0.joined(separator: "\n")
    }
    blocks.append(summary.joined(separator: "\n"))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The head, the table of verdicts and the counts, without the findings.
  public var verdicts: String {
    let table = VerdictTable(check, style: style).lines
    return [header, table, [check.counts.sentence]].map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: Findings

  private func texts(_ findings: [Finding]) -> [String] {
    let text = FindingText(check.options, style: style)
    let isBrief = isBrief
    return findings.mapInParallel { (isBrief ? text.briefLines($0) : text.lines($0)).joined(separator: "\n") }
  }

  private func group(_ barrier: Barrier, _ findings: [Finding]) -> [String] {
    let own = findings.filter { $0.barrier == barrier }
    let head = [style.paint(barrier.title, .bold)] + style.wrapped(barrier.meaning, indent: 0)
    let none = own.isEmpty ? ["Nothing stands out here."] : []
    return [(head + none).joined(separator: "\n")] + texts(own)
  }

  // MARK: Parts

  /// What is not known and blocks nothing, a line each.
  private var lesserDoubts: [String] {
    let findings = explainsAll ? [] : check.findings.filter(\.isLesserDoubt)
    guard !findings.isEmpty else { return [] }
    let names = Dictionary(grouping: findings) { "\($0.rule).\($0.requirement)" }
    return [style.paint("Not settled, and blocking nothing", .bold) + " (more with --explain)"]
      + names.sorted { $0.key < $1.key }.flatMap { name, findings -> [String] in
        let word = findings[0].consequence.title.lowercased()
        let others = findings.count > 1 ? " and \(findings.count - 1) more" : ""
        return style.wrapped("\(name), \(word): \(findings[0].subject.id)\(others)", indent: 4, lead: "  ")
      }
  }

  private var header: [String] {
    return [style.paint(style.plain(check.program.name), .bold)]
      + style.wrapped(check.facts.joined(separator: " · "), indent: 0)
  }

  /// What does not apply, by requirement: a line on each subject would bury the rest.
  private var notApplicable: [String] {
    let findings = check.findings.filter { $0.outcome == .notApplicable }
    let names = Dictionary(grouping: findings) { "\($0.rule).\($0.requirement)" }
    guard !names.isEmpty else { return [] }
    return [style.paint("Does not apply", .bold)]
      + names.sorted { $0.key < $1.key }.flatMap { name, findings in
        style.wrapped("\(name): \(findings.map(\.subject.id).joined(separator: ", "))", indent: 4, lead: "  ")
      }
  }

  /// What a baseline sets aside, a line each.
  private var accepted: [String] {
    guard !check.accepted.isEmpty else { return [] }
    return [style.paint("Accepted, and not counted", .bold)]
      + check.accepted.flatMap { style.wrapped("\($0.finding.id), \($0.word)", indent: 4, lead: "  ") }
  }

  private var conditions: [String] {
    let conditions = check.conditionsOfHire.map(\.condition)
    guard !conditions.isEmpty else { return [] }
    return [style.paint("Conditions of hire", .bold)]
      + conditions.flatMap { style.wrapped("\($0.position): \($0.text)", indent: 4, lead: "  ") }
  }

  private var unanswered: [String] {
    let lines = check.unanswered
    guard !lines.isEmpty else { return [] }
    return [style.paint("No rule answers", .bold)] + lines.flatMap { style.wrapped($0, indent: 4, lead: "  ") }
  }

  private var questions: [String] {
    let ranked = check.questions.prefix(5)
    guard !ranked.isEmpty else { return [] }
    let more =
      check.questions.count > ranked.count ? " (\(check.questions.count - ranked.count) more with --format json)" : ""
    return [style.paint("Ask next", .bold) + more]
      + ranked.flatMap { ranked -> [String] in
        let count = ranked.findings == 1 ? "1 finding" : "\(ranked.findings) findings"
        return style.wrapped("\(ranked.question.text) Bears on \(count).", indent: 4, lead: "  ")
      }
  }

  private var summary: [String] {
    let line = check.counts.sentence
    return [line] + style.wrapped(Footer.text, indent: 0)
  }
}

extension Finding {
  /// Whether it is only not known or not verified, and could not block a line anyway.
  fileprivate var isLesserDoubt: Bool { outcome != .gap && needsAttention && !consequence.blocks }
}
