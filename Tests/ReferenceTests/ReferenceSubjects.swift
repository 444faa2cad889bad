import Documents
import Programs
import Rules

/// What a rule is asked about, and a cell: a line in a place and modality.
struct ReferenceSubject: Hashable {
  var concern: Concern
  var line: EntityID?
  /// Who delivers, supervises or has the file.
  var practitioner: EntityID?
  var state: String?
  var site: EntityID?
  var modality: String?
  var payer: EntityID?
  /// The contract, the file, or the case that is audited in place of the line's plan.
  var paper: EntityID?
  /// The number of the record that the rule asks about, where it asks about each.
  var record: String?

  func at(_ state: String?, _ site: EntityID?) -> ReferenceSubject {
    var copy = self
    (copy.state, copy.site) = (state, site)
    return copy
  }

  /// As much of it as a rule of this concern is asked about.
  func seen(by concern: Concern) -> ReferenceSubject {
    let sees = concern.variables
    return ReferenceSubject(
      concern: concern, line: sees["service"] == nil ? nil : line,
      practitioner: sees["practitioner"] == nil ? nil : practitioner, state: sees["place"] == nil ? nil : state,
      site: sees["place"] == nil || [.practice, .payer].contains(concern) ? nil : site,
      modality: sees["modality"] == nil ? nil : modality, payer: sees["payer"] == nil ? nil : payer)
  }
}

extension Reference {
  func parts(_ field: String) -> [Entity] { q.program.parts(field, of: q.program.root) }

  /// Each line in each of its places and modalities. In person a patient is at the line's site; otherwise where the
  /// line has patients, or at home in the state of the site.
  var cells: [ReferenceSubject] {
    parts("services").flatMap { line -> [ReferenceSubject] in
      let sites = q.program.parts("at", of: line)
      let states = line.words("patients_in").isEmpty ? sites.compactMap { $0.word("state") } : line.words("patients_in")
      let modalities = line.values["modalities"] == nil ? ["in_person"] : line.words("modalities")
      return unique(
        modalities.flatMap { modality in
          let cell = ReferenceSubject(concern: .delivery, line: line.id, modality: modality)
          return modality == "in_person"
            ? sites.map { cell.at($0.word("state"), $0.id) } : states.map { cell.at($0, nil) }
        })
    }
  }

  /// The subjects of a concern; a person, line or payer in a place is asked about once.
  func subjects(of concern: Concern) -> [ReferenceSubject] {
    let sees = concern.variables
    switch concern {
    case .program: return [ReferenceSubject(concern: concern)]
    case .site: return parts("sites").map { .init(concern: concern, state: $0.word("state"), site: $0.id) }
    case .practitioner: return parts("staff").map { .init(concern: concern, practitioner: $0.id) }
    case .supervision: return supervisions
    case .contract: return parts("contracts").map { paper($0, concern) }
    case .credentialing: return parts("credentialing").map { paper($0, concern) }
    default:
      let planned = unique(
        cells.flatMap { cell in
          (sees["practitioner"] == nil ? [nil] : people(cell).map(Optional.some)).flatMap { person in
            (sees["payer"] == nil ? [nil] : payers(cell).map(Optional.some)).map { payer in
              var subject = cell
              (subject.practitioner, subject.payer) = (person, payer)
              return subject.seen(by: concern)
            }
          }
        })
      return sees["course"] == nil ? planned : planned.flatMap { [$0] + audits($0) }
    }
  }

  func people(_ cell: ReferenceSubject) -> [EntityID] { staff("any", cell) + staff("all", cell) }

  /// Those of a line who are named as alternatives, or as needed.
  func staff(_ field: String, _ cell: ReferenceSubject) -> [EntityID] {
    let staffing = cell.line.flatMap { q.program.part("staff", of: q.program[$0]) }
    return staffing.map { q.program.parts(field, of: $0).map(\.id) } ?? []
  }

  func payers(_ cell: ReferenceSubject) -> [EntityID] {
    cell.line.map { q.program.parts("payers", of: q.program[$0]).map(\.id) } ?? []
  }

  func unique(_ subjects: [ReferenceSubject]) -> [ReferenceSubject] {
    subjects.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
