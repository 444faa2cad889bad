/// The keys of one kind of mapping. Its reader allows no others, and its schema describes them.
public struct MappingShape: Sendable {
  /// One key.
  public struct Key: Sendable {
    /// Its name.
    public let name: String
    /// Whether each mapping of the kind must have it.
    public let isRequired: Bool
    /// What it holds.
    public let value: ValueShape
  }

  /// What messages call the mapping, such as "a rule".
  public let subject: String
  /// Its keys.
  public let keys: [Key]
  /// The names of its keys.
  public let names: [String]

  /// A shape from its keys.
  public init(
    _ subject: String, required: KeyValuePairs<String, ValueShape>, optional: KeyValuePairs<String, ValueShape> = [:]
  ) {
    self.init(subject, required: Array(required), optional: Array(optional))
  }

  /// A shape from keys that a table has.
  public init(
    _ subject: String, required: [(key: String, value: ValueShape)], optional: [(key: String, value: ValueShape)]
  ) {
    self.subject = subject
    keys =
      required.map { Key(name: $0.key, isRequired: true, value: $0.value) }
      + optional.map { Key(name: $0.key, isRequired: false, value: $0.value) }
    names = keys.map(\.name)
  }
}

/// What can stand at a place of a document, as far as its form goes.
public indirect enum ValueShape: Sendable {
  /// A scalar, whatever it looks like.
  case text
  /// An expression of the rule language, which may look like a number or a flag.
  case expression
  /// An id in kebab-case.
  case kebab
  case bool, integer
  /// A day that exists, as `YYYY-MM-DD`.
  case day
  /// A day, a month or a year.
  case date
  /// One of some words.
  case words([String])
  case list(ValueShape)
  case record(MappingShape)
  /// Values of one shape by keys that are free, or by some of those listed.
  case map([String]?, ValueShape)
  case either([ValueShape])
  /// What a definition of this name describes.
  case named(String)
  /// What another document or a table describes.
  case anything
}
