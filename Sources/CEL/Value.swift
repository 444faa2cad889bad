/// A value of the language, as expressions take and give it.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list(ListValue)
  indirect case map(MapValue)
  case timestamp(Timestamp)
  /// A stretch of time in whole nanoseconds.
  case duration(Duration)
  /// A type, by its name at run time: `int`, `list`, `google.protobuf.Timestamp`.
  case type(String)
  indirect case record(RecordValue)

  /// A list of values.
  public static func list(_ elements: [Value]) -> Value { .list(ListValue(elements)) }

  /// The name of the value's type at run time; the elements of lists and maps play no part in it.
  public var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: TypeNames.timestamp
    case .duration: TypeNames.duration
    case .type: "type"
    case .record(let record): record.name
    }
  }

  /// How much work it is to walk over the value: 1, and for what it holds, one a member or 16 bytes of text.
  var weight: Int {
    switch self {
    case .string(let text): 1 + text.utf8.count / 16
    case .bytes(let bytes): 1 + bytes.count / 16
    case .list(let list): list.weight
    case .map(let map): map.weight
    case .record(let record): record.fields.weight
    default: 1
    }
  }
}

/// The names of types in expressions.
enum TypeNames {
  static let timestamp = "google.protobuf.Timestamp"
  static let duration = "google.protobuf.Duration"

  /// All that an expression may name.
  static let all: Set<String> = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", timestamp, duration,
  ]
}

/// A list, which knows how much work it is to walk over it.
public struct ListValue: Sendable {
  /// The elements in order.
  public let elements: [Value]
  let weight: Int

  /// A list of `elements`.
  public init(_ elements: [Value]) {
    self.elements = elements
    weight = elements.reduce(1) { $0.plus($1.weight) }
  }
}

/// A record that the environment declares, with the fields that are set.
public struct RecordValue: Sendable {
  /// The name of its type.
  public let name: String
  /// The fields that are set, by name.
  public let fields: MapValue

  /// A record of the type `name`.
  public init(name: String, fields: MapValue) {
    self.name = name
    self.fields = fields
  }
}

extension Int {
  /// A sum that stops at the largest number, where a value shares parts with itself many times over.
  func plus(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
