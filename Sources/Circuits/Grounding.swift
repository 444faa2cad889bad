import Documents
import Law
import Programs
import Rules

/// A program's rules unrolled on one day: the circuit, and for each requirement of each subject its nodes.
public struct Grounding: Sendable {
  /// The circuit.
  public let circuit: Circuit
  /// The requirements, rule by rule and subject by subject.
  public let requirements: [GroundedRequirement]
  /// The next day on which the law that was read changes, as a day number.
  public let nextChange: Int?

  private let program: Program

  /// The shape of a part of the program.
  public func shape(of id: EntityID) -> Shape? { ProgramShapes.all[program[id].shape] }

  /// Unrolls all rules over a program.
  public init(
    _ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], on day: Day,
    asKnownOn: Day? = nil
  ) {
    self.program = program
    var grounder = Grounder(
      rules: rules, law: law, conditions: conditions, program: program, day: day, asKnownOn: asKnownOn)
    var subjects: [Concern: [Subject]] = [:]
    var requirements: [GroundedRequirement] = []
    for rule in rules.rules {
      let known = subjects[rule.concern] ?? grounder.subjects(of: rule.concern)
      subjects[rule.concern] = known
      for subject in known {
        for requirement in rule.requirements {
          requirements.append(grounder.ground(requirement, of: rule, for: subject))
        }
      }
    }
    circuit = grounder.circuit
    nextChange = grounder.nextChange
    self.requirements = requirements
  }
}

/// A requirement for one subject, as nodes of a circuit.
public struct GroundedRequirement: Sendable {
  /// A pathway that may stand in for the requirement.
  public struct Route: Sendable {
    /// The pathway.
    public let pathway: Pathway
    /// Whether law and circumstances leave it open.
    public let available: Ref
    /// Whether the program has taken it.
    public let chosen: Ref
    /// What it asks, each with whether that holds.
    public let requirements: [(requirement: Requirement, holds: Ref)]
    /// Available, chosen and all that it asks.
    public let succeeds: Ref
    /// The messages of what it asks.
    public let messages: [String]
  }

  /// The rule.
  public let rule: Rule
  /// The requirement.
  public let requirement: Requirement
  /// The subject.
  public let subject: Subject
  /// Whether the rule binds the subject.
  public let applies: Ref
  /// Whether what it asks is met, without pathways.
  public let met: Ref
  /// The named alternatives, in order.
  public let alternatives: [Ref]
  /// The pathways, in order.
  public let routes: [Route]
  /// Not applicable, met, or met by a pathway.
  public let holds: Ref
  /// The message of a gap.
  public let message: String
}

extension Grounder {
  mutating func ground(
    _ requirement: Requirement, of rule: Rule, for subject: Subject
  ) -> GroundedRequirement {
    self.subject = subject.variables
    emptyWhenOmitted = requirement.emptyWhenOmitted
    let plan = RequirementPlan(rule: rule, requirement: requirement, rules: rules)
    let refs = settled(plan, [:])
    assignment = [:]
    let message = text(requirement.otherwise, subject.variables)
    let routeMessages = plan.pathways.map { $0.requirements.map { text($0.otherwise, subject.variables) } }
    emptyWhenOmitted = []
    return plan.assemble(refs, subject: subject, message: message, routeMessages)
  }

  /// The nodes of the plan. Where a fact has exceptions or is contested, all of its values are tried, and joined by
  /// the conditions of the exceptions: what every possible value gives stands (LEGAL_MODEL section 1).
  private mutating func settled(_ plan: RequirementPlan, _ tried: [SplitKey: Int]) -> [Ref] {
    assignment = tried
    undecided = nil
    let refs = plan.ground(&self)
    guard let split = undecided else { return refs }
    guard tried.count < 5 else {
      let unknown = truth(unsettled("more than five facts with exceptions in one requirement"))
      return refs.map { _ in unknown }
    }
    let choices = split.value.choices.indices.map { choice -> [Ref] in
      var next = tried
      next[split.key] = choice
      return settled(plan, next)
    }
    return join(choices, split, tried)
  }

