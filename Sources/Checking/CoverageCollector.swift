import CEL
import Circuits
import Rules

/// Notes what the expectations of tests have shown. What no expectation asserts counts for nothing: a test that does
/// not look can't fail.
struct CoverageCollector {
  private(set) var seen: Set<CoverageItem> = []

  /// Notes an answer that is as it was expected.
  mutating func note(_ answer: FindingMerger.Answer, _ lanes: Lanes) {
    let grounded = answer.requirement
    let place = CoverageItem.Place(owner: grounded.rule.id, requirement: grounded.requirement.id)
    if let outcome = CoverageItem.Outcome(answer.outcome) { seen.insert(.outcome(place, outcome)) }
    if let evaluation = lanes.deciding(answer.outcome, grounded.holds) {
      noteAlternatives(of: grounded.requirement, at: place, grounded.alternatives, evaluation)
    }
    if answer.outcome == .notApplicable {
      for exception in grounded.exceptions where lanes.verified[exception.binds] == .yes {
        seen.insert(.exception(rule: exception.rule.id))
      }
    }
    for route in grounded.routes { note(route, answer.outcome, grounded, lanes) }
  }

  // MARK: Pathways

  private mutating func note(
    _ route: GroundedRequirement.Route, _ outcome: Outcome, _ grounded: GroundedRequirement, _ lanes: Lanes
  ) {
    let id = route.pathway.id
    if outcome == .metBy(pathway: id) {
      seen.insert(.pathway(id, succeeds: true))
      noteParts(of: route, .met, lanes.verified)
      return
    }
    guard let evaluation = lanes.deciding(outcome, grounded.holds), evaluation[route.chosen] == .yes,
      evaluation[route.available] != .no
    else { return }
    if outcome == .gap { seen.insert(.pathway(id, succeeds: false)) }
    if outcome == .gap || outcome == .unknown, let kind = CoverageItem.Outcome(outcome) {
      noteParts(of: route, kind, evaluation)
    }
  }

  /// What a pathway asks, as far as it comes to what the whole comes to.
  private mutating func noteParts(
    of route: GroundedRequirement.Route, _ outcome: CoverageItem.Outcome, _ evaluation: Evaluation
  ) {
    for (part, alternatives) in zip(route.requirements, route.alternatives)
    where evaluation[part.holds] == outcome.truth {
      let place = CoverageItem.Place(owner: route.pathway.id, requirement: part.requirement.id)
      seen.insert(.outcome(place, outcome))
      noteAlternatives(of: part.requirement, at: place, alternatives, evaluation)
    }
  }

  // MARK: Alternatives

  /// An alternative decides where it is better than all others, or where all are needed worse. One that ends in what
  /// rules leave unsettled can't hold; it decides where it alone keeps a gap from being one.
  private mutating func noteAlternatives(
    of requirement: Requirement, at place: CoverageItem.Place, _ refs: [Ref], _ evaluation: Evaluation
  ) {
    guard requirement.join != .that else { return }
    let truths = refs.map { evaluation[$0] }
    for (index, alternative) in requirement.alternatives.enumerated() {
      var others = truths
      let own = others.remove(at: index)
      let decides =
        switch requirement.join {
        case .any:
          others.allSatisfy { $0.rawValue < own.rawValue }
            && (own == .yes || own == .unknown && alternative.formula.isUnsettled)
        case .all: others.allSatisfy { own.rawValue < $0.rawValue } && own == .no
        case .that: false
        }
      if decides { seen.insert(.alternative(place, name: alternative.name)) }
    }
  }
}

extension CoverageItem.Outcome {
  /// The outcome of a requirement itself; nil where it does not apply, is unverified, or a pathway stands in.
  fileprivate init?(_ outcome: Outcome) {
    switch outcome {
    case .met: self = .met
    case .gap: self = .gap
    case .unknown: self = .unknown
    case .notApplicable, .metBy, .conditional, .unverified: return nil
    }
  }

  fileprivate var truth: Truth {
    switch self {
    case .met: .yes
    case .gap: .no
    case .unknown: .unknown
    }
  }
}

extension Lanes {
  /// The lane in which an outcome is decided; nil where the rule does not apply or only recalled facts speak.
  fileprivate func deciding(_ outcome: Outcome, _ holds: Ref) -> Evaluation? {
    switch outcome {
    case .met: verified
    case .unknown: all
    case .gap: all[holds] == .no ? all : verified
    case .notApplicable, .metBy, .conditional, .unverified: nil
    }
  }
}

extension Formula {
  /// Whether it can't hold, since one of its conjuncts is `unsettled`.
  fileprivate var isUnsettled: Bool { Self.isUnsettled(expression) }

  private static func isUnsettled(_ node: Expression) -> Bool {
    switch node.kind {
    case .call("unsettled", _, _): true
    case .call("_&&_", _, let arguments): arguments.contains(where: isUnsettled)
    default: false
    }
  }
}
