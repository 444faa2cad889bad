import Documents
import Programs
import Rules

@testable import Checking
@testable import Circuits

/// What production says, in the words of the reference.
struct Production {
  let grounding: Grounding
  private(set) var outcomes: [ReferenceKey: String] = [:]
  private(set) var cells: [ReferenceSubject: [EntityID?: ReferenceStanding]] = [:]

  init(_ question: Reference.Question, trustsRecalled: Bool, on grounding: Grounding? = nil) {
    let grounding = grounding ?? Self.grounding(question)
    self.grounding = grounding
    let lanes = Lanes(grounding.circuit, trustsRecalled: trustsRecalled)
    for requirement in grounding.requirements {
      let key = ReferenceKey(
        rule: requirement.rule.id, requirement: requirement.requirement.id,
        subject: ReferenceSubject(requirement.subject, of: requirement.rule))
      outcomes[key] = lanes.outcome(of: requirement).word
    }
    for cell in CellBuilder(grounding: grounding, lanes: lanes, program: question.program).cells() {
      var standings: [EntityID?: ReferenceStanding] = [nil: ReferenceStanding(cell.lawful)]
      for payer in cell.payers { standings[payer.payer] = ReferenceStanding(payer.standing) }
      cells[ReferenceSubject(cell.encounter)] = standings
    }
  }

  static func grounding(_ question: Reference.Question) -> Grounding {
    Grounding(
      question.program, rules: question.rules, law: question.law, conditions: question.conditions, on: question.day,
      asKnownOn: question.asKnownOn)
  }
}

extension ReferenceSubject {
  init(_ subject: Subject, of rule: Rule?) {
    self.init(
      concern: subject.concern, line: subject.line, practitioner: subject.practitioner, state: subject.place?.state,
      site: subject.place?.site, modality: subject.modality, payer: subject.payer)
    paper = ["contract", "file"].compactMap { Self.part(subject.variables[$0]) }.first
    // A plan is asked about on the day of the check, a case on its own.
    if case .number(let on)? = subject.variables["on"], on.clock == 0 { paper = Self.part(subject.variables["course"]) }
    if rule?.each != nil { record = subject.id.split(separator: "#").last.map(String.init) }
  }

  private static func part(_ term: Term?) -> EntityID? { if case .part(let id)? = term { id } else { nil } }
}

extension ReferenceSubject {
  init(_ encounter: Encounter) {
    self.init(
      concern: .delivery, line: encounter.line, state: encounter.place.state, site: encounter.place.site,
      modality: encounter.modality)
  }
}

extension ReferenceStanding {
  init(_ standing: Standing) {
    self =
      switch standing {
      case .ready: .ready
      case .readyWithPathways: .readyWithPathways
      case .unverified: .unverified
      case .undetermined: .undetermined
      case .blocked: .blocked
      }
  }
}

/// Where production and reference disagree over one question.
struct Disagreements {
  private(set) var lines: [String] = []

  init(_ production: Production, _ reference: ReferenceCheck, _ program: Program) {
    for key in Set(production.outcomes.keys).union(reference.outcomes.keys) {
      // A record that is not law need not be told of.
      let none = key.subject.record == nil ? "nothing" : "not_applicable"
      let (ours, theirs) = (production.outcomes[key] ?? none, reference.outcomes[key] ?? none)
      if ours != theirs { lines.append("\(key.text(program)): production \(ours), reference \(theirs)") }
    }
    for cell in Set(production.cells.keys).union(reference.cells.keys)
    where production.cells[cell] != reference.cells[cell] {
      lines.append(
        "cell \(cell.text(program)): production \(Self.text(production.cells[cell])), "
          + "reference \(Self.text(reference.cells[cell]))")
    }
    lines.sort()
  }

  private static func text(_ standings: [EntityID?: ReferenceStanding]?) -> String {
    (standings ?? [:]).sorted { ($0.key?.index ?? -1) < ($1.key?.index ?? -1) }.map { "\($0.value)" }
      .joined(separator: " ")
  }
}

extension ReferenceKey {
  func text(_ program: Program) -> String { "\(rule).\(requirement) \(subject.text(program))" }
}

extension ReferenceSubject {
  func text(_ program: Program) -> String {
    let parts = [line, practitioner, site, payer].map { $0.map { program[$0].label } ?? "-" }
    let paper = paper.map { program[$0] }.map { part in
      // A file has no name of its own.
      let site = program.part("site", of: part)?.label
      return part.shape == "credentialing" ? "\(part.word("kind") ?? "") \(site ?? "")" : part.label
    }
    let others = [state, modality, paper, record].map { $0 ?? "-" }
    return ([concern.rawValue] + parts + others).joined(separator: "/")
  }
}
