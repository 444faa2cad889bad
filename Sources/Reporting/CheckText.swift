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

  /// A report in a style; with `explainsAll`, of what is met and what does not apply too.
  public init(_ check: Check, style: Style, explainsAll: Bool = false) {
    self.check = check
    self.style = style
    self.explainsAll = explainsAll
  }

  /// The whole report.
  public var text: String {
    let findings = FindingText(check, style: style)
    let shown = check.findings.filter { $0.needsAttention || explainsAll && $0.outcome != .notApplicable }
    var blocks = [header.joined(separator: "\n"), VerdictTable(check, style: style).lines.joined(separator: "\n")]
    blocks += shown.map { findings.lines($0).joined(separator: "\n") }
    if explainsAll { blocks.append(notApplicable.joined(separator: "\n")) }
    blocks += [unanswered, questions].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    blocks.append(summary.joined(separator: "\n"))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: Parts

  private var header: [String] {
    let options = check.options
    let days = options.from == options.to ? "\(options.from)" : "\(options.from) to \(options.to)"
    let trust = options.trustsRecalled ? "recalled facts trusted" : "recalled facts not trusted"
    let read = check.lawRead.map { "law read up to \($0)" }
    let facts = [days, check.program.placesInWords, read, trust].compactMap { $0 }
    return [style.paint(style.plain(check.program.name), .bold)]
      + style.wrapped(facts.joined(separator: " · "), indent: 0)
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

  private var unanswered: [String] {
    var lines: [String] = []
    for cell in check.cells {
      for sentence in cell.unanswered {
        let line = "\(check.program[cell.encounter.line].label): \(sentence)"
        if !lines.contains(line) { lines.append(line) }
      }
    }
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
    let counts = check.counts
    let words = [
      (counts.gaps, "gap", "gaps"), (counts.unknown, "unknown", "unknown"),
      (counts.unverified, "unverified", "unverified"), (counts.met, "met", "met"),
      (counts.notApplicable, "does not apply", "do not apply"),
    ]
    let line = words.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    return [line.isEmpty ? "No rule concerns this program." : line + "."] + style.wrapped(Footer.text, indent: 0)
  }
}
