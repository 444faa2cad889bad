import Documents
import Programs

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
        subject: ReferenceSubject(requirement.subject))
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
  init(_ subject: Subject) {
    self.init(
      concern: subject.concern, line: subject.line, practitioner: subject.practitioner, state: subject.place?.state,
      site: subject.place?.site, modality: subject.modality, payer: subject.payer)
  }
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
      let (ours, theirs) = (production.outcomes[key] ?? "nothing", reference.outcomes[key] ?? "nothing")
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
    return ([concern.rawValue] + parts + [state ?? "-", modality ?? "-"]).joined(separator: "/")
  }
}
