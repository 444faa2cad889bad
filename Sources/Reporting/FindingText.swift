import Checking
import Circuits
import Diagnostics
import Documents
import Law
import Programs
import Rules

/// A finding as a person reads it: what, where, why, and what would close it.
struct FindingText {
  private let style: Style
  /// Whether the report is about more than one day.
  private let isPeriod: Bool
  /// The column behind the words `because`, `close by` and so on.
  private static let margin = 12

  init(_ options: Check.Options, style: Style) {
    isPeriod = options.from != options.to
    self.style = style
  }

  /// What and of whom, without why.
  func briefLines(_ finding: Finding) -> [String] {
    [head(finding)] + style.wrapped(finding.message, indent: 2) + subject(finding)
  }

  func lines(_ finding: Finding) -> [String] {
    [head(finding)] + style.wrapped(finding.message, indent: 2) + subject(finding) + runs(finding)
      + alternative(finding) + decisive(finding)
  }

  /// What decides it and what would help, without saying what it is.
  func decisive(_ finding: Finding) -> [String] {
    reasons(finding) + routes(finding) + questions(finding) + conditions(finding) + cites(finding)
  }

  // MARK: Head

  private func head(_ finding: Finding) -> String {
    let word = (finding.headline, finding.outcome.color)
    let name = "\(finding.rule).\(finding.requirement)"
    let place = finding.subject.range.place
    let left = "\(word.0)  \(name)"
    let gap = max(2, style.width - left.columns - place.columns)
    if left.columns + 2 + place.columns > style.width {
      return "\(style.paint(word.0, word.1, .bold))  \(style.paint(name, .bold))\n  \(style.paint(place, .faint))"
    }
    let blanks = String(repeating: " ", count: gap)
    return "\(style.paint(word.0, word.1, .bold))  \(style.paint(name, .bold))\(blanks)\(style.paint(place, .faint))"
  }

  func subject(_ finding: Finding) -> [String] { entry("subject", finding.subject.id) }

  private func alternative(_ finding: Finding) -> [String] {
    if case .metBy(let pathway) = finding.outcome { return entry("met by", "the pathway \(pathway)") }
    return finding.alternative.map { entry("since", $0) } ?? []
  }

  private func runs(_ finding: Finding) -> [String] {
    guard isPeriod, finding.runs.count > 1 else { return [] }
    return finding.runs.enumerated().flatMap { index, run in
      entry(index == 0 ? "when" : "", "\(run.outcome.word) \(run.from) to \(run.to.adding(days: -1))")
    }
  }

  // MARK: Reasons

  private func reasons(_ finding: Finding) -> [String] {
    finding.reasons.enumerated().flatMap { index, reason in
      entry(index == 0 ? "because" : "and", Self.sentence(reason)) + source(reason)
    }
  }

  static func sentence(_ reason: Reason) -> String {
    if reason.isLaw {
      let place = reason.subject == "US" ? "federal" : reason.subject
      return "\(place) `\(reason.field)` is \(reason.value.spaced)"
    }
    let place = reason.range.map { " (\($0.place))" } ?? ""
    if !reason.isStated { return "\(reason.subject) does not state `\(reason.field)`\(place)" }
    return "\(reason.subject) states `\(reason.field)`: \(reason.value.spaced)\(place)"
  }

  func source(_ reason: Reason) -> [String] {
    guard let cite = reason.cite else { return [] }
    let provenance = reason.source.map { " (\($0.provenance))" } ?? ""
    let note = reason.note.map { style.wrapped($0, indent: Self.margin + 2) } ?? []
    return style.wrapped(cite + provenance, indent: Self.margin + 2) + note.map { style.paint($0, .faint) }
  }

  private func cites(_ finding: Finding) -> [String] {
    finding.cite.isEmpty ? [] : entry("law", finding.cite.joined(separator: "; "))
  }

  // MARK: What would help

  private func routes(_ finding: Finding) -> [String] {
    guard finding.needsAttention else { return [] }
    return finding.routes.flatMap { route -> [String] in
      let law = route.cite.isEmpty ? "" : " (\(route.cite.joined(separator: "; ")))"
      var text = "\(route.pathway), \(route.state.verb): \(route.title)\(law)"
      if route.state == .open || route.state == .maybe { text += ", about \(route.weeks) weeks" }
      let reasons = route.reasons.map(Self.sentence)
      let details = (route.details + reasons).flatMap { style.wrapped($0, indent: Self.margin + 2) }
      return entry("pathway", text) + details
    }
  }

  private func questions(_ finding: Finding) -> [String] {
    finding.questions.enumerated().flatMap { index, question in entry(index == 0 ? "ask" : "", question.text) }
  }

  private func conditions(_ finding: Finding) -> [String] {
    finding.conditionsOfHire.enumerated().flatMap { index, condition in
      entry(index == 0 ? "if hired" : "and", "\(condition.position) with \(condition.text)")
    }
  }

  // MARK: Layout

  func entry(_ word: String, _ text: String) -> [String] {
    let lead = "  " + word.padded(to: Self.margin - 2)
    let lines = style.wrapped(text, indent: Self.margin, lead: lead)
    guard let first = lines.first, !word.isEmpty else { return lines }
    return ["  " + style.paint(word, .faint) + first.dropFirst(2 + word.count)] + lines.dropFirst()
  }
}

extension String {
  /// Words of the vocabulary as people write them.
  var spaced: String { split(separator: "_", omittingEmptySubsequences: false).joined(separator: " ") }
}

extension Outcome {
  var color: Style.Color {
    switch self {
    case .gap: .red
    case .unknown: .yellow
    case .unverified, .conditional: .cyan
    case .met, .metBy: .green
    case .notApplicable: .faint
    }
  }
}
