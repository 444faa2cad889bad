import CEL
import Documents
import Programs
import Rules

extension Grounder {
  /// The meaning of an operator, a function of the host, or a definition.
  mutating func call(
    _ name: String, _ arguments: [Expression], _ node: Expression, _ checked: Checked, _ variables: Variables
  ) -> Term {
    if let definition = definition(name, node, checked) { return apply(definition, to: arguments, checked, variables) }
    if arguments.count == 2, name == "_&&_" || name == "_||_" {
      return .truth(joined(arguments, isAnd: name == "_&&_", checked, variables))
    }
    let terms = arguments.map { term($0, checked, variables) }
    switch (name, terms.count) {
    case ("!_", 1): return .truth(truth(terms[0]).not)
    case ("_==_", 2): return .truth(equal(terms[0], terms[1]))
    case ("_!=_", 2): return .truth(equal(terms[0], terms[1]).not)
    case ("@in", 2): return .truth(contains(list(terms[1]), terms[0]))
    case ("size", 1): return .number(size(list(terms[0])))
    case ("sum", 1): return sum(list(terms[0]))
    case ("_[_]", 2): return lookUp(terms[1], in: terms[0], as: checked.types[node.id])
    case ("law_of", 1): return law(of: terms[0])
    case ("law_of", 2): return law(of: terms[0], on: terms[1])
    case ("law_on", 1): return law("law", on: terms[0])
    case ("federal_on", 1): return law("federal", on: terms[0])
    case ("standards_on", 1): return law("standards", on: terms[0])
    case ("end_of_month", 1): return shifted(terms[0], .endOfMonth)
    case ("add", 3): return added(terms)
    case ("unsettled", 1):
      if case .word(let reason) = terms[0] { return unsettled(reason) }
      return unsettled("this rule")
    default: return arithmetic(name, terms)
    }
  }

  /// Both or either. What folds to *no* or *yes* by structure alone settles it, and the rest is not unrolled: most rules
  /// begin with the profession, service or payer that they are about.
  private mutating func joined(
    _ arguments: [Expression], isAnd: Bool, _ checked: Checked, _ variables: Variables
  ) -> Ref {
    let left = truth(term(arguments[0], checked, variables))
    if left == (isAnd ? .no : .yes) { return left }
    let right = truth(term(arguments[1], checked, variables))
    return isAnd ? circuit.and(left, right) : circuit.or(left, right)
  }

  // MARK: Numbers

  private mutating func arithmetic(_ name: String, _ terms: [Term]) -> Term {
    if name == "-_", terms.count == 1 { return number(terms[0]).map { .number(-$0) } ?? doubtful(terms) }
    guard terms.count == 2 else { return unsettled("`\(name)`") }
    if case .cap(let limit, let unlimited) = terms[1], let left = number(terms[0]) {
      let within = atMost(left + -limit)
      return .truth(circuit.or(unlimited, within))
    }
    guard let a = number(terms[0]), let b = number(terms[1]) else { return doubtful(terms) }
    switch name {
    case "_<=_": return .truth(atMost(a + -b))
    case "_<_": return .truth(atMost(a + -b + Linear(1)))
    case "_>=_": return .truth(atMost(b + -a))
    case "_>_": return .truth(atMost(b + -a + Linear(1)))
    case "_+_", "add": return .number(a + b)
    case "_-_": return .number(a + -b)
    case "days": return .number(b + -a)
    default: return unsettled("`\(name)`")
    }
  }

  /// `add(date, n, unit)`.
  private mutating func added(_ terms: [Term]) -> Term {
    guard case .word(let unit) = terms[2], let amount = number(terms[1]) else { return doubtful(terms) }
    if unit == "days" { return number(terms[0]).map { .number($0 + amount) } ?? doubtful(terms) }
    guard let count = amount.known else { return unsettled("a number of months or business days that is not known") }
    return shifted(terms[0], unit == "months" ? .months(count) : .businessDays(count))
  }

  /// A date moved by the calendar: one that is read, the day of the evaluation, or a constant.
  private mutating func shifted(_ term: Term, _ shift: DateShift) -> Term {
    guard let date = number(term) else { return doubtful([term]) }
    if date.terms.isEmpty {
      // The day of the evaluation is a constant of its circuit, but moves with it: the next day is another.
      let moved = shift.bounds(of: date.constant + date.clock * day.number)
      if date.clock != 0 { noteChange(day.adding(days: 1)) }
      guard moved.lowerBound == moved.upperBound else { return unsettled("business days without coded holidays") }
      return .number(Linear(moved.lowerBound))
    }
    guard date.terms.count == 1, date.clock == 0, date.constant == 0, let only = date.terms.first,
      only.coefficient == 1, only.condition == .yes, case .read(let id) = only.amount
    else { return unsettled("the shift of a date that is made of several") }
    return .number(Linear(terms: [.init(coefficient: 1, amount: .shifted(id, shift), condition: .yes)]))
  }

