import CEL
import Diagnostics

/// One change to one formula.
struct Alteration {
  /// The formula after the change.
  let formula: Formula
  let was: String
  let becomes: String
  let range: SourceRange?

  func mutant(of owner: Mutant.Owner, part: String, _ change: Mutant.Change) -> Mutant {
    Mutant(owner: owner, part: part, was: was, becomes: becomes, range: range, change: change)
  }

  /// The formula that always holds, unless it does already.
  static func truth(of formula: Formula, _ environment: Environment) -> [Alteration] {
    let always = SourceText(name: "<mutant>", text: "true")
    guard formula.text != "true", let expression = try? Parser.parse(always),
      let altered = try? Formula(expression, in: always, environment)
    else { return [] }
    let was = formula.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [Alteration(formula: altered, was: was, becomes: "true", range: formula.range())]
  }
}

/// The alterations of a formula: its operators, macros, words, numbers and flags, one at a time, over the typed tree.
struct FormulaAlterations {
  private let formula: Formula
  private let environment: Environment
  private let source: SourceText

  init(_ formula: Formula, _ environment: Environment) {
    self.formula = formula
    self.environment = environment
    source = SourceText(name: "<mutant>", text: formula.text)
  }

  /// The alterations that type, in the order of the text.
  var all: [Alteration] {
    var found: [Alteration] = []
    visit(formula.expression, siblings: [], into: &found)
    return found
  }

  /// `siblings` are the words of the list in which a literal stands: to say one of them again alters nothing.
  private func visit(_ node: Expression, siblings: Set<String>, into found: inout [Alteration]) {
    found += changes(of: node, siblings: siblings).compactMap { alteration(of: node, $0) }
    if case .list(let elements) = node.kind {
      let words = elements.compactMap { if case .literal(.string(let word)) = $0.kind { word } else { nil } }
      for element in elements { visit(element, siblings: Set(words), into: &found) }
    } else {
      for child in node.children { visit(child, siblings: [], into: &found) }
    }
  }

  // MARK: Changes

  /// What stands in place of a node, with the texts before and after.
  private struct Change {
    let kind: Expression.Kind
    let was: String
    let becomes: String
    /// The offsets of what changes, for its place in the file.
    let offsets: Range<Int>
  }

  private func changes(of node: Expression, siblings: Set<String>) -> [Change] {
    switch node.kind {
    case .call("!_", _, let arguments) where arguments.count == 1:
      return [Change(kind: arguments[0].kind, was: text(node), becomes: text(arguments[0]), offsets: node.offsets)]
    case .call("@in", nil, let arguments) where arguments.count == 2:
      let negated = Expression.Kind.call("!_", target: nil, arguments: [node])
      return [Change(kind: negated, was: text(node), becomes: "!(\(text(node)))", offsets: node.offsets)]
    case .call(let name, nil, let arguments) where arguments.count == 2:
      return Self.operators[name].map { operators(name, $0, arguments, node) } ?? []
    case .comprehension(let macro): return macros(macro, node)
    case .literal(let literal): return literals(literal, node, siblings)
    default: return []
    }
  }

  /// What each operator becomes.
  private static let operators = [
    "_&&_": "_||_", "_||_": "_&&_", "_==_": "_!=_", "_!=_": "_==_", "_<_": "_<=_", "_<=_": "_<_", "_>_": "_>=_",
    "_>=_": "_>_", "_+_": "_-_", "_-_": "_+_",
  ]

  private func operators(_ name: String, _ other: String, _ arguments: [Expression], _ node: Expression) -> [Change] {
    let (sign, replacement) = (name.filter { $0 != "_" }, other.filter { $0 != "_" })
    let between = arguments[0].offsets.upperBound..<arguments[1].offsets.lowerBound
    guard let place = offsets(of: sign, in: between) else { return [] }
    func operand(_ argument: Expression) -> String {
      if replacement == "&&", case .call("_||_", _, _) = argument.kind { return "(\(text(argument)))" }
      return text(argument)
    }
    let becomes = "\(operand(arguments[0])) \(replacement) \(operand(arguments[1]))"
    let kind = Expression.Kind.call(other, target: nil, arguments: arguments)
    return [Change(kind: kind, was: text(node), becomes: becomes, offsets: place)]
  }

