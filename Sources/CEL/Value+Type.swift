extension Value {
  /// The type that a checker would give the value; elements of several types make `dyn`.
  public var type: Type {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list(let list): .list(Self.common(list.elements))
    case .map(let map): .map(Self.common(map.entries.map(\.key)), Self.common(map.entries.map(\.value)))
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .record(let record): .record(record.name)
    }
  }

  private static func common(_ values: [Value]) -> Type {
    guard let first = values.first?.type else { return .dyn }
    return values.dropFirst().allSatisfy { $0.type == first } ? first : .dyn
  }
}
