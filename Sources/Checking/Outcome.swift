import Circuits

/// What a requirement comes to for one subject.
public enum Outcome: Hashable, Sendable {
  /// The rule does not bind the subject.
  case notApplicable
  case met
  /// Met by a pathway that the program has taken.
  case metBy(pathway: String)
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
    case .unverified: 3
    case .unknown: 4
    case .gap: 5
    }
  }
}

/// The two lanes of a check (S4): the truth with all facts, and with the verified ones alone.
struct Lanes {
  let all: Evaluation
  let verified: Evaluation

  init(_ circuit: Circuit, trustsRecalled: Bool) {
    all = Evaluation(circuit, lane: .all)
    verified = trustsRecalled ? all : Evaluation(circuit, lane: .verified)
  }

  /// A favourable answer needs the verified lane; an unfavourable one either.
  func outcome(of requirement: GroundedRequirement) -> Outcome {
    let holds = requirement.holds
    if all[holds] == .no || verified[holds] == .no { return .gap }
    guard all[holds] == .yes else { return .unknown }
    guard verified[holds] == .yes else { return .unverified }
    if verified[requirement.applies] == .no { return .notApplicable }
    if verified[requirement.met] == .yes { return .met }
    let route = requirement.routes.first { verified[$0.succeeds] == .yes }
    return route.map { .metBy(pathway: $0.pathway.id) } ?? .met
  }
}