  /// Whether a number or date is at most another.
  mutating func compared(_ a: Term, isAtMost b: Term) -> Ref { truth(arithmetic("_<=_", [a, b])) }

  private mutating func atMost(_ linear: Linear) -> Ref { circuit.leaf(.atMost(linear)) }

  /// The first argument that is in doubt stands for the whole.
  private mutating func doubtful(_ terms: [Term]) -> Term {
    for case .doubt(let id) in terms { return .doubt(id) }
    return unsettled("a value where a number was expected")
  }

  private func number(_ term: Term) -> Linear? {
    switch term {
    case .number(let linear): linear
    case .doubt(let id): Linear(terms: [.init(coefficient: 1, amount: .read(id), condition: .yes)])
    default: nil
    }
  }

  private func size(_ list: Term.List) -> Linear {
    var count = Linear()
    for element in list.elements {
      count = count + Linear(terms: [.init(coefficient: 1, amount: .one, condition: element.condition)])
    }
    return count + more(list)
  }

  private mutating func sum(_ list: Term.List) -> Term {
    var total = more(list)
    for element in list.elements {
      guard let amount = number(element.term) else { return doubtful([element.term]) }
      guard amount.clock == 0 else { return unsettled("a sum of days") }
      if amount.constant != 0 {
        let constant = Linear.Term(coefficient: amount.constant, amount: .one, condition: element.condition)
        total = total + Linear(terms: [constant])
      }
      for term in amount.terms {
        let condition = circuit.and(element.condition, term.condition)
        let part = Linear.Term(coefficient: term.coefficient, amount: term.amount, condition: condition)
        total = total + Linear(terms: [part])
      }
    }
    return .number(total)
  }

  /// What elements besides those stated may add.
  private func more(_ list: Term.List) -> Linear {
    guard list.remainder != .no else { return Linear() }
    return Linear(terms: [.init(coefficient: 1, amount: .unbounded, condition: list.remainder)])
  }

  // MARK: Equality

  private mutating func contains(_ list: Term.List, _ term: Term) -> Ref {
    if case .reading(let id) = term, let words = list.certainWords {
      return circuit.leaf(.oneOf(id, words))
    }
    var result = list.remainder
    for element in list.elements {
      let same = equal(element.term, term)
      let both = circuit.and(element.condition, same)
      result = circuit.or(result, both)
    }
    return result
  }

  mutating func equal(_ a: Term, _ b: Term) -> Ref {
    switch (a, b) {
    case (.word(let x), .word(let y)): return x == y ? .yes : .no
    case (.word(let word), .reading(let id)), (.reading(let id), .word(let word)):
      return circuit.leaf(.oneOf(id, [word]))
    case (.reading(let x), .reading(let y)): return sameWord(x, y)
    case (.part(let x), .part(let y)): return x == y ? .yes : .no
    case (.unstated(let owner, let path, _), _), (_, .unstated(let owner, let path, _)):
      return circuit.leaf(.holds(missingPart(owner, path)))
    case (.truth(let x), .truth(let y)): return circuit.same(x, y)
    case (.doubt(let id), _), (_, .doubt(let id)): return circuit.leaf(.holds(id))
    default: break
    }
    guard let x = number(a), let y = number(b) else { return truth(unsettled("two values that can't be compared")) }
    let below = atMost(x + -y)
    let above = atMost(y + -x)
    return circuit.and(below, above)
  }

  /// Two words that are read are the same if, for some word, both are that word.
  private mutating func sameWord(_ a: ReadID, _ b: ReadID) -> Ref {
    if let known = sameWords[[a, b]] { return known }
    let ref = newSameWord(a, b)
    sameWords[[a, b]] = ref
    return ref
  }

  private mutating func newSameWord(_ a: ReadID, _ b: ReadID) -> Ref {
    let common = Set([a, b].flatMap { words(of: $0) })
    guard !common.isEmpty else { return circuit.leaf(.holds(a)) }
    var result = Ref.no
    for word in common.sorted() {
      let left = circuit.leaf(.oneOf(a, [word]))
      let right = circuit.leaf(.oneOf(b, [word]))
      let both = circuit.and(left, right)
      result = circuit.or(result, both)
    }
    return result
  }

  private func words(of id: ReadID) -> [String] {
    if case .words(let words) = circuit[id].domain { return words }
    if case .word(let word) = circuit[id].value { return [word] }
    return []
  }
}

extension Term.List {
  /// The words of a complete list of certain words, nil for any other list.
  var certainWords: Set<String>? {
    guard remainder == .no else { return nil }
    var words: Set<String> = []
    for element in elements {
      guard element.condition == .yes, case .word(let word) = element.term else { return nil }
      words.insert(word)
    }
    return words
  }
}
