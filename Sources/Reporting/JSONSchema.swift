import Documents

/// A JSON Schema of draft 2020-12, for YAML documents as Ambit reads them: a scalar that is meant as text may look like
/// a number or a flag.
indirect enum JSONSchema: Encodable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case list([JSONSchema])
  case object([String: JSONSchema])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let items): try container.encode(items)
    case .object(let fields): try container.encode(fields)
    }
  }

  // MARK: Scalars

  static let text = JSONSchema.object(["type": .list(["string", "number", "boolean"].map { .string($0) })])
  static let bool = JSONSchema.object(["type": .string("boolean")])
  static let anything = JSONSchema.object([:])
  static let integer = JSONSchema.object(["type": .string("integer")])
  static let kebab = pattern("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
  static let day = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  /// A day, a month or a year; a year alone is a number to YAML.
  static let date = either([pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), integer(within: 1...9999)])

  static func pattern(_ pattern: String) -> JSONSchema {
    .object(["type": .string("string"), "pattern": .string(pattern)])
  }

  static func integer(within range: ClosedRange<Int>) -> JSONSchema {
    .object([
      "type": .string("integer"), "minimum": .number(Double(range.lowerBound)),
      "maximum": .number(Double(range.upperBound)),
    ])
  }

  static func words(_ words: [String]) -> JSONSchema { .object(["enum": .list(words.map { .string($0) })]) }

  // MARK: Collections

  static func array(_ element: JSONSchema) -> JSONSchema {
    .object(["type": .string("array"), "items": element])
  }

  static func either(_ schemas: [JSONSchema]) -> JSONSchema { .object(["anyOf": .list(schemas)]) }

  /// A mapping with these keys and no others.
  static func mapping(_ properties: [String: JSONSchema], required: [String] = []) -> JSONSchema {
    var fields: [String: JSONSchema] = [
      "type": .string("object"), "properties": .object(properties), "additionalProperties": .flag(false),
    ]
    if !required.isEmpty { fields["required"] = .list(required.map { .string($0) }) }
    return .object(fields)
  }

  /// A mapping whose keys are free, apart from those that have schemas of their own.
  static func map(_ value: JSONSchema, besides properties: [String: JSONSchema] = [:]) -> JSONSchema {
    var fields: [String: JSONSchema] = ["type": .string("object"), "additionalProperties": value]
    if !properties.isEmpty { fields["properties"] = .object(properties) }
    return .object(fields)
  }

  /// What a definition of the same document says.
  static func reference(_ name: String) -> JSONSchema { .object(["$ref": .string("#/$defs/\(name)")]) }

  /// With further keywords.
  func with(_ keywords: [String: JSONSchema]) -> JSONSchema {
    guard case .object(let fields) = self else { return self }
    return .object(fields.merging(keywords) { $1 })
  }

  /// With words that editors show, where there are any.
  func described(_ text: String) -> JSONSchema { text.isEmpty ? self : with(["description": .string(text)]) }

  // MARK: Shapes

  /// The schema of a shape that a reader has.
  init(_ shape: ValueShape) {
    switch shape {
    case .text, .expression: self = .text
    case .kebab: self = .kebab
    case .bool: self = .bool
    case .integer: self = .integer
    case .day: self = .day
    case .date: self = .date
    case .words(let words): self = .words(words)
    case .list(let element): self = .array(JSONSchema(element))
    case .record(let shape): self.init(shape)
    case .map(nil, let value): self = .map(JSONSchema(value))
    case .map(let keys?, let value):
      let value = JSONSchema(value)
      self = .mapping(Dictionary(uniqueKeysWithValues: keys.map { ($0, value) }))
    case .either(let shapes): self = .either(shapes.map { JSONSchema($0) })
    case .named(let name): self = .reference(name)
    case .anything: self = .anything
    }
  }

  /// The schema of a mapping that a reader has; `properties` stand in the place of some of its keys.
  init(_ shape: MappingShape, replacing properties: [String: JSONSchema] = [:]) {
    let own = shape.keys.map { ($0.name, properties[$0.name] ?? JSONSchema($0.value)) }
    self = .mapping(Dictionary(uniqueKeysWithValues: own), required: shape.keys.filter(\.isRequired).map(\.name))
  }
}
