import CEL
import Law
import Programs
import Rules

/// The subjects that are no service lines: supervisors, payers, contracts, credentialing files.
extension Grounder {
  // MARK: Supervision

  /// Each person with whom others have agreements, once in each state where one of those practises.
  mutating func supervisions() -> [Subject] {
    let agreements = program.parts("agreements", of: program.root)
    var subjects: [Subject] = []
    for person in program.parts("staff", of: program.root) {
      let own = agreements.filter { program.part("with", of: $0)?.id == person.id }
      for state in Set(own.flatMap(program.states)).sorted() {
        let there = own.filter { program.states(of: $0).contains(state) }
        subjects.append(supervision(by: person, under: there, in: state))
      }
    }
    return subjects
  }

  private mutating func supervision(by person: Entity, under agreements: [Entity], in state: String) -> Subject {
    let delegates = agreements.compactMap { program.part("of", of: $0)?.id }
    let elements = agreements.map { (condition: inForce($0), term: delegate(under: $0, in: state)) }
    // Another agreement could bring one more delegate, unless the program's list of them is written.
    let list = list(select("agreements", of: .part(program.root.id)))
    return subject(
      .supervision, "\(person.label)@\(state)", practitioner: person.id, place: Place(state: state, site: nil),
      reach: Reach(people: Set(delegates), state: state),
      more: [
        "supervisor": .part(person.id),
        "delegates": .list(Term.List(elements: elements, remainder: list.remainder)),
      ])
  }

  private mutating func inForce(_ agreement: Entity) -> Ref {
    let today = Term.number(Linear(0, clock: 1))
    let signed = compared(select("signed", of: .part(agreement.id)), isAtMost: today)
    let lasts = compared(today, isAtMost: select("ends", of: .part(agreement.id)))
    return circuit.and(signed, lasts)
  }

  private mutating func delegate(under agreement: Entity, in state: String) -> Term {
    let person = program.part("of", of: agreement)
    let owner = person ?? agreement
    let fte =
      agreement.values["fte"] == nil ? select("fte", of: .part(owner.id)) : select("fte", of: .part(agreement.id))
    let site = workplace(of: owner, under: agreement, in: state)
    let fields: [String: Term] = [
      "practitioner": .part(owner.id), "profession": select("profession", of: .part(owner.id)), "fte": fte,
      "agreement": .part(agreement.id), "site": site, "setting": select("setting", of: site),
    ]
    return .record(.init(label: owner.label, fields: fields))
  }

  /// Where one who has an agreement works in a state: at the sites that it names, else at their own, else at any of the
  /// program's. Of several, only what is the same of all is known: one hospital among them exempts nobody from a ratio.
  private mutating func workplace(of person: Entity, under agreement: Entity, in state: String) -> Term {
    let named = [agreement, person, program.root].map { program.parts("sites", of: $0) }
    let here = (named.first { !$0.isEmpty } ?? []).filter { $0.word("state") == state }
    guard let first = here.first else { return .unstated(owner: agreement.id, path: "sites", shape: "site") }
    if here.allSatisfy({ $0.id == first.id }) { return .part(first.id) }
    var fields: [String: Term] = [:]
    for (name, stated) in first.values where here.allSatisfy({ $0.values[name]?.value == stated.value }) {
      fields[name] = select(name, of: .part(first.id))
    }
    return .record(.init(label: "the sites of \(person.label)", fields: fields))
  }

  // MARK: Payers, contracts, files

  /// Each payer once in each state where patients of its lines are. A line whose payers are left out may be one of them.
  mutating func payersInStates() -> [Subject] {
    var subjects: [Subject] = []
    for payer in program.parts("payers", of: program.root) {
      let encounters = program.encounters.filter { program.payers(of: $0.line).contains(payer.id) }
      for state in Set(encounters.map(\.place.state)).sorted() {
        let lines = Set(encounters.filter { $0.place.state == state }.map(\.line)).sorted()
        let reach = Reach(lines: Set(lines), state: state, payer: payer.id)
        let open = program.encounters.filter { $0.place.state == state && program[$0.line].values["payers"] == nil }
        let candidates = Set(lines + open.map(\.line)).sorted()
        let services = Term.List(elements: candidates.map { (isPaid($0), .part($0)) }, remainder: .no)
        subjects.append(
          subject(
            .payer, "\(payer.label)@\(state)", place: Place(state: state, site: nil), payer: payer.id, reach: reach,
            at: payer.id, more: payerVariables(payer).adding(["services": .list(services)])))
      }
    }
    return subjects
  }

  /// Whether a line that lists a payer, or leaves its payers out, is one of that payer's.
  mutating func isPaid(_ line: EntityID) -> Ref {
    program[line].values["payers"] == nil ? list(select("payers", of: .part(line))).remainder : .yes
  }

  mutating func contract(_ contract: Entity) -> Subject {
    let payer = program.part("payer", of: contract)
    let covered = Set(contract.words("covers"))
    let lines = program.parts("services", of: program.root).filter { covered.contains($0.word("service") ?? "") }
    var variables: Variables = ["contract": .part(contract.id)]
    if let payer { variables = variables.adding(payerVariables(payer)) }
    return subject(
      .contract, contract.label, payer: payer?.id, reach: Reach(lines: Set(lines.map(\.id)), payer: payer?.id),
      at: contract.id, more: variables)
  }

  mutating func file(_ file: Entity) -> Subject? {
    guard let person = program.part("of", of: file) else { return nil }
    let payer = program.part("payer", of: file)
    let site = program.part("site", of: file)
    let with = payer?.label ?? site?.label ?? "credentialing"
    return subject(
      .credentialing, "\(person.label):\(with).\(file.word("kind") ?? "")", practitioner: person.id, payer: payer?.id,
      reach: Reach(people: [person.id], site: site?.id, payer: payer?.id), at: file.id, more: ["file": .part(file.id)])
  }

  private mutating func payerVariables(_ payer: Entity) -> Variables {
    ["payer": .part(payer.id), "regulator": law(of: select("state", of: .part(payer.id)), on: .number(Self.clock))]
  }
}

extension Program {
  /// The states in which the one who has an agreement practises: those of its sites, else of the lines that they
  /// deliver, else of all sites.
  func states(of agreement: Entity) -> [String] {
    let sites = parts("sites", of: agreement)
    if !sites.isEmpty { return Set(sites.compactMap { $0.word("state") }).sorted() }
    guard let person = part("of", of: agreement) else { return [] }
    let delivered = encounters.filter { deliverers(of: $0.line).people.contains(person.id) }.map(\.place.state)
    if !delivered.isEmpty { return Set(delivered).sorted() }
    return Set(parts("sites", of: root).compactMap { $0.word("state") }).sorted()
  }
}
