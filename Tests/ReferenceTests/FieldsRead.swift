import CEL
import Programs
import Rules

/// The fields of programs that a rulebook's rules and pathways read, and the constants that they compare with.
struct FieldsRead {
  /// The names of the fields by shape.
  private(set) var fields: [String: Set<String>] = [:]
  private(set) var words: Set<String> = []
  private(set) var variables: Set<String> = []
  private(set) var numbers: Set<Int> = []
  private let definitions: [String: Definition]

  init(_ rules: Rulebook) {
    definitions = rules.definitions
    for rule in rules.rules {
      visit(rule.applies)
      rule.each.map { visit($0.records) }
      rule.requirements.forEach { visit($0) }
      for pathway in rule.requirements.flatMap(\.pathways).compactMap({ rules.pathways[$0] }) {
        visit(pathway.chosen)
        visit(pathway.available)
        pathway.requirements.forEach { visit($0) }
      }
    }
  }

  private mutating func visit(_ requirement: Requirement) {
    requirement.when.map { visit($0) }
    requirement.alternatives.forEach { visit($0.formula) }
  }

  private mutating func visit(_ formula: Formula) { visit(formula.expression, formula.checked) }

  private mutating func visit(_ node: Expression, _ tree: Checked) {
    switch node.kind {
    case .literal(.string(let word)): words.insert(word)
    case .literal(.int(let number)): numbers.insert(Int(number))
    case .identifier(let name):
      variables.insert(name)
      for (shape, field) in Self.behind[name] ?? [] { note(field, of: shape) }
    case .select(let operand, let field):
      if case .record(let shape)? = tree.types[operand.id] { note(field, of: shape) }
    case .call(let name, _, _):
      if let definition = definitions[name] { visit(definition.body) }
    default: break
    }
    node.children.forEach { visit($0, tree) }
  }

  /// The fields that variables stand for.
  private static let behind = [
    "supervision": [("service", "supervision")], "billing": [("service", "billing")], "regulator": [("payer", "state")],
    "law": [("site", "state")], "contract": [("program", "contracts")], "file": [("program", "credentialing")],
    "delegates": [
      ("program", "agreements"), ("agreement", "of"), ("agreement", "with"), ("agreement", "signed"),
      ("agreement", "ends"),
    ], "services": [("service", "payers")],
  ]

  private mutating func note(_ field: String, of shape: String) {
    // The setting of a place is that of its site; a derived field goes by the word behind it.
    let isOfPerson = shape == "delegate" && ["profession", "fte"].contains(field)
    let owner = shape == "place" || shape == "delegate" ? isOfPerson ? "practitioner" : "site" : shape
    fields[owner, default: []].insert(DerivedFields.field(field, of: shape)?.word ?? field)
  }
}
