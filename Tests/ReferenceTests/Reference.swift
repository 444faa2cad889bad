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
  /// The state of the subject, where it has one, and its date of service.
  var state: String?
  var today: Day
  /// The subject's variables, which the conditions in law may use.
  var variables: [String: Value] = [:]
  var emptyWhenOmitted: Set<String> = []
  /// The record of law that is asked about, where a rule asks about each.
  var asked: AskedRecord?
  /// Which text of a divided fact is being tried, and the first that was met untried.
  var chosen: [Divided: Int] = [:]
  var undecided: Divided?

  init(_ question: Question, _ trust: Trust, _ operators: Operators) {
    (q, self.trust, o) = (question, trust, operators)
    today = question.day
  }

  /// What a requirement comes to for a subject, for each record where the rule asks about each.
  func truths(
    of requirement: Requirement, in rule: Rule, for subject: ReferenceSubject
  ) -> [(record: String?, truths: Truths)] {
    let records = self.records(of: rule, for: subject)
    emptyWhenOmitted = requirement.emptyWhenOmitted
    look(at: subject)
    let all = records.map { record in
      asked = record
      if let record { variables[record.name] = record.value ?? .unknown }
      return settled(rule, requirement)
    }
    return zip(zip(records, all), o.each(all.map { $0[2] })).map { found, ok in
      let (record, all) = found
      return (record?.number, Truths(applies: all[0], met: all[1], ok: ok, pathways: Array(all.dropFirst(3))))
    }
  }

  func look(at subject: ReferenceSubject) {
    (today, state, asked) = (dateOfService(of: subject), subject.state, nil)
    variables = self.variables(of: subject)
  }

  /// Where law has exceptions or is contested, the requirement is evaluated under every text, and what all that may
  /// hold give stands.
  private func settled(_ rule: Rule, _ requirement: Requirement) -> [Kleene] {
    let results = underEveryText { self.truths(rule, requirement) }
    let possible = results.filter { $0.holds != .F }.map(\.found)
    return possible.dropFirst().reduce(possible.first ?? results[0].found) { zip($0, $1).map { $0 == $1 ? $0 : .U } }
  }

  private func truths(_ rule: Rule, _ requirement: Requirement) -> [Kleene] {
    let exceptions = self.exceptions(from: rule, requirement)
    let own = o.and(o.and(asked?.isLaw ?? .T, binds(rule)), requirement.when.map(truth) ?? .T)
    let applies = exceptions.reduce(own) {
      o.and($0, o.not(excepts($1)))
    }
    // What may be law besides the known records may ask what is not met.
    let met = asked.flatMap { $0.value == nil ? o.not($0.isLaw) : nil } ?? self.met(requirement)
    let routes = requirement.pathways.compactMap { q.rules.pathways[$0] }.map { pathway in
      let asked = pathway.requirements.map { o.or(o.not($0.when.map(truth) ?? .T), self.met($0)) }
      return o.pathway(truth(pathway.available), truth(pathway.chosen), asked.reduce(.T, o.and), o)
    }
    let ok = o.ok(applies, met, routes.reduce(.F, o.or), o)
    return [applies, met, isDisputed(exceptions) && asked?.isLaw != .F ? .U : ok] + routes
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
    let isNow = (exception.from.map { $0 <= today } ?? true) && (exception.to.map { today < $0 } ?? true)
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
