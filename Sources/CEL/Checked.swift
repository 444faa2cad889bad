/// An expression whose every node has a type.
public struct Checked: Sendable {
  /// The tree as parsed.
  public let expression: Expression
  /// The type of each node, by its id.
  public let types: [Int: Type]
  /// The signatures that fit each call, by the id of the call; one unless an argument is `dyn`.
  public let overloads: [Int: [String]]
  /// The variable that a chain of names turned out to be (`a.b` may be one variable), by the id of its topmost node.
  public let references: [Int: String]

  /// A checked tree from its parts.
  public init(
    _ expression: Expression, types: [Int: Type], overloads: [Int: [String]] = [:], references: [Int: String] = [:]
  ) {
    self.expression = expression
    self.types = types
    self.overloads = overloads
    self.references = references
  }

  /// The type of the whole.
  public var type: Type { types[expression.id] ?? .dyn }
}
