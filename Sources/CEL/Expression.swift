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
  /// The offsets of the word that the node is about: the name of a function, of a field; the whole for most nodes.
  let word: Range<Int>
  /// How many nodes stand on the longest way down, this one included.
  let height: Int

  /// A node from its parts.
  public init(id: Int, _ kind: Kind, at offsets: Range<Int>) { self.init(id: id, kind, at: offsets, word: nil) }

  init(id: Int, _ kind: Kind, at offsets: Range<Int>, word: Range<Int>?) {
    self.id = id
    self.kind = kind
    self.offsets = offsets
    self.word = word ?? offsets
    height = kind.height + 1
  }
}

extension Expression.Kind {
  /// The height of the tallest node below.
  fileprivate var height: Int {
    switch self {
    case .literal, .identifier: 0
    case .select(let operand, _), .has(let operand, _): operand.height
    case .call(_, let target, let arguments): arguments.reduce(target?.height ?? 0) { max($0, $1.height) }
    case .list(let elements): elements.reduce(0) { max($0, $1.height) }
    case .map(let entries): entries.reduce(0) { max($0, $1.key.height, $1.value.height) }
    case .record(_, let fields): fields.reduce(0) { max($0, $1.value.height) }
    case .comprehension(let macro): max(macro.range.height, macro.condition?.height ?? 0, macro.body.height)
    }
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

  /// What `map` makes.
  public enum Product: Sendable { case list, map }

  /// Which macro it is.
  public let form: Form
  /// The list or map.
  public let range: Expression
  /// The name that stands for an element of a list, or a key of a map; with a second variable, for the index of an
  /// element.
  public let variable: String
  /// With the macros of two variables, the name that stands for an element, or the value of a key.
  public let secondVariable: String?
  /// `map(x, condition, body)`: the elements that count; nil for the other forms.
  public let condition: Expression?
  /// The predicate, or what `map` makes of an element.
  public let body: Expression
  /// What `map` makes as a whole.
  public let product: Product

  /// A comprehension from its parts.
  public init(
    _ form: Form, over range: Expression, variable: String, secondVariable: String? = nil,
    condition: Expression? = nil, body: Expression, product: Product = .list
  ) {
    self.form = form
    self.range = range
    self.variable = variable
    self.condition = condition
    self.body = body
    self.secondVariable = secondVariable
    self.product = product
  }

  /// What the macro is called.
  public var name: String {
    guard secondVariable != nil else { return form.rawValue }
    switch form {
    case .map: return product == .map ? "transformMap" : "transformList"
    case .existsOne: return "existsOne"
    default: return form.rawValue
    }
  }
}
