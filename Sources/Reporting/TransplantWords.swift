import Checking
import Documents
import Law
import Programs
import Rules

/// How a line stands in a state, in one word: what is worse of law and payment.
enum TransplantWords: String {
  case ready
  case pathways
  case unverified
  case unknown
  case unpaid
  case unlawful

  static let widest = 10
  static let legend =
    "ready; pathways: ready by pathways taken; unverified: by facts nobody checked; unknown; unpaid: a payer does not "
    + "pay or credential; unlawful"

  var word: String { rawValue }

  var color: Style.Color? {
    switch self {
    case .ready, .pathways: .green
    case .unverified: .cyan
    case .unknown: .yellow
    case .unpaid, .unlawful: .red
    }
  }
}

extension Transplant.Line {
  var verdict: TransplantWords {
    if lawful == .blocked { return .unlawful }
    switch max(lawful, paid ?? .ready) {
    case .ready: return .ready
    case .readyWithPathways: return .pathways
    case .unverified: return .unverified
    case .undetermined: return .unknown
    case .blocked: return .unpaid
    }
  }

  /// What other programs read where it has no payer.
  var paidWord: String { paid?.word ?? "no_payer" }
}

extension Transplant.Place {
  /// The law of all lines, each once with the lines that it bears on: what blocks first.
  var decisive: [(law: DecisiveLaw, lines: [String])] {
    var order: [DecisiveLaw] = []
    var lines: [DecisiveLaw: [String]] = [:]
    for line in self.lines {
      for law in line.law {
        if lines[law] == nil { order.append(law) }
        lines[law, default: []].append(line.id)
      }
    }
    return DecisiveLaw.Effect.allCases.flatMap { effect in
      order.filter { $0.effect == effect }.map { ($0, lines[$0] ?? []) }
    }
  }
}

extension DecisiveLaw {
  /// What it says and does, in a sentence.
  var sentence: String {
    let place = jurisdiction == "US" ? "federal" : jurisdiction
    switch effect {
    case .missing: return "not known: \(place) `\(key ?? "")`"
    case .blocks, .unverified:
      let verb = effect == .blocks ? "blocked by" : "not verified"
      guard let key else { return "\(verb): \(cite ?? "")" }
      let source = cite.map { ", \($0)" } ?? ""
      return "\(verb): \(place) `\(key)` is \((value ?? "unknown").spaced)\(source)"
    }
  }
}

extension Transplant {
  var lineNames: [String] { program.parts("services", of: program.root).map(\.label) }

  /// The facts above the report.
  var facts: [String] {
    let states = "\(places.count) \(places.count == 1 ? "state" : "states")"
    return [options.days, states, options.knowledge, options.trust].compactMap { $0 }
  }

  /// What was moved and what was kept.
  var assumption: String {
    let home = program.siteStates.map { States.names[$0] ?? $0 }.joined(separator: ", ")
    let moved = Belonging.allCases.filter { !kept.contains($0) }.map(\.words)
    let along = moved.isEmpty ? "" : "; with them, as far as they are in \(home), \(moved.joined(separator: ", "))"
    let stay = Belonging.allCases.filter(kept.contains).map(\.words)
    let staying = stay.isEmpty ? "" : " Kept where they are: \(stay.joined(separator: ", "))."
    return "Assumed: every site moves to the state\(along).\(staying) --keep leaves more in place."
  }

  /// How many lines come to what, in a sentence.
  var summary: String {
    let verdicts = places.flatMap(\.lines).map(\.verdict)
    let order: [TransplantWords] = [.ready, .pathways, .unverified, .unknown, .unpaid, .unlawful]
    let counts = order.map { word in (word, verdicts.filter { $0 == word }.count) }.filter { $0.1 > 0 }
    return counts.map { "\($0.1) \($0.0.word)" }.joined(separator: ", ") + "."
  }
}

extension Belonging {
  /// What it is, in words.
  var words: String {
    switch self {
    case .payers: "the states of payers"
    case .authorities: "licences and registrations"
    case .enrollments: "enrollments"
    case .patients: "patients seen from afar"
    case .homes: "homes of staff"
    }
  }
}
