import CEL
import Documents
import Law
import Programs
import Rules

/// A fact with more than one value: exceptions, or a text that disagrees.
struct SplitKey: Hashable {
  let jurisdiction: String
  let key: String
  let day: Int
}

/// The values of such a fact, tried one after the other.
struct Split {
  let key: SplitKey
  let value: DatedValue
}

extension Grounder {
  static let stateCodes = States.codes

  // MARK: Which law

  /// `law_of(state)`, on the date of service, and `law_of(state, date)`.
  mutating func law(of state: Term, on date: Term? = nil) -> Term {
    guard let (number, lag) = certainDay(date ?? .number(dateOfService)) else {
      return unsettled("the law of a day that is not known")
    }
    return law(of: state, on: number, lag: lag)
  }

  /// The date of service as a day.
  var dayOfService: Day { Day(number: dateOfService.constant + dateOfService.clock * day.number) }

  /// `law_on(date)` and its like: the same law on another day.
  mutating func law(_ name: String, on term: Term) -> Term {
    contextReads += 1
    guard let (number, lag) = certainDay(term) else { return unsettled("the law of a day that is not known") }
    guard case .law(var law)? = subject[name] else { return unsettled("the law of a place that is not known") }
    law.day = number
    law.lag = lag
    return .law(law)
  }

  private mutating func law(of state: Term, on day: Int, lag: Int?) -> Term {
    switch state {
    case .word(let code): return .law(.init(jurisdiction: .code(code), day: day, lag: lag, path: ""))
    case .reading(let id):
      // What the program states is certain; only an open state leaves open which law it is.
      if case .word(let code) = circuit[id].value {
        return .law(.init(jurisdiction: .code(code), day: day, lag: lag, path: ""))
      }
      return .law(.init(jurisdiction: .unknown(id), day: day, lag: lag, path: ""))
    case .doubt(let id): return .law(.init(jurisdiction: .unknown(id), day: day, lag: lag, path: ""))
    default: return unsettled("the law of a place that is not known")
    }
  }

  /// A day that is known exactly, with its distance from the clock where it moves with it. What the program states
  /// is certain.
  private func certainDay(_ term: Term) -> (number: Int, lag: Int?)? {
    guard case .number(let linear) = term else { return nil }
    let range = linear.bounds({ _ in .yes }, { circuit[$0].value }, { circuit[$0].domain })
    let number = range.lowerBound + linear.clock * day.number
    guard range.lowerBound == range.upperBound, abs(number) < Linear.infinity / 2 else { return nil }
    return (number, linear.clock == 1 ? day.number - number : nil)
  }

  /// `law[key]`, where the key goes by profession or service; without a key the answer is `none`, or no words.
  mutating func lookUp(_ key: Term, in law: Term, as type: Type?) -> Term {
    if case .doubt = key { return key }
    guard case .law(var place) = law, case .key(let name) = key else { return unsettled("a key of law") }
    guard let name else {
      if case .list? = type { return .list(.init(elements: [], remainder: .no)) }
      return .word("none")
    }
    place.path = name
    return answer(place)
  }

  // MARK: Answers

  mutating func answer(_ place: Term.LawAt) -> Term {
    guard case .code(let code) = place.jurisdiction, let number = place.day else {
      if case .unknown(let id) = place.jurisdiction { return unknownLaw(place.path, because: id) }
      return unsettled("law of a day that is not known")
    }
    let key = SplitKey(jurisdiction: code, key: place.path, day: number)
    let answer = lookedUp(key)
    if let lag = place.lag { noteChange(answer.changes.map { $0.adding(days: lag) }) }
    guard let value = answer.known else { return term(answer, value: nil, choice: 0, cite: nil) }
    guard !value.exceptions.isEmpty || value.contested != nil else {
      return term(answer, value: value.value, choice: 0, cite: nil)
    }
    contextReads += 1
    let choice = assignment[key]
    if choice == nil, undecided == nil { undecided = Split(key: key, value: value) }
    let chosen = value.choices[choice ?? 0]
    return term(answer, value: chosen.value, choice: choice ?? 0, cite: chosen.cite)
  }

  /// The answer of law, looked up once.
  private mutating func lookedUp(_ key: SplitKey) -> Answer {
    if let answer = answers[key] { return answer }
    let answer = law.answer(key.key, in: key.jurisdiction, on: Day(number: key.day), asKnownOn: asKnownOn)
    answers[key] = answer
    return answer
  }

  private mutating func unknownLaw(_ key: String, because id: ReadID) -> Term {
    guard let question = rules.codebook.questions[key] else { return .doubt(id) }
    if case .words = question.type { return .list(.init(elements: [], remainder: circuit.leaf(.holds(id)))) }
    if case .records = question.type { return .list(.init(elements: [], remainder: circuit.leaf(.holds(id)))) }
    return .doubt(id)
  }

