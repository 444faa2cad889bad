/// What the placeholders of a signature stand for in one call.
struct Substitution {
  private var bound: [String: Type] = [:]

  /// Whether an argument of type `given` fits a parameter of type `wanted`; binds its placeholders.
  mutating func fits(_ given: Type, _ wanted: Type) -> Bool {
    switch (given, wanted) {
    case (_, .parameter(let name)):
      guard let known = bound[name] else {
        bound[name] = given
        return true
      }
      return join(known, given, into: name)
    case (.dyn, _), (_, .dyn): return true
    case (.list(let element), .list(let other)): return fits(element, other)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return fits(key, otherKey) && fits(value, otherValue)
    // A word of a vocabulary is a string where a string is wanted, never the other way round.
    case (.enumeration, .string): return true
    default: return given == wanted
    }
  }

  private mutating func join(_ known: Type, _ given: Type, into name: String) -> Bool {
    guard let joined = Self.joined(known, given) else { return false }
    bound[name] = joined
    return true
  }

  /// The type of what may be either; nil where the types have nothing in common. `dyn`, which `[]` holds too, gives
  /// way to what is known better.
  private static func joined(_ one: Type, _ other: Type) -> Type? {
    switch (one, other) {
    case (.dyn, _): return other
    case (_, .dyn): return one
    case (.enumeration, .string): return one
    case (.string, .enumeration): return one
    case (.list(let a), .list(let b)): return joined(a, b).map { .list($0) }
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      guard let key = joined(key, otherKey), let value = joined(value, otherValue) else { return nil }
      return .map(key, value)
    // A moment that is not given is null.
    case (.null, .timestamp), (.null, .duration): return other
    case (.timestamp, .null), (.duration, .null): return one
    default: return one == other ? one : nil
    }
  }

  /// A type with its placeholders filled in; one that nothing bound is dynamic.
  func filled(_ type: Type) -> Type {
    switch type {
    case .parameter(let name): bound[name] ?? .dyn
    case .list(let element): .list(filled(element))
    case .map(let key, let value): .map(filled(key), filled(value))
    default: type
    }
  }
}
