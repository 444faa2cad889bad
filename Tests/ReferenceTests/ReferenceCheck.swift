import Documents
import Programs
import Rules

/// What a rule is asked about.
struct ReferenceSubject: Hashable {
  var concern: Concern
  var line: EntityID?
  var practitioner: EntityID?
  var state: String?
  var site: EntityID?
  var modality: String?
  var payer: EntityID?
}

/// A requirement for a subject.
struct ReferenceKey: Hashable {
  let rule: String
  let requirement: String
  let subject: ReferenceSubject
}

/// How a line stands before the law, or before one payer, the worst last.
enum ReferenceStanding: Int { case ready, readyWithPathways, unverified, undetermined, blocked }

/// A program checked on one day: the outcome of each requirement (S3, S4) and the standing of each cell (S7).
struct ReferenceCheck {
  private(set) var outcomes: [ReferenceKey: String] = [:]
  /// For each line, place and modality: before the law (nil), and before each payer.
  private(set) var cells: [ReferenceSubject: [EntityID?: ReferenceStanding]] = [:]
  private var asked: [(rule: Rule, key: ReferenceKey, truths: [Trust: Reference.Truths])] = []
  private let operators: Operators

  init(_ question: Reference.Question, trustsRecalled: Bool, _ operators: Operators = Operators()) {
    self.operators = operators
    let all = Reference(question, .all, operators)
    let verified = Reference(question, trustsRecalled ? .all : .verified, operators)
    for rule in question.rules.rules {
      for subject in all.subjects(of: rule.concern) {
        for requirement in rule.requirements {
          let key = ReferenceKey(rule: rule.id, requirement: requirement.id, subject: subject)
          let truths = [
            Trust.all: all.truths(of: requirement, in: rule, for: subject),
            .verified: verified.truths(of: requirement, in: rule, for: subject),
          ]
          asked.append((rule, key, truths))
          outcomes[key] = Self.outcome(truths, requirement.pathways)
        }
      }
    }
    for encounter in all.encounters { cells[encounter] = standings(encounter, question.program) }
  }

  private static func outcome(_ truths: [Trust: Reference.Truths], _ pathways: [String]) -> String {
    guard let all = truths[.all], let verified = truths[.verified] else { return "unknown" }
    if all.ok == .F || verified.ok == .F { return "gap" }
    if all.ok == .U { return "unknown" }
    if verified.ok == .U { return "unverified" }
    if verified.applies == .F { return "not_applicable" }
    if verified.met == .T { return "met" }
    // None of them alone where it is met under each of two texts in another way.
    return zip(pathways, verified.pathways).first { $1 == .T }.map { "met by \($0.0)" } ?? "met"
  }

  private func standings(_ cell: ReferenceSubject, _ program: Program) -> [EntityID?: ReferenceStanding] {
    guard let line = cell.line, let staffing = program.part("staff", of: program[line]) else { return [:] }
    let all = program.parts("all", of: staffing).map(\.id)
    let people = all.isEmpty ? program.parts("any", of: staffing).map(\.id) : all
    let payers = program.parts("payers", of: program[line]).map { Optional($0.id) }
    var standings: [EntityID?: ReferenceStanding] = [:]
    for payer in [nil] + payers { standings[payer] = standing(cell, people, !all.isEmpty, payer) }
    return standings
  }

  /// Whoever delivers must be both lawful and paid: one person's licence and another's enrollment make no service
  /// that is paid. What any deliverer owes to a pathway counts, which is the more cautious reading.
  private func standing(
    _ cell: ReferenceSubject, _ people: [EntityID], _ allAreNeeded: Bool, _ payer: EntityID?
  ) -> ReferenceStanding {
    let reaching = people.map { person in
      asked.filter { $0.rule.consequence.blocks && $0.key.subject.reaches(cell, person, payer) }
    }
    // Lawful is a line once; before a payer counts what concerns payment, and what is unlawful towards that payer.
    func isLaw(_ entry: (rule: Rule, key: ReferenceKey, truths: [Trust: Reference.Truths])) -> Bool {
      entry.rule.consequence == .unlawful && entry.key.subject.payer == nil
    }
    let relevant = reaching.map { $0.filter { payer != nil || isLaw($0) } }
    func truth(_ trust: Trust) -> Kleene {
      let each = relevant.map { entries -> Kleene in
        let holds = entries.reduce(.T) { operators.and($0, $1.truths[trust]?.ok ?? .U) }
        let binding = entries.filter { isLaw($0) == (payer == nil) && (payer == nil || $0.key.subject.payer == payer) }
        return operators.answered(
          holds, binding.reduce(.F) { operators.or($0, $1.truths[trust]?.applies ?? .U) }, operators)
      }
      return operators.alternatives(each, allAreNeeded, operators)
    }
    let byPathway = relevant.joined().contains {
      isLaw($0) == (payer == nil) && outcomes[$0.key]?.hasPrefix("met by ") ?? false
    }
    switch (truth(.all), truth(.verified)) {
    case (.F, _), (_, .F): return .blocked
    case (.U, _): return .undetermined
    case (_, .U): return .unverified
    case (.T, .T): return byPathway ? .readyWithPathways : .ready
    }
  }
}

extension ReferenceSubject {
  /// Whether what is found of the subject bears on a cell (S7).
  func reaches(_ cell: ReferenceSubject, _ person: EntityID, _ payer: EntityID?) -> Bool {
    switch concern {
    case .program: true
    case .supervision, .payer, .contract, .credentialing: false
    case .site: site == cell.site
    case .practitioner: practitioner == person
    case .practice: practitioner == person && state == cell.state
    case .service: (line, state, site) == (cell.line, cell.state, cell.site)
    case .coverage: (line, state, site, self.payer) == (cell.line, cell.state, cell.site, payer)
    case .delivery:
      (line, state, site, practitioner, modality) == (cell.line, cell.state, cell.site, person, cell.modality)
    case .claim:
      (line, state, site, practitioner, modality, self.payer)
        == (cell.line, cell.state, cell.site, person, cell.modality, payer)
    }
  }
}
