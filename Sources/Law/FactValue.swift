import CEL
import Diagnostics
import Documents

/// An answer to a question of the codebook.
public indirect enum FactValue: Hashable, Sendable {
  /// Nothing could be established.
  case unknown
  case word(String)
  case bool(Bool)
  case int(Int)
  case date(PartialDate)
  case text(String)
  case words([String])
  /// A number, or nil for `none`.
  case cap(Int?)
  case records([[String: FactValue]])
  case condition(Condition)
}

/// A state's own test, as an expression over a subject.
public struct Condition: Hashable, Sendable {
  /// The expression as written, folded.
  public let text: String
  /// The parsed expression.
  public let expression: Expression
  /// The expression's text, into which the offsets of its nodes point, and its place in the file.
  public let embedded: EmbeddedText

  /// A condition from its parts.
  public init(_ expression: Expression, in embedded: EmbeddedText) {
    text = embedded.text.text(in: 0..<embedded.text.bytes.count)
    self.expression = expression
    self.embedded = embedded
  }

  /// The same words.
  public static func == (left: Condition, right: Condition) -> Bool { left.text == right.text }

  /// Hashes the words, as `==` compares them.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension FactValue: CustomStringConvertible {
  /// As a person reads it.
  public var description: String {
    switch self {
    case .unknown: "unknown"
    case .word(let word), .text(let word): word
    case .bool(let flag): flag ? "yes" : "no"
    case .int(let number): String(number)
    case .date(let date): date.description
    case .words(let words): words.isEmpty ? "none" : words.joined(separator: ", ")
    case .cap(let number): number.map(String.init) ?? "none"
    case .records(let records): records.isEmpty ? "none" : records.map(Self.line).joined(separator: "; ")
    case .condition(let condition): condition.text
    }
  }

  /// A limit reads "12 visits within 90 days"; any other record as its fields.
  private static func line(_ record: [String: FactValue]) -> String {
    guard let max = record["max"], let unit = record["unit"] else {
      return record.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
    var line = "\(max) \(spaced(unit))"
    if let span = record["per"] {
      line += " per \(spaced(span))"
    } else if let window = record["within_days"], window != .int(0) {
      line += " within \(window) days"
    }
    if let sharers = record["shared_by"] { line += ", shared by \(spaced(sharers))" }
    return line
  }

  private static func spaced(_ value: FactValue) -> String {
    value.description.split(separator: "_").joined(separator: " ")
  }
}
