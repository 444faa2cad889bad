import Circuits
import Programs

/// What a requirement comes to for one subject.
public enum Outcome: Hashable, Sendable {
  /// The rule does not bind the subject.
  case notApplicable
  case met
  /// Met by a pathway that the program has taken.
  case metBy(pathway: String)
  /// Met, if whoever fills an open position holds what is listed as a condition of hire.
  case conditional
  /// Met, but only by facts that nobody checked against a text.
  case unverified
  /// What is known does not decide it.
  case unknown
  case gap

  /// The word for it.
  public var word: String {
    switch self {
    case .notApplicable: "not_applicable"
    case .met: "met"
    case .metBy(let pathway): "met by \(pathway)"
    case .conditional: "conditional"
    case .unverified: "unverified"
    case .unknown: "unknown"
    case .gap: "gap"
    }
  }

  /// How much attention it asks for.
  var gravity: Int {
    switch self {
    case .notApplicable: 0
    case .met: 1
    case .metBy: 2
    case .conditional: 3
    case .unverified: 4
    case .unknown: 5
    case .gap: 6
    }
  }
}

/// The two lanes of a check (S4): the truth with all facts, and with the verified ones alone.
struct Lanes: Sendable {
  let all: Evaluation
  let verified: Evaluation
  /// What the open positions change, by the finding's id.
  let hires: [String: HireAnswer]

  /// The lanes of a program's rules, its open positions filled.
  init(_ grounding: Grounding, _ program: Program, trustsRecalled: Bool) {
    let hires = HireAnswers.all(grounding, program, trustsRecalled: trustsRecalled)
    self.init(grounding.circuit, trustsRecalled: trustsRecalled, hires: hires)
  }

  /// The lanes of a circuit as it stands.
  init(_ circuit: Circuit, trustsRecalled: Bool, hires: [String: HireAnswer] = [:]) {
    all = Evaluation(circuit, lane: .all)
    verified = trustsRecalled ? all : Evaluation(circuit, lane: .verified)
    self.hires = hires
  }

  /// What the open positions change of a requirement.
  func hire(_ requirement: GroundedRequirement) -> HireAnswer? {
    hires.isEmpty ? nil : hires[requirement.id]
  }

  /// Whether a requirement holds in a lane, open positions filled as they must be.
  func truth(of requirement: GroundedRequirement, in lane: Lane) -> Truth {
    if let hire = hire(requirement) { return lane == .all ? hire.all : hire.verified }
    return lane == .all ? all[requirement.holds] : verified[requirement.holds]
  }

  /// A favourable answer needs the verified lane; an unfavourable one either.
  func outcome(of requirement: GroundedRequirement) -> Outcome {
    let inAll = truth(of: requirement, in: .all)
    let inVerified = truth(of: requirement, in: .verified)
    if inAll == .no || inVerified == .no { return .gap }
    guard inAll == .yes else { return .unknown }
    guard inVerified == .yes else { return .unverified }
    if hire(requirement) != nil { return .conditional }
    if verified[requirement.applies] == .no { return .notApplicable }
    if verified[requirement.met] == .yes { return .met }
    let route = requirement.routes.first { verified[$0.succeeds] == .yes }
    return route.map { .metBy(pathway: $0.pathway.id) } ?? .met
  }

  /// A pathway that is taken and fails speaks for the gap. What is no gap, or not known to be one, goes by the title.
  func message(_ grounded: GroundedRequirement, _ outcome: Outcome) -> String {
    guard outcome == .gap else { return grounded.rule.title }
    for route in grounded.routes where all[route.chosen] == .yes {
      for (index, asked) in route.requirements.enumerated() where all[asked.holds] == .no {
        return route.messages[index]
      }
    }
    return grounded.message
  }

  /// The named alternative that holds, where one is enough.
  func alternative(_ grounded: GroundedRequirement, _ outcome: Outcome) -> String? {
    guard outcome == .met || outcome == .unverified else { return nil }
    let evaluation = outcome == .met ? verified : all
    for (ref, alternative) in zip(grounded.alternatives, grounded.requirement.alternatives)
    where evaluation[ref] == .yes && !alternative.name.isEmpty {
      return grounded.requirement.join == .any ? alternative.name : nil
    }
    return nil
  }
}
