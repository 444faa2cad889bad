import Documents
import Rosters

/// The shape of `ambit.screening` version 1.
public struct ScreeningForm: Encodable {
  private let format = "ambit.screening"
  private let version = 1
  private let on: String
  private let lists: [List]

  private struct List: Encodable {
    let list: String
    let file: String
    let rows: Int
    let sha256: String
    let modified: String?
    let newestExclusion: String?
    let subjects: [Subject]
  }

  private struct Subject: Encodable {
    let id: String
    let kind: String
    let name: String?
    let verdict: String
    let matches: [Match]
  }

  private struct Match: Encodable {
    let name: String
    let npi: String?
    let type: String
    let from: String?
    let waived: String?
    let isExact: Bool
    let place: String
  }

  /// The form of screenings of one day.
  public init(_ screenings: [(screening: Screening, modified: Day?)], on day: Day) {
    on = day.description
    lists = screenings.map { screening, modified in
      List(
        list: screening.list.kind.rawValue, file: screening.list.name, rows: screening.list.rows,
        sha256: screening.list.digest, modified: modified?.description,
        newestExclusion: screening.list.newest?.description, subjects: screening.subjects.map(Self.subject))
    }
  }

  private static func subject(_ subject: Screening.Subject) -> Subject {
    Subject(
      id: subject.id, kind: subject.isPractitioner ? "practitioner" : "site", name: subject.name,
      verdict: subject.verdict.rawValue,
      matches: subject.matches.map { match in
        let exclusion = match.exclusion
        return Match(
          name: exclusion.name, npi: exclusion.npi, type: exclusion.kind, from: exclusion.from?.description,
          waived: exclusion.waived, isExact: match.isExact, place: exclusion.range.place)
      })
  }

  /// The form as text.
  /// - Throws: what the encoder throws.
  public var text: String { get throws { try JSONForm.text(self) } }
}
