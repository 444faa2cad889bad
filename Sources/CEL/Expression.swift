import Diagnostics

/// A node of the syntax tree. Macros (`exists`, `all`, `map` …) stay visible as comprehensions, since the readers of
/// a rule and the circuits made from it think in them.
public struct Expression: Sendable {
  /// What the node is.
  public indirect enum Kind: Sendable {
    case literal(Literal)
    /// A name; a leading dot (`.x`) makes it absolute.
    case identifier(String)
    /// `operand.field`.
    case select(Expression, field: String)
    /// `has(operand.field)`.
    case has(Expression, field: String)
    /// A function, an operator (by its name of the specification, `_==_`), or with a target a method.
    case call(String, target: Expression?, arguments: [Expression])
    case list([Expression])
    case map([(key: Expression, value: Expression)])
    /// `Name{field: value}`.
    case record(String, fields: [(name: String, value: Expression)])
    case comprehension(Comprehension)
  }

  /// A number of the node, unique in its tree: the key of the checker's answers.
  public let id: Int
  /// What the node is.
  public let kind: Kind
  /// Byte offsets into the expression's text.
  public let offsets: Range<Int>

  /// A node from its parts.
  public init(id: Int, _ kind: Kind, at offsets: Range<Int>) {
    self.id = id
    self.kind = kind
    self.offsets = offsets
  }
}

/// A constant as written.
public enum Literal: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
}

/// A macro over the elements of a list or the keys of a map.
public struct Comprehension: Sendable {
  /// Which macro it is.
  public enum Form: String, Sendable { case all, exists, existsOne = "exists_one", map, filter }

  /// Which macro it is.
  public let form: Form
  /// The list or map.
  public let range: Expression
  /// The name that stands for an element.
  public let variable: String
  /// `map(x, condition, body)`: the elements that count; nil for the other forms.
  public let condition: Expression?
  /// The predicate, or what `map` makes.
  public let body: Expression

  /// A comprehension from its parts.
  public init(
    _ form: Form, over range: Expression, variable: String, condition: Expression? = nil, body: Expression
  ) {
    self.form = form
    self.range = range
    self.variable = variable
    self.condition = condition
    self.body = body
  }
}
