/// The type of the answers to a question of the codebook.
public indirect enum FactType: Hashable, Sendable {
  /// One word of those listed.
  case enumeration(AllowedValues)
  case bool
  /// A whole number.
  case int
  case date
  /// Words to show, never computed with.
  case text
  /// Several words of those listed.
  case words(AllowedValues)
  /// A whole number or `none`, which compares above every number.
  case cap
  /// Records of a declared shape; `limits` are records of the shape `Limit.fields`.
  case records([RecordField])
  /// The state's own test, an expression over a subject such as `delivery`.
  case condition(over: String)

  /// The words that a value may use; empty for other types.
  public var allowedValues: [AllowedValue] {
    switch self {
    case .enumeration(let allowed), .words(let allowed): allowed.values
    default: []
    }
  }
}

/// The words that may answer a question.
public struct AllowedValues: Hashable, Sendable {
  /// The vocabulary whose words they are; nil where the question lists its own.
  public let vocabulary: String?
  /// The words.
  public let values: [AllowedValue]
  /// The word that a table means when it says `enacted` or `refused` in place of a word.
  public let onItsWay: String?

  /// Words of a vocabulary, or of the question's own.
  public init(_ values: [AllowedValue], vocabulary: String? = nil, onItsWay: String? = nil) {
    self.values = values
    self.vocabulary = vocabulary
    self.onItsWay = onItsWay
  }
}

/// A word that answers a question, with what it means.
public struct AllowedValue: Hashable, Sendable {
  /// The word.
  public let word: String
  /// A line on what it means.
  public let meaning: String
  /// Whether the word can't be used without its note: reading it gives unknown.
  public let isVague: Bool

  /// A word from its parts.
  public init(_ word: String, meaning: String = "", isVague: Bool = false) {
    self.word = word
    self.meaning = meaning
    self.isVague = isVague
  }
}

/// A field of the records that answer a question.
public struct RecordField: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its type: `int`, `bool`, `text`, `enumeration` or `words`.
  public let type: FactType
  /// Whether each record must state it.
  public let isRequired: Bool

  /// A field from its parts.
  public init(_ name: String, _ type: FactType, isRequired: Bool) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
  }
}

/// The shape of a limit: all limits of a list must hold, which is what "whichever first" means.
public enum Limit {
  /// The units in which law counts.
  public static let units = [
    "calendar_days", "business_days", "months", "hours", "visits", "units", "usd", "percent", "patients",
  ].map { AllowedValue($0) }

  /// The spans of time, or occasions, over which law counts.
  public static let spans = [
    "day", "week", "month", "year", "calendar_year", "fiscal_year", "plan_year", "benefit_year", "request", "order",
    "episode",
  ].map { AllowedValue($0) }

  /// The kinds of care that may share one limit.
  public static let sharers = [
    "acupuncture", "chiropractic", "massage", "physical_therapy", "occupational_therapy", "speech_therapy",
    "optometry", "podiatry", "psychology", "osteopathic_manipulation", "pain_program", "audiology",
  ].map { AllowedValue($0) }

  /// `max` of a `unit`, counted within a window of `within_days` (0: over the whole course). Where law counts `per`
  /// year or month, `within_days` is the window that a rule computes with. `shared_by` are the kinds of care that
  /// count together.
  public static let fields = [
    RecordField("max", .int, isRequired: true),
    RecordField("unit", .enumeration(AllowedValues(units)), isRequired: true),
    RecordField("within_days", .int, isRequired: false),
    RecordField("per", .enumeration(AllowedValues(spans)), isRequired: false),
    RecordField("shared_by", .words(AllowedValues(sharers)), isRequired: false),
  ]
}
