import Diagnostics
import Rosters

/// What an import of a roster did, as a person reads it.
public struct RosterText {
  private let merge: RosterMerge
  private let roster: Roster
  private let style: Style

  /// The text of an import into a program.
  public init(_ merge: RosterMerge, of roster: Roster, style: Style) {
    self.merge = merge
    self.roster = roster
    self.style = style
  }

  /// Whoever differs, then the counts.
  public var text: String {
    let lines = merge.differences.flatMap { difference in
      ["\(style.paint(difference.range.place, .bold)) \(style.paint("differs", .yellow))"]
        + style.wrapped("\(difference.practitioner.name): \(difference.summary)", indent: 4)
        + ["    \(difference.practitioner.range.place)"]
    }
    let differing = Set(merge.differences.map(\.practitioner.npi)).count
    let counts =
      "\(merge.added.count) added, \(merge.present.count) there already, \(differing) to be settled by hand, "
      + "\(roster.omissions.count) left out."
    return (lines + [counts]).map { $0 + "\n" }.joined()
  }
}

/// The shape of `ambit.roster` version 1.
public struct RosterForm: Encodable {
  private let format = "ambit.roster"
  private let version = 1
  private let from: String
  private let practitioners: [Practitioner]
  private let omitted: [Omission]
  private let added: [String]?
  private let differences: [Difference]?

  private struct Practitioner: Encodable {
    let id: String
    let name: String
    let npi: String
    let profession: String
    let licences: [Licence]
    let place: String
  }

  private struct Licence: Encodable {
    let state: String
    let number: String?
    let from: String?
    let ends: String?
    let isVerified = false
  }

  private struct Omission: Encodable {
    let id: String
    let place: String?
    let summary: String
  }

  private struct Difference: Encodable {
    let npi: String
    let place: String
    let summary: String
  }

  /// The form of a roster, and of what became of it in a program.
  public init(_ roster: Roster, _ merge: RosterMerge?) {
    from = roster.format.rawValue
    practitioners = roster.practitioners.map { person in
      Practitioner(
        id: person.id, name: person.name, npi: person.npi, profession: person.profession,
        licences: person.licences.map {
          Licence(state: $0.state, number: $0.number, from: $0.from?.description, ends: $0.ends?.description)
        }, place: person.range.place)
    }
    omitted = roster.omissions.map { Omission(id: $0.id, place: $0.range?.place, summary: $0.summary) }
    added = merge?.added.map(\.id)
    differences = merge?.differences.map {
      Difference(npi: $0.practitioner.npi, place: $0.range.place, summary: $0.summary)
    }
  }

  /// The form as text.
  /// - Throws: what the encoder throws.
  public var text: String { get throws { try JSONForm.text(self) } }
}
