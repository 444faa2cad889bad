import Documents
import Rules

/// The formulas of a requirement and its pathways in one order, so that their nodes can be joined one by one.
struct RequirementPlan {
  let rule: Rule
  let requirement: Requirement
  let pathways: [Pathway]
  private let exceptions: [Rule]
  private let rules: Rulebook
  private let instance: Instance

  init(rule: Rule, requirement: Requirement, rules: Rulebook, instance: Instance) {
    self.rule = rule
    self.requirement = requirement
    self.rules = rules
    self.instance = instance
    pathways = requirement.pathways.compactMap { rules.pathways[$0] }
    exceptions = (rules.exceptions[rule.id] ?? []).filter {
      $0.exception?.requirement == nil || $0.exception?.requirement == requirement.id
    }
  }

  /// applies, met, holds, the alternatives, the exceptions; then for each pathway available, chosen, succeeds, what it
  /// asks, and the alternatives of that.
  func ground(_ grounder: inout Grounder) -> [Ref] {
    let own = own(&grounder)
    // Most rules do not concern most subjects: by profession, service or payer. Exceptions are looked at all the same,
    // since two of them may contradict each other.
    guard own != .no || !exceptions.isEmpty else { return unbound }
    let bound = bound(own, &grounder)
    let (met, alternatives) = instance.isOpen ? open : met(requirement, &grounder)
    var holds = grounder.circuit.or(bound.not, met)
    var routes: [Ref] = []
    for pathway in pathways {
      let available = grounder.ground(pathway.available, grounder.subject)
      let chosen = grounder.ground(pathway.chosen, grounder.subject)
      var inner: [Ref] = []
      let asked = pathway.requirements.map { requirement -> Ref in
        let (met, alternatives) = self.met(requirement, &grounder)
        inner += alternatives
        let when = requirement.when.map { grounder.ground($0, grounder.subject) } ?? .yes
        return grounder.circuit.or(when.not, met)
      }
      let succeeds = grounder.circuit.all([available, chosen] + asked)
      holds = grounder.circuit.or(holds, succeeds)
      routes += [available, chosen, succeeds] + asked + inner
    }
    let excepted = exceptions.map { self.bound($0, &grounder) }
    return [bound, met, conflicting(holds, &grounder)] + alternatives + excepted + routes
  }

  /// The nodes of a requirement that does not bind its subject, whatever else is so.
  var unbound: [Ref] {
    let asked = pathways.map { 3 + $0.requirements.reduce(0) { $0 + 1 + $1.alternatives.count } }.reduce(0, +)
    let none = requirement.alternatives.count + exceptions.count + asked
    return [.no, .no, .yes] + Array(repeating: .no, count: none)
  }

  /// The requirement where it does not bind; it never has a gap, and so no message but the rule's title.
  func unbound(_ subject: Subject) -> GroundedRequirement {
    let messages = pathways.map { $0.requirements.map { _ in rule.title } }
    return assemble(unbound, subject: subject, message: rule.title, messages)
  }

  // MARK: What the rule binds

  /// The rule's own condition, the requirement's, and the record of law that is asked about.
  private func own(_ grounder: inout Grounder) -> Ref {
    let own = grounder.circuit.and(instance.condition, bound(rule, &grounder))
    guard own != .no, let when = requirement.when else { return own }
    return grounder.circuit.and(own, grounder.ground(when, grounder.subject))
  }

  /// Its own conditions, and no exception (S3).
  private func bound(_ own: Ref, _ grounder: inout Grounder) -> Ref {
    var bound = own
    for exception in exceptions {
      bound = grounder.circuit.and(bound, self.bound(exception, &grounder).not)
    }
    return bound
  }

  /// Whether a rule binds the subject, its own exceptions regarded; an exception binds only where it is in force.
  private func bound(_ rule: Rule, _ grounder: inout Grounder) -> Ref {
    if let exception = rule.exception {
      grounder.noteChange(exception.from)
      grounder.noteChange(exception.to)
      guard exception.holds(in: instance.subject.place?.state, on: grounder.dayOfService) else {
        return .no
      }
    }
    var bound = grounder.ground(rule.applies, grounder.subject)
    guard rule.id != self.rule.id else { return bound }
    for inner in rules.exceptions[rule.id] ?? [] where inner.exception?.requirement == nil {
      bound = grounder.circuit.and(bound, self.bound(inner, &grounder).not)
    }
    return bound
  }

  /// Where two exceptions hold without an order between them, nothing follows.
  private func conflicting(_ holds: Ref, _ grounder: inout Grounder) -> Ref {
    var holds = holds
    for (index, first) in exceptions.enumerated() {
      for second in exceptions[(index + 1)...] where !areOrdered(first, second) {
        // A record that is not law is nobody's subject.
        let both = grounder.circuit.all([instance.condition, bound(first, &grounder), bound(second, &grounder)])
        guard both != .no else { continue }
        let doubt = grounder.truth(grounder.unsettled("two exceptions hold: \(first.id) and \(second.id)"))
        holds = grounder.circuit.choose(both, doubt, holds)
      }
    }
    return holds
  }

  private func areOrdered(_ first: Rule, _ second: Rule) -> Bool {
    first.exception?.over.contains(second.id) ?? false || second.exception?.over.contains(first.id) ?? false
  }

  // MARK: What it asks

  /// What may be law besides the known records may ask what is not met. A pathway asks its own.
  private var open: (Ref, [Ref]) {
    (instance.condition.not, requirement.alternatives.map { _ in instance.condition.not })
  }

  private func met(_ requirement: Requirement, _ grounder: inout Grounder) -> (Ref, [Ref]) {
    let refs = requirement.alternatives.map { grounder.ground($0.formula, grounder.subject) }
    let met = requirement.join == .all ? grounder.circuit.all(refs) : grounder.circuit.any(refs)
    return (met, refs)
  }

  func assemble(
    _ refs: [Ref], subject: Subject, message: String, _ routeMessages: [[String]]
  ) -> GroundedRequirement {
    var rest = refs[...]
    func take(_ count: Int) -> [Ref] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let own = take(3)
    let alternatives = take(requirement.alternatives.count)
    let excepted = take(exceptions.count)
    let routes = zip(pathways, routeMessages).map { pathway, messages in
      let state = take(3)
      let asked = take(pathway.requirements.count)
      return GroundedRequirement.Route(
        pathway: pathway, available: state[0], chosen: state[1],
        requirements: Array(zip(pathway.requirements, asked)).map { ($0, $1) },
        alternatives: pathway.requirements.map { take($0.alternatives.count) }, succeeds: state[2], messages: messages)
    }
    return GroundedRequirement(
      rule: rule, requirement: requirement, subject: subject,
      applies: own[0], met: own[1], alternatives: alternatives,
      exceptions: Array(zip(exceptions, excepted)).map { ($0, $1) }, routes: routes,
      holds: own[2], message: message)
  }
}
