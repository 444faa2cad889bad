import Diagnostics
import Documents
import Programs
import Rules

extension Grounder {
  /// A field of a term.
  mutating func select(_ field: String, of term: Term) -> Term {
    switch term {
    case .part(let id): return fieldOfPart(field, program[id])
    case .unstated(let owner, let path, let shape): return fieldOfUnstated(field, owner, path, shape)
    case .record(let record): return record.fields[field] ?? unsettled("`\(field)` of \(record.label)")
    case .law(var law):
      law.path += law.path.isEmpty ? field : ".\(field)"
      return rules.codebook.questions[law.path] == nil ? .law(law) : answer(law)
    case .doubt: return term
    default: return unsettled("`\(field)`")
    }
  }

  // MARK: Parts of the program

  private mutating func fieldOfPart(_ name: String, _ entity: Entity) -> Term {
    if let derived = DerivedFields.field(name, of: entity.shape) { return self.derived(derived, entity) }
    guard let field = ProgramShapes.all[entity.shape]?.field(name) else { return unsettled("`\(name)`") }
    if case .list(let element) = field.type { return listField(field, element, entity) }
    if case .everyone(let shape) = field.type { return listField(field, .reference(shape), entity) }
    guard let stated = entity.values[name] else {
      return silence(field, owner: entity.id, path: name)
    }
    if field.isStructure, case .word(let word) = stated.value { return .word(word) }
    if case .entity(let id) = stated.value { return .part(id) }
    let id = programRead(entity.id, name, field.type, stated.value, at: stated.range)
    return term(reading: id, as: field.type)
  }

  /// What silence about a field means.
  private mutating func silence(_ field: Field, owner: EntityID, path: String) -> Term {
    switch field.unstated {
    case .always: return .number(Linear(-Linear.infinity))
    case .never: return .number(Linear(Linear.infinity))
    case .value(let value):
      if field.type == .bool { return .truth(value == "true" ? .yes : .no) }
      return .word(value)
    case .unknown, .empty, .required:
      switch field.type {
      case .record(let shape), .reference(let shape): return .unstated(owner: owner, path: path, shape: shape)
      default:
        let id = programRead(owner, path, field.type, nil, at: program[owner].range)
        return term(reading: id, as: field.type)
      }
    }
  }

  /// A field of a part that is not stated: unknown, and asked for under its whole path.
  private mutating func fieldOfUnstated(_ name: String, _ owner: EntityID, _ path: String, _ shape: String) -> Term {
    if DerivedFields.field(name, of: shape) != nil { return .doubt(missingPart(owner, path)) }
    guard let field = ProgramShapes.all[shape]?.field(name) else { return unsettled("`\(name)`") }
    let whole = "\(path).\(name)"
    switch field.type {
    case .list, .everyone:
      return .list(Term.List(elements: [], remainder: remainder(owner, whole, isComplete: nil, program[owner].range)))
    default:
      let asUnknown = Field(name, field.type, .unknown)
      return silence(asUnknown, owner: owner, path: whole)
    }
  }

  /// The read of a part that is not stated.
  mutating func missingPart(_ owner: EntityID, _ path: String) -> ReadID {
    programRead(owner, path, .text, nil, at: program[owner].range)
  }

  private mutating func derived(_ field: DerivedFields.Field, _ entity: Entity) -> Term {
    let word = entity.word(field.word).flatMap { rules.vocabulary.word($0, in: field.vocabulary) }
    let answer = word?.attributes[field.attribute] ?? field.otherwise
    if case .enumeration = field.type { return .word(answer ?? "none") }
    return .key(answer)
  }

  // MARK: Lists

  private mutating func listField(_ field: Field, _ element: FieldType, _ entity: Entity) -> Term {
    if let stated = entity.values[field.name], case .list(let values) = stated.value {
      let more = remainder(entity.id, field.name, isComplete: true, stated.range)
      return .list(Term.List(elements: values.map { (.yes, self.element($0)) }, remainder: more))
    }
    if case .value(let word) = field.unstated {
      return .list(Term.List(elements: [(.yes, .word(word))], remainder: .no))
    }
    let mayBeEmpty = field.unstated == .empty && emptyWhenOmitted.contains("\(entity.shape).\(field.name)")
    let more = remainder(entity.id, field.name, isComplete: mayBeEmpty ? true : nil, entity.range)
    return .list(Term.List(elements: [], remainder: more))
  }

