/// A map from keys to values. Keeps the order in which entries were given, so that evaluation is deterministic.
public struct MapValue: Sendable {
  /// Keys as they were given, with their values.
  public let entries: [(key: Value, value: Value)]
  private let places: [MapKey: Int]
  let weight: Int

  /// Up to this many entries are compared one by one, which is faster than hashing.
  private static let small = 8

  /// An empty map.
  public init() {
    entries = []
    places = [:]
    weight = 1
  }

  /// A map of `entries`.
  /// - Throws: `MapError` when a value can't be a key, or a key is given twice.
  public init(_ entries: [(key: Value, value: Value)]) throws(MapError) {
    var places: [MapKey: Int] = [:]
    places.reserveCapacity(entries.count)
    var weight = 1
    for (place, entry) in entries.enumerated() {
      guard let key = MapKey(entry.key), !entry.key.isDouble else { throw .unfitKey(entry.key.typeName) }
      guard places.updateValue(place, forKey: key) == nil else { throw .repeatedKey(entry.key.literal) }
      weight = weight.plus(entry.key.weight).plus(entry.value.weight)
    }
    self.entries = entries
    self.places = entries.count > Self.small ? places : [:]
    self.weight = weight
  }

  /// The value of a key; numbers of different types are the same key when they are equal.
  public subscript(_ key: Value) -> Value? {
    guard let key = MapKey(key) else { return nil }
    guard entries.count > Self.small else {
      return entries.first { MapKey($0.key) == key }?.value
    }
    return places[key].map { entries[$0].value }
  }

  /// The value of a string key.
  public subscript(_ key: String) -> Value? {
    guard entries.count > Self.small else {
      for entry in entries {
        if case .string(let text) = entry.key, text.sameText(as: key) { return entry.value }
      }
      return nil
    }
    return places[.string(key)].map { entries[$0].value }
  }
}

/// Why values can't make a map.
public enum MapError: Error, Sendable {
  /// A value of this type can't be a key.
  case unfitKey(String)
  /// This key, as a literal, is given twice.
  case repeatedKey(String)
}

/// A key of a map, with equal numbers of different types brought to one form.
enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  /// Above the range of `int`.
  case uint(UInt64)
  case string(String)

  /// nil for what no map can hold as a key: other types, and numbers that are not whole.
  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map { .int($0) } ?? .uint(number)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .uint(whole)
      } else {
        return nil
      }
    case .string(let text): self = .string(text)
    default: return nil
    }
  }

  static func == (left: MapKey, right: MapKey) -> Bool {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.string(let a), .string(let b)): a.sameText(as: b)
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let bool): hasher.combine(bool)
    case .int(let number): hasher.combine(number)
    case .uint(let number): hasher.combine(number)
    case .string(let text): hasher.combine(text)
    }
  }
}

extension Value {
  var isDouble: Bool { if case .double = self { true } else { false } }
}
