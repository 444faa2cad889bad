/// The shape of a part of a program: what can be said of a site, a person, a service.
public struct Shape: Sendable {
  /// What rules call it, such as `practitioner`.
  public let name: String
  /// What messages call it, such as "a practitioner".
  public let title: String
  /// What can be said of it, in the order in which it is usually written.
  public let fields: [Field]

  /// A shape from its parts.
  public init(_ name: String, _ title: String, _ fields: [Field]) {
    self.name = name
    self.title = title
    self.fields = fields
  }

  /// The field of this name.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// One thing that can be said of a part of a program.
public struct Field: Sendable {
  /// Its name.
  public let name: String
  /// The type of what is said.
  public let type: FieldType
  /// What silence means.
  public let unstated: Unstated
  /// The question to ask when a conclusion hangs on it; `{}` stands for the subject.
  public let question: String

  /// A field from its parts.
  public init(_ name: String, _ type: FieldType, _ unstated: Unstated, _ question: String = "") {
    self.name = name
    self.type = type
    self.unstated = unstated
    self.question = question
  }
}

/// The type of a field.
public indirect enum FieldType: Hashable, Sendable {
  /// The name by which other parts refer to this one.
  case identifier
  /// Words to show.
  case text
  /// A National Provider Identifier: ten digits with a check digit.
  case npi
  /// A word of a vocabulary.
  case word(String)
  case bool
  /// A whole number within a range.
  case integer(ClosedRange<Int>)
  /// A decimal number within a range, kept in thousandths.
  case thousandths(ClosedRange<Int>)
  /// A day, a month or a year.
  case date
  /// An exact day.
  case day
  /// The postal code of a state.
  case state
  /// The id of a part of this shape.
  case reference(String)
  /// A part of its own.
  case record(String)
  case list(FieldType)
  /// A list of ids of this shape, or the word `everyone`.
  case everyone(String)
}

/// What it means when a field is not stated.
public enum Unstated: Hashable, Sendable {
  /// It must be stated.
  case required
  /// Nobody knows: a conclusion that hangs on it is unknown.
  case unknown
  /// The list is empty: what is not listed is not held.
  case empty
  /// A date before all others.
  case always
  /// A date after all others.
  case never
  /// A value of a vocabulary or a flag.
  case value(String)
}