  /// An answer as a term of the question's type. A value of nil is unknown.
  private mutating func term(_ answer: Answer, value: FactValue?, choice: Int, cite: String?) -> Term {
    guard let question = rules.codebook.questions[answer.key] else { return unsettled("`\(answer.key)`") }
    let value = value.flatMap { rules.codebook.isVague($0, for: answer.key) || $0 == .unknown ? nil : $0 }
    let id = lawRead(answer, value, choice, question)
    switch question.type {
    case .bool: return .truth(circuit.leaf(.holds(id)))
    case .int, .date: return .number(Linear(terms: [.init(coefficient: 1, amount: .read(id), condition: .yes)]))
    case .enumeration, .text: return .reading(id)
    case .cap:
      let number = Linear(terms: [.init(coefficient: 1, amount: .read(id), condition: .yes)])
      return .cap(number, unlimited: circuit.leaf(.oneOf(id, ["none"])))
    case .words, .records:
      let known = circuit.leaf(.holds(id))
      let members = value.map { elements(of: $0, question, in: answer.jurisdiction) } ?? []
      return .list(.init(elements: members.map { (known, $0) }, remainder: known.not))
    case .condition: return .truth(condition(value, circuit.leaf(.holds(id))))
    }
  }

  /// The condition where the fact is known, unknown where it is not.
  private mutating func condition(_ value: FactValue?, _ known: Ref) -> Ref {
    contextReads += 1
    guard case .condition(let condition)? = value, let formula = conditions[condition] else { return known }
    let before = emptyWhenOmitted
    // A condition in a fact has not been looked at for the direction of its lists.
    emptyWhenOmitted = []
    let holds = ground(formula, subject)
    emptyWhenOmitted = before
    let both = circuit.and(known, holds)
    return circuit.or(both, known.not)
  }

  private mutating func elements(of value: FactValue, _ question: Question, in code: String) -> [Term] {
    switch (value, question.type) {
    case (.words(let words), _): return words.map { .word($0) }
    case (.records(let records), .records(let shape)):
      return records.map { record in
        // What a record leaves out is unknown, but a limit without a window counts over the whole course.
        var fields: [String: Term] = [:]
        for field in shape {
          fields[field.name] = record[field.name].map { element($0, field, of: question, in: code) }
        }
        if record["max"] != nil, record["within_days"] == nil { fields["within_days"] = .number(Linear(0)) }
        return .record(.init(label: FactValue.records([record]).description, fields: fields))
      }
    default: return []
    }
  }

  private mutating func element(
    _ value: FactValue, _ field: RecordField, of question: Question, in code: String
  ) -> Term {
    switch value {
    case .word(let word):
      let isVague = field.type.allowedValues.contains { $0.word == word && $0.isVague }
      return isVague ? unknownElement(field, of: question, in: code) : .word(word)
    case .text(let text): return .word(text)
    case .bool(let flag): return .truth(flag ? .yes : .no)
    case .int(let number): return .number(Linear(number))
    case .date(let date):
      guard date.precision != .day else { return .number(Linear(date.earliest.number)) }
      let bounds = ReadValue.within(date.earliest.number...date.latest.number)
      let id = elementRead(field, of: question, in: code, bounds, because: "a record says \(date)")
      return .number(Linear(terms: [.init(coefficient: 1, amount: .read(id), condition: .yes)]))
    case .words(let words): return .list(.init(elements: words.map { (.yes, .word($0)) }, remainder: .no))
    case .cap(let number): return .cap(Linear(number ?? 0), unlimited: number == nil ? .yes : .no)
    case .records, .condition, .unknown: return unknownElement(field, of: question, in: code)
    }
  }

  private mutating func unknownElement(_ field: RecordField, of question: Question, in code: String) -> Term {
    let id = elementRead(field, of: question, in: code, .unknown, because: "a record leaves it open")
    if case .words = field.type { return .list(.init(elements: [], remainder: circuit.leaf(.holds(id)))) }
    return .doubt(id)
  }

  /// The read of a field of a record that is not a single certain value.
  private mutating func elementRead(
    _ field: RecordField, of question: Question, in code: String, _ value: ReadValue, because reason: String
  ) -> ReadID {
    let key = "\(question.key).\(field.name)"
    return circuit.add(
      Read(
        origin: .unknownLaw(key: key, because: "\(reason) in the law of \(code)"), subject: code, field: key,
        domain: .open, value: value, range: nil, answer: nil, words: nil))
  }

  // MARK: Reads

  private mutating func lawRead(
    _ answer: Answer, _ value: FactValue?, _ choice: Int, _ question: Question
  ) -> ReadID {
    let origin = Read.Origin.law(
      jurisdiction: answer.jurisdiction, key: answer.key, day: answer.day.number, choice: choice)
    if let id = circuit.id(of: origin) { return id }
    return circuit.add(
      Read(
        origin: origin, subject: answer.jurisdiction, field: answer.key, domain: domain(of: question),
        value: value.map { readValue($0) } ?? .unknown, range: answer.known?.range, answer: answer,
        words: value?.description))
  }

  private func readValue(_ value: FactValue) -> ReadValue {
    switch value {
    case .word(let word), .text(let word): .word(word)
    case .bool(let flag): .bool(flag)
    case .int(let number): .within(number...number)
    case .date(let date): .within(date.earliest.number...date.latest.number)
    case .cap(let number): number.map { .within($0...$0) } ?? .unlimited
    // Of a list or a condition the read says only that it is known.
    case .words, .records, .condition: .bool(true)
    case .unknown: .unknown
    }
  }

  private func domain(of question: Question) -> Domain {
    switch question.type {
    case .enumeration(let allowed): .words(allowed.values.map(\.word))
    case .bool: .bool
    default: .open
    }
  }
}

extension DatedValue {
  /// The value and what may stand in its place, in the order in which splits count them.
  var choices: [(value: FactValue, cite: String?)] {
    [(value, cite)] + exceptions.map { ($0.value, $0.cite ?? cite) } + (contested.map { [($0.value, $0.cite)] } ?? [])
  }
}
