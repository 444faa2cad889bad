import Documents
import Law
import Rules

/// A fact with exceptions, or one that another text contests.
struct Divided: Hashable {
  let fact: DatedValue
  let day: Day
}

extension Reference {
  /// What law answers on a day, by this evaluator's own reading of the dated values (S5).
  func answer(_ key: String, _ code: String?, _ day: Day?) -> Value {
    guard let question = q.rules.codebook.questions[key] else { return .unknown }
    guard let code, let day, let fact = fact(key, code, day, .all) else { return typed(.unknown, as: question.type) }
    let isTrusted = trust == .all || self.fact(key, code, day, trust) != nil
    // What an exception gives is a text of its own: a contest concerns the value alone.
    let texts = [fact.value] + fact.exceptions.map(\.value) + (fact.contested.map { [$0.value] } ?? [])
    let divided = Divided(fact: fact, day: day)
    // Nor is a value that is open or vague mended by its exceptions.
    if texts.count > 1, !isOpen(fact.value, question.type), chosen[divided] == nil { undecided = undecided ?? divided }
    let value = typed(texts[chosen[divided] ?? 0], as: question.type)
    if isTrusted { return value }
    // What a source that does not count says is unknown; of a list, its members may be law, and others besides.
    guard case .list(let members, _) = value else { return typed(.unknown, as: question.type) }
    return .list(members.map { (.U, $0.value) }, more: .U)
  }

  /// The fact that holds: none where the law may be another on that day.
  private func fact(_ key: String, _ code: String, _ day: Day, _ trust: Trust) -> DatedValue? {
    let candidates = (q.law.jurisdictions[code]?.facts[key] ?? []).filter {
      o.inForce($0.status) && o.known($0, q.asKnownOn)
    }
    let spans = candidates.map { (value: $0, begun: o.begun($0, day), ended: o.ended($0, day)) }
    let possible = spans.filter { $0.begun != .F && $0.ended != .T }
    guard let first = possible.first,
      possible.allSatisfy({
        $0.value.value == first.value.value && $0.value.exceptions == first.value.exceptions
          && $0.value.contested == first.value.contested
      })
    else { return nil }
    let trusted = possible.filter { o.counts($0.value.source.basis, trust) }
    if let certain = trusted.first(where: { $0.begun == .T && $0.ended == .F }) { return certain.value }
    // Inside the doubt both neighbours must be there; a value without a start is nobody's neighbour.
    let before = trusted.first { $0.begun == .T && $0.ended == .U }
    let after = trusted.first { $0.begun == .U && $0.ended == .F && $0.value.from != nil }
    return after == nil ? nil : before?.value
  }

  private func typed(_ value: FactValue, as type: FactType) -> Value {
    switch (value, type) {
    case (.word(let word), _), (.text(let word), _): return .word(isOpen(value, type) ? nil : word)
    case (.bool(let flag), _): return .truth(flag ? .T : .F)
    case (.int(let number), _): return .number(Interval(number, number))
    case (.date(let date), _): return .number(o.interval(date))
    case (.cap(let number), _): return .cap(number.map { Interval($0, $0) })
    case (.words(let words), _): return .list(words.map { (.T, .word($0)) }, more: .F)
    case (.records(let records), .records(let shape)):
      return .list(records.map { (.T, record($0, shape)) }, more: .F)
    case (.condition(let condition), _): return .truth(holds(condition))
    case (.unknown, .bool), (.unknown, .condition): return .truth(.U)
    case (.unknown, .words), (.unknown, .records): return .list([], more: .U)
    case (.unknown, .int), (.unknown, .date), (.unknown, .cap): return .number(.any)
    default: return .word(nil)
    }
  }

  /// Not established, or a vague word, which can't be used without its note.
  private func isOpen(_ value: FactValue, _ type: FactType) -> Bool {
    if case .word(let word) = value { return type.allowedValues.contains { $0.word == word && $0.isVague } }
    return value == .unknown
  }

  private func record(_ record: [String: FactValue], _ shape: [RecordField]) -> Value {
    var fields: [String: Value] = [:]
    for field in shape { fields[field.name] = record[field.name].map { typed($0, as: field.type) } }
    // A limit without a window counts over the whole course.
    if record["max"] != nil, record["within_days"] == nil { fields["within_days"] = .number(Interval(0, 0)) }
    return .record(fields)
  }

  /// A state's own test. Nobody looked at its lists, so that those left out are unknown.
  func holds(_ condition: Condition) -> Kleene {
    guard let formula = q.conditions[condition] else { return .U }
    let before = emptyWhenOmitted
    defer { emptyWhenOmitted = before }
    emptyWhenOmitted = []
    return truth(formula)
  }
}