  /// Some elements in place of all, and all in place of some.
  private func macros(_ macro: Comprehension, _ node: Expression) -> [Change] {
    let form: Comprehension.Form
    switch macro.form {
    case .exists: form = .all
    case .all: form = .exists
    default: return []
    }
    let other = Comprehension(
      form, over: macro.range, variable: macro.variable, secondVariable: macro.secondVariable,
      condition: macro.condition, body: macro.body, product: macro.product)
    let place = macro.range.offsets.upperBound..<node.offsets.upperBound
    let word = offsets(of: macro.form.rawValue, in: place) ?? node.offsets
    return [
      Change(
        kind: .comprehension(other), was: "\(text(macro.range)).\(macro.form.rawValue)(\(macro.variable), …)",
        becomes: "\(text(macro.range)).\(form.rawValue)(\(macro.variable), …)", offsets: word)
    ]
  }

  private func literals(_ literal: Literal, _ node: Expression, _ siblings: Set<String>) -> [Change] {
    switch literal {
    case .bool(let flag): return [change(node, .bool(!flag), "\(!flag)")]
    case .int(let number): return [number + 1, number - 1].map { change(node, .int($0), "\($0)") }
    case .string(let word):
      guard let other = self.word(after: word, as: formula.checked.types[node.id], besides: siblings) else { return [] }
      return [change(node, .string(other), "'\(other)'")]
    default: return []
    }
  }

  private func change(_ node: Expression, _ literal: Literal, _ becomes: String) -> Change {
    Change(kind: .literal(literal), was: text(node), becomes: becomes, offsets: node.offsets)
  }

  /// The next word of a vocabulary that is not said anyway.
  private func word(after word: String, as type: Type?, besides siblings: Set<String>) -> String? {
    guard case .enumeration(let name)? = type, let words = environment.enumerations[name],
      let place = words.firstIndex(of: word)
    else { return nil }
    return (words[place...] + words[..<place]).first { $0 != word && !siblings.contains($0) }
  }

  // MARK: The altered formula

  /// The formula with a change in place of a node; nil where that does not type, or types as something else.
  private func alteration(of node: Expression, _ change: Change) -> Alteration? {
    let replacement = Expression(id: Self.newID, change.kind, at: node.offsets)
    let expression = formula.expression.replacing(node.id, with: replacement)
    let type = formula.checked.type
    guard let altered = try? Formula(expression, in: source, environment, expecting: type), altered.checked.type == type
    else { return nil }
    return Alteration(
      formula: altered, was: change.was, becomes: change.becomes, range: formula.range(of: change.offsets))
  }

  /// No parsed node has it.
  private static let newID = -1

  // MARK: Texts

  /// The text of a node in one line, with the brackets that stand around its parts but not in its offsets.
  private func text(_ node: Expression) -> String {
    var text = source.text(in: node.offsets).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var open = 0
    var missing = 0
    for character in text {
      if character == "(" { open += 1 }
      if character == ")" { open -= 1 }
      missing = max(missing, -open)
    }
    text = String(repeating: "(", count: missing) + text
    return text + String(repeating: ")", count: max(0, open + missing))
  }

  private func offsets(of word: String, in range: Range<Int>) -> Range<Int>? {
    let (bytes, word) = (source.bytes, Array(word.utf8))
    guard range.upperBound <= bytes.count, range.count >= word.count else { return nil }
    let last = range.upperBound - word.count
    return (range.lowerBound...last).first { Array(bytes[$0..<$0 + word.count]) == word }.map { $0..<$0 + word.count }
  }
}

extension Expression {
  /// The tree with another node in place of the one with this number.
  fileprivate func replacing(_ id: Int, with other: Expression) -> Expression {
    if self.id == id { return other }
    func inner(_ node: Expression) -> Expression { node.replacing(id, with: other) }
    switch kind {
    case .select(let operand, let field): return copy(.select(inner(operand), field: field))
    case .has(let operand, let field): return copy(.has(inner(operand), field: field))
    case .call(let name, let target, let arguments):
      return copy(.call(name, target: target.map(inner), arguments: arguments.map(inner)))
    case .list(let elements): return copy(.list(elements.map(inner)))
    case .comprehension(let macro):
      return copy(
        .comprehension(
          Comprehension(
            macro.form, over: inner(macro.range), variable: macro.variable, secondVariable: macro.secondVariable,
            condition: macro.condition.map(inner), body: inner(macro.body), product: macro.product)))
    case .literal, .identifier, .map, .record: return self
    }
  }

  private func copy(_ kind: Kind) -> Expression { Expression(id: id, kind, at: offsets) }
}
