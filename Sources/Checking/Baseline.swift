import Diagnostics
import Documents

/// The findings of a program that somebody has accepted for a time, each with a reason.
public struct Baseline: Sendable {
  /// One accepted finding.
  public struct Entry: Hashable, Sendable {
    /// The finding's id.
    public let finding: String
    /// Why it is accepted.
    public let reason: String
    /// Who accepts it.
    public let owner: String
    /// The last day on which it is accepted.
    public let until: Day
    /// Where the id stands.
    public let range: SourceRange
  }

  /// The entries, in the order of the file.
  public let entries: [Entry]

  /// Reads a baseline: a list `accepted`, each entry with `finding`, `reason`, `owner` and `until`.
  /// - Throws: `Rejection` with every error of the file.
  public init(_ node: Node) throws(Rejection) {
    let problems = Problems()
    let fields = Fields(node, TestShapes.baseline, problems: problems)
    let nodes = fields?.required("accepted")?.list(of: "accepted findings", problems: problems) ?? []
    entries = nodes.compactMap { Self.entry($0, problems) }
    Self.refuseDoubles(entries, problems)
    try problems.check()
  }

  private static func entry(_ node: Node, _ problems: Problems) -> Entry? {
    guard let fields = Fields(node, TestShapes.accepted, problems: problems) else { return nil }
    let id = fields.required("finding")
    let finding = id?.text("the id of a finding", problems: problems)
    let reason = words(fields.required("reason"), "why it is accepted", problems)
    let owner = words(fields.required("owner"), "who accepts it", problems)
    let until = fields.required("until")?.day("`until`, the last day on which it is accepted", problems: problems)
    guard let id, let finding, let reason, let owner, let until else { return nil }
    return Entry(finding: finding, reason: reason, owner: owner, until: until, range: id.range)
  }

  /// A text that says something.
  private static func words(_ node: Node?, _ subject: String, _ problems: Problems) -> String? {
    guard let node, let text = node.text(subject, problems: problems) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    problems.error("wrong-type", at: node.range, "expected \(subject), found blanks")
    return nil
  }

  private static func refuseDoubles(_ entries: [Entry], _ problems: Problems) {
    var known: [String: SourceRange] = [:]
    for entry in entries {
      guard let first = known.updateValue(entry.range, forKey: entry.finding) else { continue }
      problems.error(
        "duplicate-acceptance", at: entry.range, "`\(entry.finding)` is accepted twice",
        notes: [.init("first accepted here", at: first)])
    }
  }
}

/// What a baseline does to a check.
public struct Acceptance: Sendable {
  /// The findings that are set aside, each with who accepts it and why; the worst first.
  public let accepted: [(entry: Baseline.Entry, finding: Finding)]
  /// What must be said of the entries that set nothing aside: expired ones, whose findings count again, those whose
  /// finding is settled, and ids that no finding has. Warnings, in the order of the file.
  public let warnings: [Diagnostic]

  init(_ baseline: Baseline, _ findings: [Finding], on day: Day) {
    let entries = Dictionary(baseline.entries.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    accepted = findings.compactMap { finding in
      guard finding.needsAttention, let entry = entries[finding.id], day <= entry.until else { return nil }
      return (entry, finding)
    }
    warnings = baseline.entries.compactMap { entry in
      guard let finding = known[entry.finding] else { return Self.unknown(entry, findings) }
      if !finding.needsAttention { return Self.settled(entry, finding) }
      return day > entry.until ? Self.expired(entry) : nil
    }
  }

  private static func unknown(_ entry: Baseline.Entry, _ findings: [Finding]) -> Diagnostic {
    let nearest = Spelling.nearest(to: entry.finding, in: findings.map(\.id))
    return Diagnostic(
      "unknown-finding", severity: .warning, at: entry.range, "`\(entry.finding)` is no finding of this program",
      solutions: nearest.map { [.init("write `\($0)`", replacement: $0)] } ?? [.init("remove the entry")])
  }

  private static func settled(_ entry: Baseline.Entry, _ finding: Finding) -> Diagnostic {
    let state = finding.outcome == .notApplicable ? "it does not apply" : "it is \(finding.outcome.word)"
    return Diagnostic(
      "settled-acceptance", severity: .warning, at: entry.range,
      "`\(entry.finding)` needs no acceptance any more: \(state)", solutions: [.init("remove the entry")])
  }

  private static func expired(_ entry: Baseline.Entry) -> Diagnostic {
    Diagnostic(
      "expired-acceptance", severity: .warning, at: entry.range,
      "the acceptance of `\(entry.finding)` by \(entry.owner) ended on \(entry.until): the finding counts again")
  }
}

extension Check {
  /// The check with the findings of a baseline set aside, as it stands on a day. The verdicts of the service lines stay
  /// as they are: an acceptance makes nothing lawful or paid.
  ///
  /// An entry can only be told to be settled where the check finds what does not apply, too; `keepsNotApplicable` is
  /// whether it goes on listing that.
  public func accepting(_ baseline: Baseline, on day: Day, keepsNotApplicable: Bool) -> Check {
    let acceptance = Acceptance(baseline, findings, on: day)
    let accepted = Set(acceptance.accepted.map(\.finding.id))
    var copy = self
    copy.acceptance = acceptance
    copy.findings = findings.filter { finding in
      !accepted.contains(finding.id) && (keepsNotApplicable || finding.outcome != .notApplicable)
    }
    copy.unlisted += findings.count - copy.findings.count - accepted.count
    copy.questions = RankedQuestion.ranked(copy.findings)
    return copy
  }
}
