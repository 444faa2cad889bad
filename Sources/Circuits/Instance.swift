import Rules

/// A subject with regard to one record of law, where a rule asks about each.
struct Instance {
  let subject: Subject
  /// Whether the record is law.
  let condition: Ref
  /// It stands for records that may be law besides those that are known.
  let isOpen: Bool
}

extension Grounder {
  /// The subject itself, or one for each record of `each`; where more records may be law, one that stands for those.
  mutating func instances(of rule: Rule, for subject: Subject) -> [Instance] {
    guard let (name, formula) = rule.each else { return [Instance(subject: subject, condition: .yes, isOpen: false)] }
    self.subject = subject.variables
    emptyWhenOmitted = []
    let list = records(formula)
    var instances: [Instance] = []
    for (index, element) in list.elements.enumerated() where element.condition != .no {
      let numbered = subject.numbered(String(index + 1), subject.variables.with(name, element.term))
      instances.append(Instance(subject: numbered, condition: element.condition, isOpen: false))
    }
    if list.remainder != .no {
      let open = subject.numbered(
        "?", subject.variables.with(name, unsettled("records of law that are not known")))
      instances.append(Instance(subject: open, condition: list.remainder, isOpen: true))
    }
    return instances
  }

  /// The records of all values that the facts behind them may have, each under the condition that it is those values.
  private mutating func records(_ formula: Formula, _ tried: [SplitKey: Int] = [:]) -> Term.List {
    assignment = tried
    undecided = nil
    defer {
      assignment = [:]
      undecided = nil
    }
    let list = list(term(formula.expression, formula.checked, subject))
    guard let split = undecided else { return list }
    guard tried.count < 5 else {
      let unknown = truth(unsettled("more than five facts with exceptions in one list of records"))
      return Term.List(elements: [], remainder: unknown)
    }
    var result = Term.List(elements: [], remainder: .no)
    for (choice, condition) in conditions(of: split, tried).enumerated() {
      let chosen = records(formula, tried.merging([split.key: choice]) { $1 })
      for element in chosen.elements {
        result.elements.append((circuit.and(condition, element.condition), element.term))
      }
      result.remainder = circuit.or(result.remainder, circuit.and(condition, chosen.remainder))
    }
    return result
  }

  /// When each value of a fact with exceptions or a contest holds: the first exception whose condition holds counts.
  private mutating func conditions(of split: Split, _ tried: [SplitKey: Int]) -> [Ref] {
    var otherwise = Ref.yes
    var conditions: [Ref] = []
    for exception in split.value.exceptions {
      let when = condition(exception.when, tried)
      conditions.append(circuit.and(otherwise, when))
      otherwise = circuit.and(otherwise, when.not)
    }
    guard split.value.contested != nil else { return [otherwise] + conditions }
    let doubt = truth(contest(split))
    return [circuit.and(otherwise, doubt.not)] + conditions + [circuit.and(otherwise, doubt)]
  }
}
