import Checking
import Rules

extension Barrier {
  /// What the barrier is called.
  var title: String {
    switch self {
    case .coverage: "Coverage and payment"
    case .organization: "Changing the organization"
    case .business: "The business case"
    case .regulation: "Law and regulation"
    }
  }

  /// What it means that a finding stands under it (after Lentz et al., 2023).
  var meaning: String {
    switch self {
    case .coverage: "What payers cover, whom they pay, and what they ask for before they pay."
    case .organization: "How care is staffed, credentialed, supervised and documented within the organization."
    case .business: "What the program must earn or spend for its services to last."
    case .regulation: "What practice acts, licences and program rules allow, and to whom."
    }
  }
}

extension Check.Counts {
  /// "2 gaps, 1 unknown, 40 met." in words.
  var sentence: String {
    let words = [
      (gaps, "gap", "gaps"), (unknown, "unknown", "unknown"), (unverified, "unverified", "unverified"),
      (conditional, "conditional", "conditional"), (met, "met", "met"),
      (notApplicable, "does not apply", "do not apply"), (accepted, "accepted", "accepted"),
    ]
    let line = words.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    return line.isEmpty ? "No rule concerns this program." : line + "."
  }
}

extension Check.Options {
  /// The day or days, in words.
  var days: String { from == to ? "\(from)" : "\(from) to \(to)" }

  /// Which facts count, in words.
  var trust: String { trustsRecalled ? "recalled facts trusted" : "recalled facts not trusted" }

  /// Of which day the knowledge of the law is, in words; nil for today's.
  var knowledge: String? { asKnownOn.map { "law as known on \($0)" } }
}

extension Check {
  /// What no rule answers, each sentence once.
  var unanswered: [String] { unansweredPlaces.map(\.text) }

  /// The facts above every report.
  var facts: [String] {
    [
      options.days, program.placesInWords, options.knowledge, lawRead.map { "law read up to \($0)" }, options.trust,
    ].compactMap { $0 }
  }
}
