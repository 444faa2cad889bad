import Documents
import Programs
import Rules

/// What a rule is asked about, and a cell: a line in a place and modality.
struct ReferenceSubject: Hashable {
  var concern: Concern
  var line: EntityID?
  var practitioner: EntityID?
  var state: String?
  var site: EntityID?
  var modality: String?
  var payer: EntityID?

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
      site: sees["place"] == nil || concern == .practice ? nil : site,
      modality: sees["modality"] == nil ? nil : modality, payer: sees["payer"] == nil ? nil : payer)
  }
}

extension Reference {
  /// Each line in each of its places and modalities. In person a patient is at the line's site; otherwise where the
  /// line has patients, or at home in the state of the site.
  var cells: [ReferenceSubject] {
    q.program.parts("services", of: q.program.root).flatMap { line -> [ReferenceSubject] in
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

  /// The subjects of a concern; a person or a line in a place is asked about once.
  func subjects(of concern: Concern) -> [ReferenceSubject] {
    func parts(_ field: String) -> [Entity] { q.program.parts(field, of: q.program.root) }
    let sees = concern.variables
    switch concern {
    case .program: return [ReferenceSubject(concern: concern)]
    case .site: return parts("sites").map { .init(concern: concern, state: $0.word("state"), site: $0.id) }
    // Not read here yet.
    case .supervision, .payer, .contract, .credentialing: return []
    case .practitioner: return parts("staff").map { .init(concern: concern, practitioner: $0.id) }
    default:
      return unique(
        cells.flatMap { cell in
          (sees["practitioner"] == nil ? [nil] : people(cell).map(Optional.some)).flatMap { person in
            (sees["payer"] == nil ? [nil] : payers(cell).map(Optional.some)).map { payer in
              var subject = cell
              (subject.practitioner, subject.payer) = (person, payer)
              return subject.seen(by: concern)
            }
          }
        })
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

  private func unique(_ subjects: [ReferenceSubject]) -> [ReferenceSubject] {
    subjects.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What the formulas of a rule may speak of. Variables that a rule does not see can't occur in it.
  func variables(of subject: ReferenceSubject) -> [String: Value] {
    let today = Value.number(Interval(q.day.number, q.day.number))
    let site = subject.site.map { Value.part($0) } ?? .unknown
    let line = subject.line.map { Value.part($0) } ?? .unknown
    let payer = subject.payer.map { Value.part($0) } ?? .unknown
    let regulator = if case .word(let code) = field("state", of: payer) { code } else { String?.none }
    // Where nothing is said of it, the deliverer bills in their own name.
    let billing = subject.line.flatMap { line in
      q.program.parts("billing", of: q.program[line]).first { q.program.part("payer", of: $0)?.id == subject.payer }
    }
    let own = Value.record(["payer": payer, "route": .word("own"), "under": .missing(shape: "practitioner")])
    return [
      "standards": .law(code: "STANDARDS", day: q.day, path: ""), "program": .part(q.program.root.id), "on": today,
      "as_of": today, "site": site, "service": line, "payer": payer,
      "federal": .law(code: "US", day: q.day, path: ""), "law": .law(code: subject.state, day: q.day, path: ""),
      "regulator": .law(code: regulator, day: q.day, path: ""), "course": field("protocol", of: line),
      "place": .record(["state": .word(subject.state), "site": site, "setting": field("setting", of: site)]),
      "practitioner": subject.practitioner.map { .part($0) } ?? .unknown, "modality": .word(subject.modality),
      "supervision": field("supervision", of: line),
      "billing": billing.map { .part($0.id) } ?? (subject.payer == nil ? .unknown : own),
    ]
  }
}
