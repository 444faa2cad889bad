/// What a variable stands for in one evaluation.
public enum Binding: Sendable {
  case value(Value)
  /// Nobody knows; parts of the answer that hang on it are unknown.
  case unknown
  /// Finding the value failed; reading the variable is this error.
  case error(String)
}

/// The variables of one evaluation, as numbered slots of the expression that they are made for.
public struct Bindings: Sendable {
  private(set) var slots: [Binding?]
  /// The same, cut down to what flat tests compare.
  private(set) var plain: [PlainValue]
  private(set) var unknownPatterns: [AttributePattern] = []
  private let names: [String: Int]
  private let texts: TextTable

  init(names: [String: Int], texts: TextTable = TextTable()) {
    self.names = names
    self.texts = texts
    slots = Array(repeating: nil, count: names.count)
    plain = Array(repeating: .other, count: names.count)
  }

  /// The binding of a variable. Variables that the expression does not read are ignored.
  public subscript(_ name: String) -> Binding? {
    get { names[name].flatMap { slots[$0] } }
    set {
      guard let slot = names[name] else { return }
      slots[slot] = newValue
      plain[slot] = if case .value(let value)? = newValue { PlainValue(value, texts) } else { .other }
    }
  }

  /// Declares parts of variables unknown, such as `claim.date` or `items[0]`.
  public mutating func declareUnknown(_ pattern: AttributePattern) { unknownPatterns.append(pattern) }
}

/// A value that compares as one number; anything else is `other`.
enum PlainValue: Sendable {
  case other
  case bool(Bool)
  case int(Int64)
  /// The number of a string among the literals of the expression; negative for a string that is none of them.
  case text(Int32)

  init(_ value: Value, _ texts: TextTable) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let number): self = .int(number)
    case .string(let text): self = .text(texts.number(of: text))
    default: self = .other
    }
  }
}

/// The string literals of an expression, numbered.
struct TextTable: Sendable {
  private var numbers: [MapKey: Int32] = [:]

  /// The number of a literal, which is new or known.
  mutating func add(_ text: String) -> Int32 {
    if let known = numbers[.string(text)] { return known }
    numbers[.string(text)] = Int32(numbers.count)
    return Int32(numbers.count - 1)
  }

  /// The number of a string; -1 for one that is no literal.
  func number(of text: String) -> Int32 { numbers[.string(text)] ?? -1 }
}
