/// What a variable stands for in one evaluation.
public enum Binding: Sendable {
  case value(Value)
  /// Nobody knows; parts of the answer that hang on it are unknown.
  case unknown
  /// Finding the value failed; reading the variable is this error.
  case error(String)
}

/// The variables of one evaluation, in the order in which a program holds them.
public struct Bindings: Sendable {
  var slots: [Binding?]
  var unknownPatterns: [AttributePattern] = []
  private let names: [String: Int]

  init(names: [String: Int], count: Int) {
    self.names = names
    slots = Array(repeating: nil, count: count)
  }

  /// The binding of a variable. Variables that the program does not read are ignored.
  public subscript(_ name: String) -> Binding? {
    get { names[name].flatMap { slots[$0] } }
    set { if let slot = names[name] { slots[slot] = newValue } }
  }

  /// Declares parts of variables unknown, such as `claim.date` or `items[0]`.
  public mutating func declareUnknown(_ pattern: AttributePattern) { unknownPatterns.append(pattern) }
}
