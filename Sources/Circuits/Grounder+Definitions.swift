import CEL
import Programs
import Rules

/// A definition with what it is applied to.
struct Application: Hashable {
  let name: String
  let arguments: [Term.Identity]
  /// Which lists count as empty when left out.
  let omission: Int
}

extension Term {
  /// What tells two terms apart that can be told apart without looking into them.
  enum Identity: Hashable {
    case truth(Ref)
    case word(String)
    case reading(ReadID)
    case number(Linear)
    case part(EntityID)
    case key(String?)
    case doubt(ReadID)
  }

  /// Its identity; nil for what is made of other terms.
  var identity: Identity? {
    switch self {
    case .truth(let ref): .truth(ref)
    case .word(let word): .word(word)
    case .reading(let id): .reading(id)
    case .number(let linear): .number(linear)
    case .part(let id): .part(id)
    case .key(let key): .key(key)
    case .doubt(let id): .doubt(id)
    case .cap, .unstated, .record, .list, .law: nil
    }
  }
}

extension Grounder {
  /// The definition that a call means; operators have names that no definition can have.
  func definition(_ name: String, _ node: Expression, _ checked: Checked) -> Definition? {
    guard name.utf8.first.map({ $0 >= UInt8(ascii: "a") }) ?? false, let definition = rules.definitions[name],
      checked.overloads[node.id]?.first?.hasPrefix("definition ") ?? false
    else { return nil }
    return definition
  }

  /// What a definition stands for when it is applied. Many rules ask the same of the same people, so it is kept, unless
  /// law with exceptions or conditions enters it, whose meaning hangs on the subject at hand.
  mutating func apply(
    _ definition: Definition, to arguments: [Expression], _ checked: Checked, _ variables: Variables
  ) -> Term {
    let terms = arguments.map { term($0, checked, variables) }
    let application = application(of: definition.name, to: terms)
    if let application, let known = applied[application] { return known }
    var inner: Variables = [:]
    for (parameter, term) in zip(definition.parameters, terms) { inner[parameter.name] = term }
    let isFresh = undecided == nil && assignment.isEmpty
    let before = subjectReads
    let result = term(definition.body.expression, definition.body.checked, inner)
    if let application, isFresh, undecided == nil, subjectReads == before { applied[application] = result }
    return result
  }

  private func application(of name: String, to terms: [Term]) -> Application? {
    let identities = terms.compactMap(\.identity)
    guard identities.count == terms.count else { return nil }
    return Application(name: name, arguments: identities, omission: omission)
  }
}
