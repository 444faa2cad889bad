import Programs
import Rules

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
  private struct Asked {
    let consequence: Consequence
    let subject: ReferenceSubject
    /// In the lane of all bases, and in that of the verified ones.
    let lanes: [Reference.Truths]
    let outcome: String

    /// A line is lawful once; what is unlawful towards a payer stands with that payer.
    var isLaw: Bool { consequence == .unlawful && subject.payer == nil }
  }

  private(set) var outcomes: [ReferenceKey: String] = [:]
  /// For each line, place and modality: before the law (nil), and before each payer.
  private(set) var cells: [ReferenceSubject: [EntityID?: ReferenceStanding]] = [:]
  private var asked: [Asked] = []
  private let o: Operators
  private let lane: Reference

  init(_ question: Reference.Question, trustsRecalled: Bool, _ operators: Operators = Operators()) {
    let lanes = [Trust.all, trustsRecalled ? .all : .verified].map { Reference(question, $0, operators) }
    (o, lane) = (operators, lanes[0])
    for rule in question.rules.rules {
      for subject in lanes[0].subjects(of: rule.concern) {
        for requirement in rule.requirements {
          let found = lanes.map { $0.truths(of: requirement, in: rule, for: subject) }
          for index in found[0].indices {
            var subject = subject
            subject.record = found[0][index].record
            let truths = found.map { $0[index].truths }
            let outcome = Self.outcome(truths[0], truths[1], requirement.pathways)
            outcomes[ReferenceKey(rule: rule.id, requirement: requirement.id, subject: subject)] = outcome
            asked.append(Asked(consequence: rule.consequence, subject: subject, lanes: truths, outcome: outcome))
          }
        }
      }
    }
    for cell in lanes[0].cells {
      for payer in [nil] + lanes[0].payers(cell).map(Optional.some) {
        let all = lanes[0].staff("all", cell)
        cells[cell, default: [:]][payer] = standing(cell, lanes[0].people(cell), allAreNeeded: !all.isEmpty, payer)
      }
    }
  }

  private static func outcome(_ all: Reference.Truths, _ verified: Reference.Truths, _ pathways: [String]) -> String {
    if all.ok == .F || verified.ok == .F { return "gap" }
    if all.ok == .U { return "unknown" }
    if verified.ok == .U { return "unverified" }
    if verified.applies == .F { return "not_applicable" }
    // Neither by itself where each of two texts of law meets it in another way.
    let pathway = zip(pathways, verified.pathways).first { $1 == .T }?.0
    return verified.met == .T ? "met" : pathway.map { "met by \($0)" } ?? "met"
  }

  /// Whoever delivers must be both lawful and paid: one person's licence and another's enrollment make no service
  /// that is paid. A pathway that any of them took counts, which is the more cautious reading.
  private func standing(
    _ cell: ReferenceSubject, _ people: [EntityID], allAreNeeded: Bool, _ payer: EntityID?
  ) -> ReferenceStanding {
    let reaching = people.map { person in
      var delivery = cell
      (delivery.practitioner, delivery.payer) = (person, payer)
      return asked.filter { entry in
        entry.consequence.blocks && (payer != nil || entry.isLaw) && lane.bears(entry.subject, on: delivery)
      }
    }
    func truth(_ lane: Int) -> Kleene {
      let each = reaching.map { entries in
        let binding = entries.filter { $0.isLaw == (payer == nil) && $0.subject.payer == payer }
        return o.answered(
          entries.reduce(.T) { o.and($0, $1.lanes[lane].ok) }, binding.reduce(.F) { o.or($0, $1.lanes[lane].applies) },
          o)
      }
      return o.alternatives(each, allAreNeeded, o)
    }
    switch (truth(0), truth(1)) {
    case (.F, _), (_, .F): return .blocked
    case (.U, _): return .undetermined
    case (_, .U): return .unverified
    case (.T, .T):
      let byPathway = reaching.joined().contains { $0.isLaw == (payer == nil) && $0.outcome.hasPrefix("met by") }
      return byPathway ? .readyWithPathways : .ready
    }
  }
}
