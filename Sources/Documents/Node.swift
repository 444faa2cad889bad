import Diagnostics

/// A value of a YAML document, with the stretch of the file that it stands on.
public struct Node: Sendable {
  /// What kind of value it is.
  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// The value.
  public let content: Content
  /// Where it stands; for a block collection, its first to its last character.
  public let range: SourceRange

  /// A node from its parts.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// The text of a scalar and how it was written.
public struct Scalar: Sendable {
  /// How it was written; only a plain scalar can be a number, a boolean or null.
  public enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// The text, after folding and escapes.
  public let text: String
  /// How it was written.
  public let style: Style

  /// A scalar from its parts.
  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

/// A key of a mapping with its value.
public struct Entry: Sendable {
  /// The key's text.
  public let key: String
  /// Where the key stands.
  public let keyRange: SourceRange
  /// What it holds.
  public let value: Node

  /// An entry from its parts.
  public init(_ key: String, at keyRange: SourceRange, _ value: Node) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}
