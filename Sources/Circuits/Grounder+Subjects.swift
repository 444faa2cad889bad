import Law
import Programs
import Rules

extension Grounder {
  /// The subjects of a concern in this program, in a fixed order.
  mutating func subjects(of concern: Concern) -> [Subject] {
    emptyWhenOmitted = []
    let planned = Self.named(planned(concern))
    return concern.variables["course"] == nil ? planned : planned.flatMap { [$0] + audited($0) }
  }

  /// The subjects with names that tell them apart: two files on one person may be alike in all but their dates.
  private static func named(_ subjects: [Subject]) -> [Subject] {
    var counts: [String: Int] = [:]
    return subjects.map { subject in
      let count = counts[subject.id, default: 0] + 1
      counts[subject.id] = count
      return count == 1 ? subject : subject.numbered(String(count), subject.variables)
    }
  }

  private mutating func planned(_ concern: Concern) -> [Subject] {
    switch concern {
    case .program: return [subject(.program, "program", reach: Reach())]
    case .site: return program.parts("sites", of: program.root).map { site($0) }
    case .practitioner:
      return practitioners().map {
        subject(.practitioner, $0.label, practitioner: $0.id, reach: Reach(people: [$0.id]))
      }
    case .practice: return practices()
    case .service: return program.encounters.uniqued { "\($0.line)\($0.place)" }.map { line(.service, $0) }
    case .delivery: return program.encounters.flatMap { deliveries($0) }
    case .coverage:
      return program.encounters.uniqued { "\($0.line)\($0.place)" }.flatMap { encounter in
        program.payers(of: encounter.line).map { line(.coverage, encounter, payer: $0) }
      }
    case .supervision: return supervisions()
    case .payer: return payersInStates()
    case .contract: return program.parts("contracts", of: program.root).map { contract($0) }
    case .credentialing: return program.parts("credentialing", of: program.root).compactMap { file($0) }
    case .claim:
      return program.encounters.flatMap { encounter in
        program.payers(of: encounter.line).flatMap { payer in deliveries(encounter, .claim, payer: payer) }
      }
    }
  }

  private func practitioners() -> [Entity] { program.parts("staff", of: program.root) }

  private mutating func site(_ site: Entity) -> Subject {
    let place = Place(state: site.word("state") ?? "", site: site.id)
    return subject(
      .site, site.label, place: place, reach: Reach(site: site.id), more: ["site": .part(site.id)])
  }

  /// Each person once in each state where a line of theirs has patients.
  private mutating func practices() -> [Subject] {
    var seen: Set<String> = []
    var subjects: [Subject] = []
    for encounter in program.encounters {
      for person in program.deliverers(of: encounter.line).people {
        let id = "\(program[person].label)@\(encounter.place.state)"
        guard seen.insert(id).inserted else { continue }
        let place = Place(state: encounter.place.state, site: nil)
        let reach = Reach(people: [person], state: place.state)
        subjects.append(subject(.practice, id, practitioner: person, place: place, reach: reach))
      }
    }
    return subjects
  }

  private mutating func deliveries(
    _ encounter: Encounter, _ concern: Concern = .delivery, payer: EntityID? = nil
  ) -> [Subject] {
    program.deliverers(of: encounter.line).people.map {
      line(concern, encounter, practitioner: $0, payer: payer)
    }
  }

  // MARK: Cases under audit

  /// The same subject with each case of its line in place of the plan, on the day of the case and under its law.
  private func audited(_ subject: Subject) -> [Subject] {
    let cases = program.parts("cases", of: program.root).filter { program.part("service", of: $0)?.id == subject.line }
    return cases.compactMap { course in
      guard let number = course.date("on")?.earliest.number else { return nil }
      var variables = subject.variables.with("course", .part(course.id))
      variables["on"] = .number(Linear(number))
      for name in ["law", "federal", "standards", "regulator"] {
        guard case .law(var law)? = variables[name] else { continue }
        law.day = number
        law.lag = nil
        variables[name] = .law(law)
      }
      return subject.numbered(course.label, variables)
    }
  }

