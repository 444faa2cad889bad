import CEL
import Documents
import Law
import Programs
import Rules

/// What an expression stands for.
indirect enum Value {
  case truth(Kleene)
  /// A word, or one that is not known.
  case word(String?)
  case number(Interval)
  /// A cap, nil for `none`.
  case cap(Interval?)
  case part(EntityID)
  /// A part that the program does not state: nothing of it is known.
  case missing(shape: String)
  case record([String: Value])
  case list([(guard: Kleene, value: Value)], more: Kleene)
  case law(code: String?, day: Day?, path: String)
  case key(String?)
  case unknown
}

extension Reference {
  func truth(_ formula: Formula) -> Kleene { truth(value(formula.expression, formula.checked, variables)) }
  private func truth(_ value: Value) -> Kleene { if case .truth(let truth) = value { truth } else { .U } }
  func number(_ value: Value) -> Interval { if case .number(let number) = value { number } else { .any } }
  func list(_ value: Value) -> (members: [(guard: Kleene, value: Value)], more: Kleene) {
    if case .list(let members, let more) = value { (members, more) } else { ([], .U) }
  }

  func value(_ node: Expression, _ tree: Checked, _ scope: [String: Value]) -> Value {
    switch node.kind {
    case .literal(.bool(let flag)): return .truth(flag ? .T : .F)
    case .literal(.int(let number)): return .number(Interval(Int(number), Int(number)))
    case .literal(.string(let word)): return .word(word)
    case .identifier(let name): return scope[name] ?? .unknown
    case .select(let operand, let name): return field(name, of: value(operand, tree, scope))
    case .list(let members): return .list(members.map { (.T, value($0, tree, scope)) }, more: .F)
    case .comprehension(let macro): return comprehension(macro, tree, scope)
    case .call(let name, let target, let arguments):
      let values = ((target.map { [$0] } ?? []) + arguments).map { value($0, tree, scope) }
      guard tree.overloads[node.id]?.first == "definition \(name)", let definition = q.rules.definitions[name] else {
        return call(name, values, tree.types[node.id])
      }
      let inner = Dictionary(zip(definition.parameters.map(\.name), values), uniquingKeysWith: { $1 })
      return value(definition.body.expression, definition.body.checked, inner)
    default: return .unknown
    }
  }

  private func comprehension(_ macro: Comprehension, _ tree: Checked, _ scope: [String: Value]) -> Value {
    func bound(_ body: Expression, to member: Value) -> Value {
      value(body, tree, scope.merging([macro.variable: member]) { $1 })
    }
    let (members, more) = list(value(macro.range, tree, scope))
    let judged = members.map { (guard: $0.guard, holds: truth(bound(macro.body, to: $0.value))) }
    switch macro.form {
    case .exists: return .truth(o.exists(judged, more, o))
    case .all: return .truth(o.all(judged, more, o))
    case .filter:
      return .list(zip(members, judged).map { (o.and($1.guard, $1.holds), $0.value) }, more: more)
    case .map:
      return .list(
        members.map { member in
          let holds = macro.condition.map { truth(bound($0, to: member.value)) } ?? .T
          return (o.and(member.guard, holds), bound(macro.body, to: member.value))
        }, more: more)
    case .existsOne: return .unknown
    }
  }

  private func call(_ name: String, _ values: [Value], _ type: Type?) -> Value {
    guard let a = values.first else { return .unknown }
    let b = values.last ?? a
    switch name {
    case "!_": return .truth(o.not(truth(a)))
    case "_&&_": return .truth(o.and(truth(a), truth(b)))
    case "_||_": return .truth(o.or(truth(a), truth(b)))
    case "_==_": return .truth(equal(a, b))
    case "_!=_": return .truth(o.not(equal(a, b)))
    case "@in":
      let (members, more) = list(b)
      return .truth(o.exists(members.map { ($0.guard, equal($0.value, a)) }, more, o))
    case "size": return .number(o.sum(list(a).members.map { ($0.guard, Interval(1, 1)) }, list(a).more))
    case "sum": return .number(o.sum(list(a).members.map { ($0.guard, number($0.value)) }, list(a).more))
    case "-_": return .number(-number(a))
    case "add" where values.count == 3: return .number(shifted(number(a), number(values[1]), b))
    case "_+_", "add": return .number(number(a) + number(b))
    case "_-_": return .number(number(a) + -number(b))
    case "days": return .number(number(b) + -number(a))
    case "_<=_":
      if case .cap(let limit) = b { return .truth(limit.map { o.lessOrEqual(number(a), $0) } ?? o.withinNone) }
      return .truth(o.lessOrEqual(number(a), number(b)))
    case "_>=_": return .truth(o.lessOrEqual(number(b), number(a)))
    case "_<_": return .truth(o.not(o.lessOrEqual(number(b), number(a))))
    case "_>_": return .truth(o.not(o.lessOrEqual(number(a), number(b))))
    case "_[_]":
      guard case .law(let code, let day, _) = a, case .key(let key) = b else { return .unknown }
      if let key { return answer(key, code, day) }
      // A profession or service without a key: none, or no words.
      if case .list? = type { return .list([], more: .F) }
      return .word("none")
    case "law_of":
      // The law of a day that is not a single one is unknown.
      let code = if case .word(let word) = a { word } else { String?.none }
      return .law(code: code, day: values.count > 1 ? day(number(b)) : today, path: "")
    case "law_on", "federal_on", "standards_on":
      guard case .law(let code, _, _)? = variables[String(name.dropLast(3))] else { return .unknown }
      return .law(code: code, day: day(number(a)), path: "")
    default: return .unknown
    }
  }

