import Checking
import Circuits
import Documents
import Law
import Programs
import Rules

extension Standing {
  /// How a cell stands before the law, in a word or two.
  func lawful(_ pathways: [String]) -> String {
    switch self {
    case .ready: "yes"
    case .readyWithPathways: "yes, by \(pathways.joined(separator: " and "))"
    case .unverified: "unverified"
    case .undetermined: "unknown"
    case .blocked: "no"
    }
  }

  /// How a cell stands before a payer, in a word or two.
  func paid(_ pathways: [String]) -> String {
    switch self {
    case .ready: "paid"
    case .readyWithPathways: "paid, by \(pathways.joined(separator: " and "))"
    case .unverified: "unverified"
    case .undetermined: "unknown"
    case .blocked: "gap"
    }
  }

  /// The word that other programs read.
  var word: String {
    switch self {
    case .ready: "ready"
    case .readyWithPathways: "ready_with_pathways"
    case .unverified: "unverified"
    case .undetermined: "undetermined"
    case .blocked: "blocked"
    }
  }

  var color: Style.Color {
    switch self {
    case .ready, .readyWithPathways: .green
    case .unverified: .cyan
    case .undetermined: .yellow
    case .blocked: .red
    }
  }
}

extension Consequence {
  /// The word for a gap of this consequence.
  var title: String {
    switch self {
    case .unlawful: "UNLAWFUL"
    case .uncredentialed: "UNCREDENTIALED"
    case .unpaid: "UNPAID"
    case .atRisk: "AT RISK"
    case .advisory: "ADVICE"
    }
  }
}

extension Program {
  /// A part as a person calls it: its name, else its id.
  func shownName(_ id: EntityID) -> String { self[id].word("name") ?? self[id].label }

  /// The states of the sites and patients, in words.
  var placesInWords: String {
    let codes = Set(encounters.map(\.place.state)).sorted()
    return codes.map { States.names[$0] ?? $0 }.joined(separator: ", ")
  }
}

extension RouteFinding.State {
  /// How a pathway stands, before its title.
  var verb: String {
    switch self {
    case .open: "open"
    case .maybe: "may be open"
    case .closed: "closed"
    case .failing: "taken, but"
    case .taken: "taken"
    }
  }
}

/// The one sentence that every report ends with.
enum Footer {
  static let text =
    "Ambit reports what the coded law and the program say. It is not legal advice; a lawyer of the state decides."
}