  private func element(_ value: Stated) -> Term {
    switch value {
    case .entity(let id): .part(id)
    case .word(let word): .word(word)
    case .integer(let number): .number(Linear(number))
    case .bool(let flag): .truth(flag ? .yes : .no)
    case .date(let date): .number(Linear(date.earliest.number))
    case .list: .list(Term.List(elements: [], remainder: .no))
    }
  }

  /// Whether a list may have more elements: no where it is stated or left out and so empty, unknown otherwise. It is
  /// a read even where it is known, so that "lists no agreement" can be a reason.
  mutating func remainder(
    _ owner: EntityID, _ field: String, isComplete: Bool?, _ range: SourceRange
  ) -> Ref {
    // The same list may count as empty in one requirement and as unknown in another.
    let origin = Read.Origin.remainder(owner, field: isComplete == nil ? "\(field)?" : field)
    if let id = circuit.id(of: origin) { return circuit.leaf(.holds(id)) }
    let id = circuit.add(
      Read(
        origin: origin, subject: program[owner].label, field: field, domain: .bool,
        value: isComplete == nil ? .unknown : .bool(false), range: range, answer: nil,
        words: isComplete == nil ? nil : listing(owner, field)))
    return circuit.leaf(.holds(id))
  }

  private func listing(_ owner: EntityID, _ field: String) -> String {
    guard case .list(let values)? = program[owner].values[field]?.value else { return "none" }
    if values.isEmpty { return "none" }
    let labels = values.prefix(4).map { value -> String in
      switch value {
      case .entity(let id): program.title(of: id)
      case .word(let word): word
      default: "…"
      }
    }
    return labels.joined(separator: ", ") + (values.count > 4 ? " and \(values.count - 4) more" : "")
  }

  // MARK: Reads

  private mutating func programRead(
    _ owner: EntityID, _ path: String, _ type: FieldType, _ value: Stated?, at range: SourceRange
  ) -> ReadID {
    let origin = Read.Origin.program(owner, field: path)
    if let id = circuit.id(of: origin) { return id }
    return circuit.add(
      Read(
        origin: origin, subject: program[owner].label, field: path, domain: domain(of: type),
        value: value.map { readValue($0) } ?? .unknown, range: range, answer: nil,
        words: value.map { Self.words(of: $0, type) }))
  }

  private static func words(of value: Stated, _ type: FieldType) -> String {
    switch value {
    case .word(let word): word
    case .bool(let flag): flag ? "yes" : "no"
    case .integer(let number):
      if case .thousandths = type { Thousandths.text(number) } else { String(number) }
    case .date(let date): date.description
    case .entity, .list: ""
    }
  }

  private func readValue(_ value: Stated) -> ReadValue {
    switch value {
    case .word(let word): .word(word)
    case .bool(let flag): .bool(flag)
    case .integer(let number): .within(number...number)
    case .date(let date): .within(date.earliest.number...date.latest.number)
    case .entity, .list: .unknown
    }
  }

  private func domain(of type: FieldType) -> Domain {
    switch type {
    case .bool: .bool
    case .word(let vocabulary): .words(rules.vocabulary.words(vocabulary))
    case .state: .words(Self.stateCodes)
    case .integer(let range), .thousandths(let range): .integers(range)
    default: .open
    }
  }

  /// A read as a term of its type.
  private mutating func term(reading id: ReadID, as type: FieldType) -> Term {
    switch type {
    case .bool: .truth(circuit.leaf(.holds(id)))
    case .integer, .thousandths, .date, .day:
      .number(Linear(terms: [.init(coefficient: 1, amount: .read(id), condition: .yes)]))
    default: .reading(id)
    }
  }
}

extension Field {
  /// Whether the field is structure, which unrolling folds away: a word that must be stated.
  var isStructure: Bool {
    guard unstated == .required else { return false }
    switch type {
    case .identifier, .word, .state: return true
    default: return false
    }
  }
}
