import Circuits
import Programs
import Rules

/// What a requirement comes to when the open positions hold what they are not said to lack.
struct HireAnswer: Sendable {
  /// Its truth with all facts, and with the verified ones alone.
  let all: Truth
  let verified: Truth
  /// What each open position must then hold.
  let conditions: [(position: EntityID, choice: Completion.Choice)]
}

/// Finds the conditions of hire on one day (LEGAL_MODEL section 6).
///
/// A position is one person: what one requirement needs a value to be narrows it for those that follow, the gravest
/// first. Lists are not narrowed, since each requirement may be met by another element.
struct HireAnswers {
  private let circuit: Circuit
  private let hires: Hires
  private let lanes: [Lane]
  private var allowed: [ReadID: Completion.Allowance] = [:]

  private init(circuit: Circuit, hires: Hires, lanes: [Lane]) {
    self.circuit = circuit
    self.hires = hires
    self.lanes = lanes
  }

  /// The answers of the requirements that are not met as the program stands, by the finding's id.
  static func all(_ grounding: Grounding, _ program: Program, trustsRecalled: Bool) -> [String: HireAnswer] {
    let hires = Hires(program)
    guard !hires.isEmpty else { return [:] }
    var answers = HireAnswers(
      circuit: grounding.circuit, hires: hires, lanes: trustsRecalled ? [.all] : [.verified, .all])
    var found: [String: HireAnswer] = [:]
    for consequence in Consequence.allCases.sorted(by: >) {
      for requirement in grounding.requirements where requirement.rule.consequence == consequence {
        if let answer = answers.answer(requirement) { found[requirement.id] = answer }
      }
    }
    return found
  }

  /// What a requirement comes to at best: met in the verified lane, else in that of all facts, else no gap. Nil where
  /// no open position has a say.
  private mutating func answer(_ requirement: GroundedRequirement) -> HireAnswer? {
    let ref = requirement.holds
    let named = circuit.reads(below: ref).compactMap { id in
      hires.position(of: circuit[id], for: requirement.subject).map { (id, $0) }
    }
    guard !named.isEmpty else { return nil }
    // What completes a paper that is listed comes before one more paper.
    let candidates =
      named.map(\.0).filter { !circuit[$0].isRemainder } + named.map(\.0).filter { circuit[$0].isRemainder }
    let positions = Dictionary(named, uniquingKeysWith: { first, _ in first })
    for (lane, floor) in lanes.map({ ($0, Truth.yes) }) + [(.all, .unknown)] {
      let completion = Completion(circuit, lane: lane, allowed: allowed)
      // What is so without any hire needs no condition.
      if completion.truth(of: ref).rawValue >= floor.rawValue { return nil }
      // Whoever meets a rule is hired rather than one whom it does not bind.
      for goal in [requirement.met, ref] {
        guard let choices = completion.choices(for: goal, among: candidates, reaching: floor) else { continue }
        return settle(ref, choices, positions)
      }
    }
    return nil
  }

  private mutating func settle(
    _ ref: Ref, _ choices: [Completion.Choice], _ positions: [ReadID: EntityID]
  ) -> HireAnswer {
    let all = Completion(circuit, lane: .all).truth(of: ref, with: choices)
    let isLaned = lanes.contains(.verified)
    let verified = isLaned ? Completion(circuit, lane: .verified).truth(of: ref, with: choices) : all
    for choice in choices {
      guard case .program = circuit[choice.read].origin else { continue }
      allowed[choice.read] = Completion.Allowance(choice, within: allowed[choice.read])
    }
    return HireAnswer(
      all: all, verified: verified,
      conditions: choices.compactMap { choice in positions[choice.read].map { ($0, choice) } })
  }
}

extension Read {
  /// Whether it says that a list may have more elements.
  fileprivate var isRemainder: Bool { if case .remainder = origin { true } else { false } }
}
