import Circuits
import Programs
import Rules

/// What a requirement comes to when the open positions hold what they are not said to lack.
struct HireAnswer {
  /// Its truth with all facts, and with the verified ones alone.
  let all: Truth
  let verified: Truth
  /// What each open position must then hold.
  let conditions: [(position: EntityID, choice: Completion.Choice)]
}

/// Finds the conditions of hire on one day (LEGAL_MODEL section 6).
///
/// A position is one person: a scalar that one requirement needs to have a value keeps it for the requirements that
/// follow. Lists don't, since each requirement may be met by another element.
struct HireAnswers {
  private let circuit: Circuit
  private let hires: Hires
  private let lanes: [Lane]
  private var fixed: [ReadID: ReadValue] = [:]

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
    for requirement in grounding.requirements {
      if let answer = answers.answer(requirement) { found[FindingWriter.id(of: requirement)] = answer }
    }
    return found
  }

  /// What a requirement comes to at best: met in the verified lane, else in that of all facts, else no gap. Nil where
  /// no open position has a say.
  private mutating func answer(_ requirement: GroundedRequirement) -> HireAnswer? {
    let ref = requirement.holds
    let reads = circuit.reads(below: ref)
    let positions = reads.compactMap { id in
      hires.position(of: circuit[id], for: requirement.subject).map { (id, $0) }
    }
    guard !positions.isEmpty else { return nil }
    let best = lanes.map { ($0, Truth.yes) } + [(.all, .unknown)]
    for (lane, floor) in best {
      let completion = Completion(circuit, lane: lane, fixed: fixed)
      guard let choices = completion.choices(for: ref, among: positions.map(\.0), reaching: floor) else { continue }
      // What is so without any hire needs no condition.
      return choices.isEmpty ? nil : settle(ref, choices, Dictionary(positions, uniquingKeysWith: { a, _ in a }))
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
      if case .program = circuit[choice.read].origin { fixed[choice.read] = choice.value }
    }
    return HireAnswer(
      all: all, verified: verified,
      conditions: choices.compactMap { choice in positions[choice.read].map { ($0, choice) } })
  }
}
