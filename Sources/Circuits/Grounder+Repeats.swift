import CEL
import Programs
import Rules

/// A formula with what its variables stand for. Many rules ask the same of the same people, so what it comes to is kept.
struct Application: Hashable {
  let formula: Formula.Key
  let arguments: [Term.Identity]
  /// Which lists count as empty when left out.
  let omission: Int
  /// The date of service, on which law is looked up without being asked.
  let on: Linear
}

extension Grounder {
  /// The formula's truth.
  mutating func ground(_ formula: Formula, _ variables: Variables) -> Ref {
    let names = names(in: formula)
    let arguments = names.map { variables[$0]?.identity ?? .nothing }
    let application = Application(formula: formula.key, arguments: arguments, omission: omission, on: dateOfService)
    if let known = grounded[application] { return known }
    let before = contextReads
    let ref = truth(term(formula.expression, formula.checked, variables))
    if contextReads == before { grounded[application] = ref }
    return ref
  }

  /// The names that a formula uses, also those that it binds itself.
  private mutating func names(in formula: Formula) -> [String] {
    if let known = namesUsed[formula.key] { return known }
    var names: Set<String> = []
    func visit(_ node: Expression) {
      if case .identifier(let name) = node.kind { names.insert(name) }
      node.children.forEach(visit)
    }
    visit(formula.expression)
    namesUsed[formula.key] = names.sorted()
    return names.sorted()
  }
}

extension Term {
  /// What tells terms apart.
  enum Identity: Hashable, Sendable {
    case nothing
    case truth(Ref)
    case word(String)
    case reading(ReadID)
    case number(Linear)
    case cap(Linear, unlimited: Ref)
    case part(EntityID)
    case unstated(owner: EntityID, path: String)
    case record(String, [String: Identity])
    case list([Member], remainder: Ref)
    case law(LawAt)
    case key(String?)
    case doubt(ReadID)

    /// An element of a list.
    struct Member: Hashable, Sendable {
      let condition: Ref
      let identity: Identity
    }
  }

  /// Its identity: two terms of one identity stand for the same.
  var identity: Identity {
    switch self {
    case .truth(let ref): .truth(ref)
    case .word(let word): .word(word)
    case .reading(let id): .reading(id)
    case .number(let linear): .number(linear)
    case .cap(let linear, let unlimited): .cap(linear, unlimited: unlimited)
    case .part(let id): .part(id)
    case .unstated(let owner, let path, _): .unstated(owner: owner, path: path)
    case .record(let record): .record(record.label, record.identities)
    case .list(let list):
      .list(
        list.elements.map { .init(condition: $0.condition, identity: $0.term.identity) }, remainder: list.remainder)
    case .law(let law): .law(law)
    case .key(let key): .key(key)
    case .doubt(let id): .doubt(id)
    }
  }
}
