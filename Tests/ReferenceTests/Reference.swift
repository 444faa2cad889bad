import Documents
import Law
import Programs
import Rules

/// The reference evaluator: SEMANTICS.md, read word by word and computed without any thought of speed. It evaluates
/// the trees of the rules directly, in one lane of trust, and shares no code with the circuits.
final class Reference {
  let rules: Rulebook
  let law: LawBook
  let conditions: [Condition: Formula]
  let program: Program
  let day: Day
  let asKnownOn: Day?
  let trust: Trust
  let o: Operators
  /// The subject's variables, which the conditions in law may use.
  var variables: [String: Value] = [:]
  var emptyWhenOmitted: Set<String> = []
  /// Which text of a divided fact is being tried, and the first that was met untried.
  var chosen: [Divided: Int] = [:]
  var undecided: Divided?

  init(_ question: Question, _ trust: Trust, _ operators: Operators) {
    rules = question.rules
    law = question.law
    conditions = question.conditions
    program = question.program
    day = question.day
    asKnownOn = question.asKnownOn
    self.trust = trust
    o = operators
  }

  /// Everything that an evaluation depends on.
  struct Question {
    var program: Program
    var rules: Rulebook
    var law: LawBook
    var conditions: [Condition: Formula]
    var day: Day
    var asKnownOn: Day?
  }

  /// What a requirement comes to in this lane: whether it binds, is met, holds (S3), and which pathways succeed.
  struct Truths {
    var applies: Kleene
    var met: Kleene
    var ok: Kleene
    var pathways: [Kleene]
  }

  func truths(of requirement: Requirement, in rule: Rule, for subject: ReferenceSubject) -> Truths {
    // A variable that stands for a list of the program belongs to no requirement: left out, it is unknown.
    emptyWhenOmitted = []
    variables = self.variables(of: subject)
    emptyWhenOmitted = requirement.emptyWhenOmitted
    let all = settled(rule, requirement, [:])
    return Truths(applies: all[0], met: all[1], ok: all[2], pathways: Array(all.dropFirst(3)))
  }

  /// Where law has exceptions or is contested, the requirement is evaluated under every text, and what all that may
  /// hold give stands.
  private func settled(_ rule: Rule, _ requirement: Requirement, _ tried: [Divided: Int]) -> [Kleene] {
    chosen = tried
    undecided = nil
    let truths = self.truths(rule, requirement)
    guard let divided = undecided else { return truths }
    func under(_ text: Int) -> [Kleene] { settled(rule, requirement, tried.merging([divided: text]) { $1 }) }
    let exceptions = divided.fact.exceptions
    var result = under(0)
    if divided.fact.contested != nil, o.heedsContests {
      result = zip(result, under(exceptions.count + 1)).map { $0 == $1 ? $0 : .U }
    }
    guard o.heedsExceptions else { return result }
    for (index, exception) in exceptions.enumerated().reversed() {
      chosen = tried
      undecided = nil
      // A condition that hangs on law which is itself divided is unknown.
      let holds = holds(exception.when)
      let when = undecided == nil ? holds : .U
      result = zip(under(index + 1), result).map { other, general in
        switch when {
        case .T: other
        case .F: general
        case .U: other == general ? other : .U
        }
      }
    }
    return result
  }

  private func truths(_ rule: Rule, _ requirement: Requirement) -> [Kleene] {
    let when = requirement.when.map { truth($0, variables) } ?? .T
    let applies = o.and(truth(rule.applies, variables), when)
    let met = met(requirement)
    let routes = requirement.pathways.compactMap { rules.pathways[$0] }.map { pathway in
      let asked = pathway.requirements.map { inner in
        o.or(o.not(inner.when.map { truth($0, variables) } ?? .T), self.met(inner))
      }
      return o.pathway(
        truth(pathway.available, variables), truth(pathway.chosen, variables), asked.reduce(.T, o.and), o)
    }
    return [applies, met, o.ok(applies, met, routes.reduce(.F, o.or), o)] + routes
  }

  private func met(_ requirement: Requirement) -> Kleene {
    let alternatives = requirement.alternatives.map { truth($0.formula, variables) }
    return requirement.join == .all ? alternatives.reduce(.T, o.and) : alternatives.reduce(.F, o.or)
  }
}