  // MARK: Variables

  private mutating func line(
    _ concern: Concern, _ encounter: Encounter, practitioner: EntityID? = nil, payer: EntityID? = nil
  ) -> Subject {
    let line = program[encounter.line]
    var id = line.label
    if let practitioner { id += "/\(program[practitioner].label)" }
    id += "@\(encounter.place.state)"
    if let site = encounter.place.site, program.parts("at", of: line).count > 1 { id += ".\(program[site].label)" }
    if practitioner != nil, encounter.modality != "in_person" { id += "+\(encounter.modality)" }
    if practitioner == nil, encounter.place.site == nil, isInPerson(line.id) { id += "+remote" }
    var more: Variables = ["service": .part(line.id), "course": select("protocol", of: .part(line.id))]
    more["site"] = select("site", of: placeTerm(encounter.place))
    if practitioner != nil {
      more["modality"] = .word(encounter.modality)
      more["supervision"] = select("supervision", of: .part(line.id))
    }
    if let payer {
      id += ":\(program[payer].label)"
      more["payer"] = .part(payer)
      more["regulator"] = law(of: select("state", of: .part(payer)), on: .number(Self.clock))
      more["billing"] = billing(line, payer)
    }
    let reach = Reach(
      lines: [line.id], people: practitioner.map { [$0] }, place: encounter.place,
      modality: practitioner == nil ? nil : encounter.modality, payer: payer)
    return subject(
      concern, id, line: line.id, practitioner: practitioner, place: encounter.place, modality: reach.modality,
      payer: payer, reach: reach, more: more)
  }

  /// Whether a line has patients at a site, from whom those elsewhere in the same state are told apart.
  private func isInPerson(_ line: EntityID) -> Bool {
    program.encounters.contains { $0.line == line && $0.place.site != nil }
  }

  /// How a line is billed to a payer; in the deliverer's own name where the program says nothing.
  private func billing(_ line: Entity, _ payer: EntityID) -> Term {
    let stated = program.parts("billing", of: line).first { program.part("payer", of: $0)?.id == payer }
    if let stated { return .part(stated.id) }
    let under = Term.unstated(owner: line.id, path: "billing.under", shape: "practitioner")
    return .record(.init(label: "billing", fields: ["payer": .part(payer), "route": .word("own"), "under": under]))
  }

  mutating func subject(
    _ concern: Concern, _ id: String, line: EntityID? = nil, practitioner: EntityID? = nil, place: Place? = nil,
    modality: String? = nil, payer: EntityID? = nil, reach: Reach, at owner: EntityID? = nil, more: Variables = [:]
  ) -> Subject {
    var variables = more
    variables["program"] = .part(program.root.id)
    variables["on"] = .number(Linear(0, clock: 1))
    variables["as_of"] = .number(Linear(day.number))
    variables["federal"] = .law(.init(jurisdiction: .code("US"), day: day.number, path: ""))
    variables["standards"] = .law(.init(jurisdiction: .code("STANDARDS"), day: day.number, path: ""))
    if let practitioner { variables["practitioner"] = .part(practitioner) }
    if let place {
      variables["place"] = placeTerm(place)
      variables["law"] = .law(.init(jurisdiction: .code(place.state), day: day.number, path: ""))
    }
    let owner = owner ?? line ?? practitioner ?? place?.site ?? program.root.id
    return Subject(
      concern: concern, id: id, line: line, practitioner: practitioner, place: place, modality: modality,
      payer: payer, reach: reach, range: program[owner].range, variables: variables)
  }

  mutating func placeTerm(_ place: Place) -> Term {
    var fields: [String: Term] = ["state": .word(place.state)]
    if let site = place.site {
      fields["site"] = .part(site)
      fields["setting"] = select("setting", of: .part(site))
    }
    return .record(.init(label: States.names[place.state] ?? place.state, fields: fields))
  }
}

extension Array {
  /// The first element of each key, in order.
  func uniqued(by key: (Element) -> String) -> [Element] {
    var seen: Set<String> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
