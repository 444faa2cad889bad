import CEL
import Programs
import Rules

extension Grounder {
  /// The definition that a call means; operators have names that no definition can have.
  func definition(_ name: String, _ node: Expression, _ checked: Checked) -> Definition? {
    guard name.utf8.first.map({ $0 >= UInt8(ascii: "a") }) ?? false, let definition = rules.definitions[name],
      checked.overloads[node.id]?.first.flatMap(Definition.name(ofOverload:)) != nil
    else { return nil }
    return definition
  }

  /// What a definition stands for when it is applied.
  mutating func apply(
    _ definition: Definition, to arguments: [Expression], _ checked: Checked, _ variables: Variables
  ) -> Term {
    let terms = arguments.map { term($0, checked, variables) }
    let application = Application(
      formula: definition.body.key, arguments: terms.map(\.identity), omission: omission, on: dateOfService)
    if let known = applied[application] { return known }
    var inner: Variables = [:]
    for (parameter, term) in zip(definition.parameters, terms) { inner[parameter.name] = term }
    let before = contextReads
    let result = term(definition.body.expression, definition.body.checked, inner)
    if contextReads == before { applied[application] = result }
    return result
  }
}
