import Documents
import Law
import Programs
import Rules

/// The reference evaluator: SEMANTICS.md, read word by word and computed without any thought of speed. It evaluates
/// the trees of the rules directly, in one lane of trust, and shares no code with the circuits.
final class Reference {
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
    let applies: Kleene
    let met: Kleene
    let ok: Kleene
    let pathways: [Kleene]
  }

  let q: Question
  let trust: Trust
  let o: Operators
  /// The state of the subject, where it has one.
  var state: String?
  /// The subject's variables, which the conditions in law may use.
  var variables: [String: Value] = [:]
  var emptyWhenOmitted: Set<String> = []
  /// Which text of a divided fact is being tried, and the first that was met untried.
  var chosen: [Divided: Int] = [:]
  var undecided: Divided?

  init(_ question: Question, _ trust: Trust, _ operators: Operators) {
    (q, self.trust, o) = (question, trust, operators)
  }

  func truths(of requirement: Requirement, in rule: Rule, for subject: ReferenceSubject) -> Truths {
    emptyWhenOmitted = requirement.emptyWhenOmitted
    variables = self.variables(of: subject)
    state = subject.state
    let all = settled(rule, requirement, [:])
    return Truths(applies: all[0], met: all[1], ok: all[2], pathways: Array(all.dropFirst(3)))
  }

  /// Where law has exceptions or is contested, the requirement is evaluated under every text, and what all that may
  /// hold give stands.
  private func settled(_ rule: Rule, _ requirement: Requirement, _ tried: [Divided: Int]) -> [Kleene] {
    (chosen, undecided) = (tried, nil)
    let truths = self.truths(rule, requirement)
    guard let divided = undecided else { return truths }
    func under(_ text: Int) -> [Kleene] { settled(rule, requirement, tried.merging([divided: text]) { $1 }) }
    let exceptions = o.heedsExceptions ? divided.fact.exceptions : []
    var result = under(0)
    if divided.fact.contested != nil, o.heedsContests {
      result = zip(result, under(divided.fact.exceptions.count + 1)).map { $0 == $1 ? $0 : .U }
    }
    for (index, exception) in exceptions.enumerated().reversed() {
      (chosen, undecided) = (tried, nil)
      let holds = holds(exception.when)
      // A condition that hangs on law which is itself divided is unknown.
      let when = undecided == nil ? holds : .U
      result = zip(under(index + 1), result).map { when == .T || $0 == $1 ? $0 : when == .F ? $1 : .U }
    }
    return result
  }

  private func truths(_ rule: Rule, _ requirement: Requirement) -> [Kleene] {
    let exceptions = self.exceptions(from: rule, requirement)
    let applies = exceptions.reduce(o.and(binds(rule), requirement.when.map(truth) ?? .T)) {
      o.and($0, o.not(excepts($1)))
    }
    let met = met(requirement)
    let routes = requirement.pathways.compactMap { q.rules.pathways[$0] }.map { pathway in
      let asked = pathway.requirements.map { o.or(o.not($0.when.map(truth) ?? .T), self.met($0)) }
      return o.pathway(truth(pathway.available), truth(pathway.chosen), asked.reduce(.T, o.and), o)
    }
    let ok = o.ok(applies, met, routes.reduce(.F, o.or), o)
    return [applies, met, isDisputed(exceptions) ? .U : ok] + routes
  }

  // MARK: Exceptions

  private func exceptions(from rule: Rule, _ requirement: Requirement?) -> [Rule] {
    guard o.heedsRuleExceptions else { return [] }
    return (q.rules.exceptions[rule.id] ?? []).filter { other in
      other.exception?.requirement == nil || other.exception?.requirement == requirement?.id
    }
  }

  /// Whether what a rule applies to is here, and, for an exception, its state and its time.
  private func binds(_ rule: Rule) -> Kleene {
    guard let exception = rule.exception else { return truth(rule.applies) }
    let isHere = exception.states.isEmpty || state.map(exception.states.contains) ?? false
    let isNow = (exception.from.map { $0 <= q.day } ?? true) && (exception.to.map { q.day < $0 } ?? true)
    return isHere && isNow ? truth(rule.applies) : .F
  }

  /// Whether a rule takes the place of another, unless an exception takes its own.
  private func excepts(_ rule: Rule) -> Kleene {
    exceptions(from: rule, nil).reduce(binds(rule)) { o.and($0, o.not(excepts($1))) }
  }

  /// Whether two exceptions hold, or may hold, without an order between them: then nothing follows.
  private func isDisputed(_ exceptions: [Rule]) -> Bool {
    exceptions.contains { first in
      exceptions.contains { second in
        let orders = (first.exception?.over ?? []) + (second.exception?.over ?? [])
        return first.id < second.id && !orders.contains(first.id) && !orders.contains(second.id)
          && o.and(excepts(first), excepts(second)) != .F
      }
    }
  }

  private func met(_ requirement: Requirement) -> Kleene {
    let alternatives = requirement.alternatives.map { truth($0.formula) }
    return requirement.join == .all ? alternatives.reduce(.T, o.and) : alternatives.reduce(.F, o.or)
  }
}