  private mutating func join(_ choices: [[Ref]], _ split: Split, _ tried: [SplitKey: Int]) -> [Ref] {
    var result = choices[0]
    let exceptions = split.value.exceptions
    if split.value.contested != nil, let other = choices.last {
      let doubt = truth(contest(split))
      result = zip(other, result).map { circuit.choose(doubt, $0, $1) }
    }
    for index in exceptions.indices.reversed() {
      let when = condition(exceptions[index].when, tried)
      result = zip(choices[index + 1], result).map { circuit.choose(when, $0, $1) }
    }
    return result
  }

  /// Whether an exception's condition holds. One that reads a fact with exceptions of its own is unknown.
  private mutating func condition(_ condition: Condition, _ tried: [SplitKey: Int]) -> Ref {
    guard let formula = conditions[condition] else { return truth(unsettled("`\(condition.text)`")) }
    let before = emptyWhenOmitted
    emptyWhenOmitted = []
    assignment = tried
    undecided = nil
    let holds = ground(formula, subject)
    emptyWhenOmitted = before
    return undecided == nil ? holds : truth(unsettled("an exception that hangs on another exception"))
  }

  private mutating func contest(_ split: Split) -> Term {
    let origin = Read.Origin.contest(
      jurisdiction: split.key.jurisdiction, key: split.key.key, day: split.key.day)
    return .doubt(
      circuit.add(
        Read(
          origin: origin, subject: split.key.jurisdiction, field: split.key.key, domain: .bool, value: .unknown,
          range: split.value.range, answer: nil, words: "two texts disagree")))
  }
}

/// The formulas of a requirement and its pathways in one order, so that their nodes can be joined one by one.
struct RequirementPlan {
  let rule: Rule
  let requirement: Requirement
  let pathways: [Pathway]

  init(rule: Rule, requirement: Requirement, rules: Rulebook) {
    self.rule = rule
    self.requirement = requirement
    pathways = requirement.pathways.compactMap { rules.pathways[$0] }
  }

  /// applies, met, holds, the alternatives; then for each pathway available, chosen, succeeds and what it asks.
  func ground(_ grounder: inout Grounder) -> [Ref] {
    let bound = bound(rule.applies, requirement.when, &grounder)
    let (met, alternatives) = met(requirement, &grounder)
    var holds = grounder.circuit.or(bound.not, met)
    var routes: [Ref] = []
    for pathway in pathways {
      let available = grounder.ground(pathway.available, grounder.subject)
      let chosen = grounder.ground(pathway.chosen, grounder.subject)
      let asked = pathway.requirements.map { inner -> Ref in
        let met = self.met(inner, &grounder).0
        let when = inner.when.map { grounder.ground($0, grounder.subject) } ?? .yes
        return grounder.circuit.or(when.not, met)
      }
      let succeeds = grounder.circuit.all([available, chosen] + asked)
      holds = grounder.circuit.or(holds, succeeds)
      routes += [available, chosen, succeeds] + asked
    }
    return [bound, met, holds] + alternatives + routes
  }

  private func bound(_ applies: Formula, _ when: Formula?, _ grounder: inout Grounder) -> Ref {
    let general = grounder.ground(applies, grounder.subject)
    guard let when else { return general }
    let special = grounder.ground(when, grounder.subject)
    return grounder.circuit.and(general, special)
  }

  private func met(_ requirement: Requirement, _ grounder: inout Grounder) -> (Ref, [Ref]) {
    let refs = requirement.alternatives.map { grounder.ground($0.formula, grounder.subject) }
    let met = requirement.join == .all ? grounder.circuit.all(refs) : grounder.circuit.any(refs)
    return (met, refs)
  }

  func assemble(
    _ refs: [Ref], subject: Subject, message: String, _ routeMessages: [[String]]
  ) -> GroundedRequirement {
    let count = requirement.alternatives.count
    var rest = refs.dropFirst(3 + count)
    var routes: [GroundedRequirement.Route] = []
    for (pathway, messages) in zip(pathways, routeMessages) {
      let own = Array(rest.prefix(3 + pathway.requirements.count))
      rest = rest.dropFirst(own.count)
      routes.append(
        .init(
          pathway: pathway, available: own[0], chosen: own[1],
          requirements: Array(zip(pathway.requirements, own.dropFirst(3))).map { ($0, $1) }, succeeds: own[2],
          messages: messages))
    }
    return GroundedRequirement(
      rule: rule, requirement: requirement, subject: subject, applies: refs[0], met: refs[1],
      alternatives: Array(refs[3..<3 + count]), routes: routes, holds: refs[2], message: message)
  }
}
