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
  /// How many more can't bind their subject and are not listed.
  public let unlisted: Int
  /// The next day on which the law that was read changes, as a day number.
  public let nextChange: Int?

  private let program: Program
  private let rules: Rulebook
  private let law: LawBook
  private let conditions: [Condition: Formula]
  private let asKnownOn: Day?

  /// The shape of a part of the program.
  public func shape(of id: EntityID) -> Shape? { ProgramShapes.all[program[id].shape] }

  /// Unrolls rules over a program: all of them, or only those whose ids are given. Exceptions from those are always
  /// regarded. What can't bind its subject, whatever is learned, is most of a large program; `keepsUnbound` says
  /// whether it is listed too.
  public init(
    _ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], on day: Day,
    asKnownOn: Day? = nil, only ids: Set<String>? = nil, keepsUnbound: Bool = true
  ) {
    self.program = program
    self.rules = rules
    self.law = law
    self.conditions = conditions
    self.asKnownOn = asKnownOn
    var grounder = Grounder(
      rules: rules, law: law, conditions: conditions, program: program, day: day, asKnownOn: asKnownOn)
    var subjects: [Concern: [Subject]] = [:]
    var requirements: [GroundedRequirement] = []
    var unlisted = 0
    for rule in rules.rules where ids?.contains(rule.id) ?? true {
      let known = subjects[rule.concern] ?? grounder.subjects(of: rule.concern)
      subjects[rule.concern] = known
      for subject in known {
        for instance in grounder.instances(of: rule, for: subject) {
          if grounder.isUnbound(rule, instance) {
            guard keepsUnbound else {
              unlisted += rule.requirements.count
              continue
            }
            requirements += rule.requirements.map { grounder.unbound($0, of: rule, for: instance) }
            continue
          }
          for requirement in rule.requirements {
            requirements.append(grounder.ground(requirement, of: rule, for: instance))
          }
        }
      }
    }
    circuit = grounder.circuit
    nextChange = grounder.nextChange
    self.requirements = requirements
    self.unlisted = unlisted
  }

  /// The formulas of one of the requirements as trees, whose nodes are those of the circuit with a few more.
  public func trace(_ grounded: GroundedRequirement) -> RequirementTrace {
    var grounder = Grounder(
      rules: rules, law: law, conditions: conditions, program: program, day: Day(number: circuit.day),
      asKnownOn: asKnownOn)
    grounder.circuit = circuit
    return grounder.trace(grounded)
  }
}

/// A requirement for one subject, as nodes of a circuit; shared, since it is large and never changes.
public final class GroundedRequirement: Sendable {
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
    /// The named alternatives of each of those, in order.
    public let alternatives: [[Ref]]
    /// Available, chosen and all that it asks.
    public let succeeds: Ref
    /// The messages of what it asks.
    public let messages: [String]
  }

  /// A stable name: rule, requirement and subject.
  public let id: String
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
  /// The exceptions from it, each with whether it binds the subject in the rule's place.
  public let exceptions: [(rule: Rule, binds: Ref)]
  /// The pathways, in order.
  public let routes: [Route]
  /// Not applicable, met, or met by a pathway.
  public let holds: Ref
  /// The message of a gap.
  public let message: String

  init(
    rule: Rule, requirement: Requirement, subject: Subject, applies: Ref, met: Ref, alternatives: [Ref],
    exceptions: [(rule: Rule, binds: Ref)], routes: [Route], holds: Ref, message: String
  ) {
    id = "\(rule.id).\(requirement.id):\(subject.id)"
    (self.rule, self.requirement, self.subject) = (rule, requirement, subject)
    (self.applies, self.met, self.holds) = (applies, met, holds)
    (self.alternatives, self.exceptions, self.routes) = (alternatives, exceptions, routes)
    self.message = message
  }
}

