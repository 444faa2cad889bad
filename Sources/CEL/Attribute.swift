/// A path into a variable: the variable's name, then fields, keys or indices.
struct Attribute {
  let variable: String
  let path: [Value]

  /// As it would be written.
  var description: String {
    path.reduce(variable) { text, step in
      if case .string(let name) = step, name.utf8.allSatisfy({ $0.isLetter || $0.isDigit }), !name.isEmpty {
        return "\(text).\(name)"
      }
      return "\(text)[\(step.literal)]"
    }
  }
}

/// Parts of variables that are not known: `claim` with all below it, `claim.date`, `items[*].price`.
public struct AttributePattern: Sendable {
  /// A step of the path.
  public enum Step: Sendable {
    /// A field, key or index.
    case value(Value)
    /// Any of them.
    case any
  }

  /// The variable's name.
  public let variable: String
  /// The steps below it.
  public let path: [Step]

  /// A pattern from its parts.
  public init(_ variable: String, _ path: [Step] = []) {
    self.variable = variable
    self.path = path
  }

  /// Whether reading the attribute as a whole needs something that the pattern covers: the attribute lies within what
  /// is unknown, or something within it is unknown.
  func touches(_ attribute: Attribute) -> Bool {
    variable == attribute.variable
      && zip(path, attribute.path).allSatisfy { step, value in
        if case .value(let known) = step { known == value } else { true }
      }
  }

  /// Whether the attribute lies within what is unknown.
  func covers(_ attribute: Attribute) -> Bool { attribute.path.count >= path.count && touches(attribute) }
}
