import CEL
import Documents
import Law
import Programs
import Rules

/// Unrolls the formulas of rules over one program on one day into a circuit.
struct Grounder {
  let rules: Rulebook
  let law: LawBook
  let conditions: [Condition: Formula]
  let program: Program
  let day: Day
  let asKnownOn: Day?
  var circuit: Circuit
  /// The next day on which something that was read changes.
  var nextChange: Int?

  /// The nodes by which two words that are read are the same: many requirements compare the same two.
  var sameWords: [[ReadID]: Ref] = [:]

  /// What law answered.
  var answers: [SplitKey: Answer] = [:]
  /// What definitions stand for that were applied before.
  var applied: [Application: Term] = [:]
  /// What formulas came to, and the names that they use.
  var grounded: [Application: Ref] = [:]
  var namesUsed: [Formula.Key: [String]] = [:]
  /// How often something was read that hangs on more than the variables in sight: on the subject at hand, from a
  /// condition in law, or on which of the texts of divided law is being tried.
  var contextReads = 0

  /// The subject's variables, which conditions in facts may use.
  var subject: Variables = [:] {
    didSet { if case .number(let on)? = subject["on"] { dateOfService = on } else { dateOfService = Self.clock } }
  }
  /// The date of service of the subject: the day of the check, or that of the case that is audited.
  private(set) var dateOfService = clock
  /// The day of the check.
  static let clock = Linear(0, clock: 1)
  /// The lists that count as empty when left out, in the requirement at hand.
  var emptyWhenOmitted: Set<String> = [] {
    didSet { omission = emptyWhenOmitted.isEmpty ? 0 : omissionNumber(emptyWhenOmitted) }
  }
  /// The number of that set: sets are few, and a number is compared faster.
  private(set) var omission = 0
  private var omissions: [Set<String>: Int] = [:]
  /// Facts with exceptions or contests: which of their values is being tried.
  var assignment: [SplitKey: Int] = [:]
  /// The first such fact that was met without an assignment.
  var undecided: Split?

  init(
    rules: Rulebook, law: LawBook, conditions: [Condition: Formula], program: Program, day: Day, asKnownOn: Day?
  ) {
    self.rules = rules
    self.law = law
    self.conditions = conditions
    self.program = program
    self.day = day
    self.asKnownOn = asKnownOn
    circuit = Circuit(day: day.number)
  }

  private mutating func omissionNumber(_ lists: Set<String>) -> Int {
    let number = omissions[lists] ?? omissions.count + 1
    omissions[lists] = number
    return number
  }

  /// What an expression stands for.
  mutating func term(_ node: Expression, _ checked: Checked, _ variables: Variables) -> Term {
    switch node.kind {
    case .literal(.bool(let flag)): return .truth(flag ? .yes : .no)
    case .literal(.int(let number)): return .number(Linear(Int(number)))
    case .literal(.string(let text)): return .word(text)
    case .identifier(let name): return variables[name] ?? unsettled("`\(name)` is not known here")
    case .select(let operand, let field): return select(field, of: term(operand, checked, variables))
    case .call(let name, let target, let arguments):
      return call(name, (target.map { [$0] } ?? []) + arguments, node, checked, variables)
    case .list(let elements):
      let terms = elements.map { (condition: Ref.yes, term: term($0, checked, variables)) }
      return .list(Term.List(elements: terms, remainder: .no))
    case .comprehension(let macro): return comprehension(macro, checked, variables)
    default: return unsettled("an expression outside of the rule profile")
    }
  }

  // MARK: Doubt

  /// The truth of a term; what is no truth is unknown.
  mutating func truth(_ term: Term) -> Ref {
    switch term {
    case .truth(let ref): return ref
    case .doubt(let id), .reading(let id): return circuit.leaf(.holds(id))
    default: return truth(unsettled("a value where a yes or no was expected"))
    }
  }

  /// What rules can't compute, with the reason.
  mutating func unsettled(_ reason: String) -> Term {
    .doubt(
      circuit.add(
        Read(
          origin: .unsettled(reason), subject: "", field: reason, domain: .open, value: .unknown, range: nil,
          answer: nil, words: nil)))
  }

  mutating func noteChange(_ day: Day?) {
    guard let number = day?.number, number > self.day.number else { return }
    nextChange = min(nextChange ?? number, number)
  }

  // MARK: Lists

  private mutating func comprehension(
    _ macro: Comprehension, _ checked: Checked, _ variables: Variables
  ) -> Term {
    let list = list(term(macro.range, checked, variables))
    switch macro.form {
    case .exists: return .truth(exists(list, macro, checked, variables))
    case .all: return .truth(forAll(list, macro, checked, variables))
    case .filter: return .list(filtered(list, macro.variable, macro.body, checked, variables))
    case .map: return .list(mapped(list, macro, checked, variables))
    case .existsOne: return unsettled("`exists_one` is not part of the rule profile")
    }
  }

  /// ∨(gᵢ ∧ pᵢ) ∨ m
  private mutating func exists(
    _ list: Term.List, _ macro: Comprehension, _ checked: Checked, _ variables: Variables
  ) -> Ref {
    var result = list.remainder
    for element in list.elements {
      let holds = truth(term(macro.body, checked, variables.with(macro.variable, element.term)))
      let both = circuit.and(element.condition, holds)
      result = circuit.or(result, both)
    }
    return result
  }

  /// ∧(¬gᵢ ∨ pᵢ) ∧ ¬m
  private mutating func forAll(
    _ list: Term.List, _ macro: Comprehension, _ checked: Checked, _ variables: Variables
  ) -> Ref {
    var result = list.remainder.not
    for element in list.elements {
      let holds = truth(term(macro.body, checked, variables.with(macro.variable, element.term)))
      let either = circuit.or(element.condition.not, holds)
      result = circuit.and(result, either)
    }
    return result
  }

  private mutating func filtered(
    _ list: Term.List, _ variable: String, _ body: Expression, _ checked: Checked, _ variables: Variables
  ) -> Term.List {
    var result = list
    for index in list.elements.indices {
      let holds = truth(term(body, checked, variables.with(variable, list.elements[index].term)))
      result.elements[index].condition = circuit.and(list.elements[index].condition, holds)
    }
    return result
  }

  private mutating func mapped(
    _ list: Term.List, _ macro: Comprehension, _ checked: Checked, _ variables: Variables
  ) -> Term.List {
    var result = list
    if let condition = macro.condition {
      result = filtered(list, macro.variable, condition, checked, variables)
    }
    for index in result.elements.indices {
      let inner = variables.with(macro.variable, result.elements[index].term)
      result.elements[index].term = term(macro.body, checked, inner)
    }
    return result
  }

  /// The list that a term is; what is no list may have any elements.
  mutating func list(_ term: Term) -> Term.List {
    if case .list(let list) = term { return list }
    return Term.List(elements: [], remainder: truth(term))
  }
}