extension Grounder {
  mutating func ground(
    _ requirement: Requirement, of rule: Rule, for instance: Instance
  ) -> GroundedRequirement {
    let subject = instance.subject
    emptyWhenOmitted = requirement.emptyWhenOmitted
    self.subject = variables(of: subject)
    let plan = RequirementPlan(rule: rule, requirement: requirement, rules: rules, instance: instance)
    let refs = settled { plan.ground(&$0) }
    assignment = [:]
    // A gap's message is for those whom the rule may bind.
    guard refs != plan.unbound else { return plan.unbound(subject) }
    let variables = self.subject
    let message = text(requirement.otherwise, self.subject)
    let routeMessages = plan.pathways.map { $0.requirements.map { text($0.otherwise, variables) } }
    emptyWhenOmitted = []
    return plan.assemble(refs, subject: subject, message: message, routeMessages)
  }

  /// Whether a rule can't bind a subject, whatever is learned: its condition folds to *no*, and no exceptions from it
  /// may contradict each other.
  mutating func isUnbound(_ rule: Rule, _ instance: Instance) -> Bool {
    guard rules.exceptions[rule.id] == nil else { return false }
    emptyWhenOmitted = []
    subject = instance.subject.variables
    assignment = [:]
    undecided = nil
    return ground(rule.applies, subject) == .no && undecided == nil
  }

  /// A requirement of a rule that can't bind the subject.
  func unbound(_ requirement: Requirement, of rule: Rule, for instance: Instance) -> GroundedRequirement {
    RequirementPlan(rule: rule, requirement: requirement, rules: rules, instance: instance).unbound(instance.subject)
  }

  /// The variables of a subject. Whether a list that is left out counts as empty is a matter of the requirement, so the
  /// lists among them are looked up anew for each.
  mutating func variables(of subject: Subject) -> Variables {
    var variables = subject.variables
    if let line = subject.line, variables["supervision"] != nil {
      variables["supervision"] = select("supervision", of: .part(line))
    }
    if case .list(var delegates)? = variables["delegates"] {
      delegates.remainder = list(select("agreements", of: .part(program.root.id))).remainder
      variables["delegates"] = .list(delegates)
    }
    if case .list(var services)? = variables["services"] {
      for (index, element) in services.elements.enumerated() {
        if case .part(let line) = element.term { services.elements[index].condition = isPaid(line) }
      }
      variables["services"] = .list(services)
    }
    return variables
  }

  /// The nodes that `nodes` makes. Where a fact has exceptions or is contested, all of its values are tried, and joined
  /// by the conditions of the exceptions: what every possible value gives stands (LEGAL_MODEL section 1).
  mutating func settled(_ tried: [SplitKey: Int] = [:], _ nodes: (inout Grounder) -> [Ref]) -> [Ref] {
    assignment = tried
    undecided = nil
    let refs = nodes(&self)
    guard let split = undecided else { return refs }
    guard tried.count < 5 else {
      let unknown = truth(unsettled("more than five facts with exceptions in one requirement"))
      return refs.map { _ in unknown }
    }
    let choices = split.value.choices.indices.map { choice -> [Ref] in
      var next = tried
      next[split.key] = choice
      return settled(next, nodes)
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
  mutating func condition(_ condition: Condition, _ tried: [SplitKey: Int]) -> Ref {
    contextReads += 1
    guard let formula = conditions[condition] else { return truth(unsettled("`\(condition.text)`")) }
    let before = emptyWhenOmitted
    emptyWhenOmitted = []
    assignment = tried
    undecided = nil
    let holds = ground(formula, subject)
    emptyWhenOmitted = before
    return undecided == nil ? holds : truth(unsettled("an exception that hangs on another exception"))
  }

  mutating func contest(_ split: Split) -> Term {
    let origin = Read.Origin.contest(
      jurisdiction: split.key.jurisdiction, key: split.key.key, day: split.key.day)
    return .doubt(
      circuit.add(
        Read(
          origin: origin, subject: split.key.jurisdiction, field: split.key.key, domain: .bool, value: .unknown,
          range: split.value.range, answer: nil, words: "two texts disagree")))
  }
}