  /// A day that is a single one; never is none.
  private func day(_ days: Interval) -> Day? {
    days.low == days.high && abs(days.low) < Interval.forever ? Day(number: days.low) : nil
  }

  /// A date some days or months later; other units are not computed here.
  private func shifted(_ date: Interval, _ amount: Interval, _ unit: Value) -> Interval {
    if case .word("days") = unit { return date + amount }
    guard case .word("months") = unit, amount.low == amount.high else { return .any }
    func later(_ day: Int) -> Int {
      abs(day) == Interval.forever ? day : Day(number: day).adding(months: amount.low).number
    }
    return Interval(later(date.low), later(date.high))
  }

  private func equal(_ a: Value, _ b: Value) -> Kleene {
    switch (a, b) {
    case (.word(let x?), .word(let y?)): x == y ? .T : .F
    case (.part(let x), .part(let y)): x == y ? .T : .F
    case (.truth(let x), .truth(let y)): o.same(x, y)
    case (.number(let x), .number(let y)): o.and(o.lessOrEqual(x, y), o.lessOrEqual(y, x))
    default: .U
    }
  }

  // MARK: Fields

  func field(_ name: String, of value: Value) -> Value {
    switch value {
    case .part(let id): return field(name, of: q.program[id])
    case .missing(let shape): return unknown(ProgramShapes.all[shape]?.field(name)?.type)
    case .record(let fields): return fields[name] ?? .unknown
    case .law(let code, let day, let path):
      let path = path.isEmpty ? name : "\(path).\(name)"
      return q.rules.codebook.questions[path] == nil ? .law(code: code, day: day, path: path) : answer(path, code, day)
    default: return .unknown
    }
  }

  private func field(_ name: String, of entity: Entity) -> Value {
    if let derived = DerivedFields.field(name, of: entity.shape) {
      let word = entity.word(derived.word).flatMap { q.rules.vocabulary.word($0, in: derived.vocabulary) }
      let answer = word?.attributes[derived.attribute] ?? derived.otherwise
      if case .enumeration = derived.type { return .word(answer) }
      return .key(answer)
    }
    guard let field = ProgramShapes.all[entity.shape]?.field(name) else { return .unknown }
    if let stated = entity.values[name]?.value { return self.value(stated) }
    switch field.unstated {
    case .always: return .number(Interval(-Interval.forever, -Interval.forever))
    case .never: return .number(Interval(Interval.forever, Interval.forever))
    case .value(let word):
      if case .list = field.type { return .list([(.T, .word(word))], more: .F) }
      return field.type == .bool ? .truth(word == "true" ? .T : .F) : .word(word)
    case .empty: return .list([], more: o.omitted(emptyWhenOmitted.contains("\(entity.shape).\(name)")))
    case .unknown, .required: return unknown(field.type)
    }
  }

  private func value(_ stated: Stated) -> Value {
    switch stated {
    case .word(let word): .word(word)
    case .bool(let flag): .truth(flag ? .T : .F)
    case .integer(let number): .number(Interval(number, number))
    case .date(let date): .number(o.interval(date))
    case .entity(let id): .part(id)
    case .list(let members): .list(members.map { (.T, value($0)) }, more: .F)
    }
  }

  private func unknown(_ type: FieldType?) -> Value {
    switch type {
    case .bool: .truth(.U)
    case .integer(let range), .thousandths(let range): .number(o.unstated(range))
    case .date, .day: .number(.any)
    case .word, .state, .identifier, .text, .npi: .word(nil)
    case .reference(let shape), .record(let shape): .missing(shape: shape)
    case .list, .everyone: .list([], more: .U)
    case nil: .unknown
    }
  }
}
