import Documents
import Programs
import Rules

extension Reference {
  /// Each line in each of its places and modalities. In person a patient is at the line's site; otherwise where the
  /// line has patients, or at home in the state of the site.
  var encounters: [ReferenceSubject] {
    program.parts("services", of: program.root).flatMap { line in
      let modalities = line.values["modalities"] == nil ? ["in_person"] : line.words("modalities")
      let sites = program.parts("at", of: line)
      let states = line.words("patients_in").isEmpty ? sites.compactMap { $0.word("state") } : line.words("patients_in")
      return modalities.flatMap { modality in
        let subject = ReferenceSubject(concern: .service, line: line.id, modality: modality)
        if modality == "in_person" {
          return unique(sites.map { subject.with(\.site, $0.id).with(\.state, $0.word("state")) })
        }
        return unique(states.map { subject.with(\.state, $0) })
      }
    }
  }

  /// The subjects of a concern; a site, a person or a line with a place is asked about once.
  func subjects(of concern: Concern) -> [ReferenceSubject] {
    let plain = ReferenceSubject(concern: concern)
    func parts(_ field: String) -> [Entity] { program.parts(field, of: program.root) }
    let cells = encounters.map { $0.with(\.concern, concern) }
    let lines = unique(cells.map { $0.with(\.modality, nil) })
    switch concern {
    case .program: return [plain]
    case .supervision, .payer, .contract, .credentialing: return []
    case .site: return parts("sites").map { plain.with(\.site, $0.id).with(\.state, $0.word("state")) }
    case .practitioner: return parts("staff").map { plain.with(\.practitioner, $0.id) }
    case .practice:
      return unique(
        cells.flatMap { cell in people(cell).map { plain.with(\.practitioner, $0).with(\.state, cell.state) } })
    case .service: return lines
    case .delivery: return cells.flatMap { cell in people(cell).map { cell.with(\.practitioner, $0) } }
    case .coverage: return lines.flatMap { line in payers(line).map { line.with(\.payer, $0) } }
    case .claim:
      return cells.flatMap { cell in
        payers(cell).flatMap { payer in people(cell).map { cell.with(\.payer, payer).with(\.practitioner, $0) } }
      }
    }
  }

  private func people(_ cell: ReferenceSubject) -> [EntityID] {
    guard let line = cell.line, let staffing = program.part("staff", of: program[line]) else { return [] }
    return (program.parts("any", of: staffing) + program.parts("all", of: staffing)).map(\.id)
  }

  private func payers(_ cell: ReferenceSubject) -> [EntityID] {
    cell.line.map { program.parts("payers", of: program[$0]).map(\.id) } ?? []
  }

  private func unique(_ subjects: [ReferenceSubject]) -> [ReferenceSubject] {
    subjects.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What the formulas of a rule may speak of.
  func variables(of subject: ReferenceSubject) -> [String: Value] {
    let today = Value.number(Interval(day.number, day.number))
    var scope: [String: Value] = [
      "program": .part(program.root.id), "on": today, "as_of": today, "federal": .law(code: "US", day: day, path: ""),
    ]
    if let state = subject.state {
      let site = subject.site.map { Value.part($0) } ?? .unknown
      scope["law"] = .law(code: state, day: day, path: "")
      scope["place"] = .record(["state": .word(state), "site": site, "setting": field("setting", of: site)])
      if subject.concern == .site { scope["site"] = site }
    }
    if let person = subject.practitioner { scope["practitioner"] = .part(person) }
    guard let line = subject.line else { return scope }
    scope["service"] = .part(line)
    scope["course"] = field("protocol", of: .part(line))
    if let modality = subject.modality {
      scope["modality"] = .word(modality)
      scope["supervision"] = field("supervision", of: .part(line))
    }
    guard let payer = subject.payer else { return scope }
    scope["payer"] = .part(payer)
    if case .word(let code) = field("state", of: .part(payer)) {
      scope["regulator"] = .law(code: code, day: day, path: "")
    }
    // Where nothing is said of it, the deliverer bills in their own name.
    let billing = program.parts("billing", of: program[line]).first { program.part("payer", of: $0)?.id == payer }
    let own = Value.record(["payer": .part(payer), "route": .word("own"), "under": .missing(shape: "practitioner")])
    scope["billing"] = billing.map { .part($0.id) } ?? own
    return scope
  }
}

extension ReferenceSubject {
  func with<Part>(_ part: WritableKeyPath<Self, Part>, _ value: Part) -> Self {
    var copy = self
    copy[keyPath: part] = value
    return copy
  }
}
