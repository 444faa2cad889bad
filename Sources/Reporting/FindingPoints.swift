import Checking
import Documents
import Law
import Rules

extension Finding {
  /// All that a page for filing says of it below its message, each with the address of its source where it has one.
  var points: [(text: String, address: String?)] {
    var points: [(text: String, address: String?)] = [("Subject: \(subject.id) (\(subject.range.place))", nil)]
    if runs.count > 1 {
      let runs = runs.map { "\($0.outcome.word.spaced) \($0.from) to \($0.to.adding(days: -1))" }
      points.append(("When: \(runs.joined(separator: ", "))", nil))
    }
    if let alternative { points.append(("Since: \(alternative)", nil)) }
    points += reasons.map { ("Because: \($0.sentenceWithLaw)", $0.source?.url) }
    points += routes.map { ("Pathway: \($0.sentence)", nil) }
    points += questions.map { ("Ask: \($0.text)", nil) }
    points += conditionsOfHire.map { ("If hired: \($0.position) with \($0.text)", nil) }
    if !cite.isEmpty { points.append(("Law: \(cite.joined(separator: "; "))", nil)) }
    return points
  }

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

extension Reason {
  /// What it says, with its citation, the source behind that, and what must be read with it.
  var sentenceWithLaw: String {
    guard let cite else { return FindingText.sentence(self) }
    let provenance = source.map { " (\($0.provenance))" } ?? ""
    let note = note.map { ". \($0)" } ?? ""
    return "\(FindingText.sentence(self)): \(cite)\(provenance)\(note)"
  }
}

extension RouteFinding {
  /// How it stands, by which law, how long it takes and what it needs.
  fileprivate var sentence: String {
    let law = cite.isEmpty ? "" : " (\(cite.joined(separator: "; ")))"
    let weeks = state == .open || state == .maybe ? ", about \(weeks) weeks" : ""
    let details = details + reasons.map(FindingText.sentence)
    let rest = details.isEmpty ? "" : ": \(details.joined(separator: "; "))"
    return "\(pathway), \(state.verb): \(title)\(law)\(weeks)\(rest)"
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

/// The sections of a page that lists findings by outcome.
enum OutcomeSection: String, CaseIterable {
  case gaps = "Gaps"
  case unknown = "Unknown"
  case unverified = "Unverified"
  case conditional = "Conditional"
  case met = "Met"

  /// The findings of a section.
  func findings(_ findings: [Finding]) -> [Finding] { findings.filter { holds($0.outcome) } }

  private func holds(_ outcome: Outcome) -> Bool {
    switch self {
    case .gaps: outcome == .gap
    case .unknown: outcome == .unknown
    case .unverified: outcome == .unverified
    case .conditional: outcome == .conditional
    case .met: outcome.isMet
    }
  }
}
