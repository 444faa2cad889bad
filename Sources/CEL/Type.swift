/// A type of the language, with the three kinds that a host adds: records, enumerations and opaque types.
public indirect enum Type: Hashable, Sendable {
  case dyn, null, bool, int, uint, double, string, bytes, timestamp, duration
  case list(Type)
  case map(Type, Type)
  /// The type of a type.
  case type
  /// A record that the environment declares by name.
  case record(String)
  /// Words of a vocabulary that the environment declares by name: a string literal fits if it is one of the words.
  case enumeration(String)
  /// A type of the host with no operations of its own besides those that declared functions give it.
  case opaque(String)
  /// A placeholder in the declaration of a function, bound at each call.
  case parameter(String)
}

extension Type: CustomStringConvertible {
  /// As it is written in messages and documentation.
  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .type: "type"
    case .record(let name), .enumeration(let name), .opaque(let name), .parameter(let name): name
    }
  }
}
