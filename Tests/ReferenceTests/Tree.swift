import Documents

/// A YAML document as data, so that tests can make, change and write one.
indirect enum Tree: Equatable, Sendable {
  /// Written as it stands.
  case plain(String)
  /// Written in quotes.
  case quoted(String)
  case day(Int)
  case list([Tree])
  case map([Field])

  struct Field: Equatable, Sendable {
    let key: String
    var value: Tree
  }

  /// The text of a scalar.
  var text: String {
    switch self {
    case .plain(let text), .quoted(let text): text
    default: yaml
    }
  }

  /// As a flow of YAML on one line.
  var yaml: String {
    switch self {
    case .plain(let text): text
    case .quoted(let text): "\"\(text)\""
    case .day(let number): Day(number: number).description
    case .list(let elements): "[\(elements.map(\.yaml).joined(separator: ", "))]"
    case .map(let fields): "{\(fields.map { "\"\($0.key)\": \($0.value.yaml)" }.joined(separator: ", "))}"
    }
  }

  /// A mapping with one entry on each line.
  var document: String {
    guard case .map(let fields) = self else { return yaml + "\n" }
    return fields.map { "\"\($0.key)\": \($0.value.yaml)\n" }.joined()
  }

  subscript(key: String) -> Tree? {
    get {
      guard case .map(let fields) = self else { return nil }
      return fields.first { $0.key == key }?.value
    }
    set {
      guard case .map(var fields) = self else { return }
      if let index = fields.firstIndex(where: { $0.key == key }) {
        if let newValue { fields[index].value = newValue } else { fields.remove(at: index) }
      } else if let newValue {
        fields.append(Field(key: key, value: newValue))
      }
      self = .map(fields)
    }
  }

  /// The elements of a list; none of anything else.
  var elements: [Tree] { if case .list(let elements) = self { elements } else { [] } }

  /// This tree with every node below and itself changed, from the leaves up.
  func mapped(_ change: (Tree) -> Tree) -> Tree {
    switch self {
    case .list(let elements): change(.list(elements.map { $0.mapped(change) }))
    case .map(let fields): change(.map(fields.map { Field(key: $0.key, value: $0.value.mapped(change)) }))
    default: change(self)
    }
  }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral text: String) { self = .plain(text) }
  init(arrayLiteral elements: Tree...) { self = .list(elements) }
  init(dictionaryLiteral fields: (String, Tree)...) { self = .map(fields.map { Field(key: $0.0, value: $0.1) }) }
}
