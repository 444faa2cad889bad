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
    if known == given { return true }
    if Self.isEmptyOrDynamic(known) {
      bound[name] = given
      return true
    }
    if Self.isEmptyOrDynamic(given) { return true }
    switch (known, given) {
    case (.enumeration, .string): return true
    case (.string, .enumeration): return true
    case (.list(let a), .list(let b)): return join(a, b, into: name + "[]")
    default: return false
    }
  }

  /// `dyn`, and the element type of `[]`.
  private static func isEmptyOrDynamic(_ type: Type) -> Bool {
    switch type {
    case .dyn: true
    case .list(let element): isEmptyOrDynamic(element)
    default: false
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
