/// What a function or operator of the standard library does with values.
enum Operation: Sendable {
  typealias Unary = @Sendable (Value, inout Frame, Site) throws(Interruption) -> Value
  typealias Binary = @Sendable (Value, Value, inout Frame, Site) throws(Interruption) -> Value
  /// Reads the second operand, with the first for messages.
  typealias Prepare = @Sendable (Value, Value, Site) throws(Interruption) -> Prepared
  typealias Apply = @Sendable (Value, Prepared, inout Frame, Site) throws(Interruption) -> Value

  /// An operand that takes work to read.
  enum Prepared: Sendable {
    case pattern(RegularExpression)
    case zone(TimeZone)

    /// The steps that reading it takes.
    var cost: Int {
      switch self {
      case .pattern(let pattern): pattern.size
      case .zone: 500
      }
    }
  }

  case unary(Unary)
  case binary(Binary)
  /// The second operand is read first, once if it is a constant.
  case prepared(Prepare, Apply)
}

extension StandardLibrary {
  /// The operation behind a function's name; types are told apart when it runs.
  static func operation(_ name: String, isMethod: Bool, arity: Int) -> Operation? {
    operations[Key(name: name, isMethod: isMethod, arity: arity)]
  }

  private struct Key: Hashable {
    let name: String
    let isMethod: Bool
    let arity: Int
  }

  private static let operations: [Key: Operation] = {
    var table: [Key: Operation] = [:]
    func add(_ name: String, isMethod: Bool = false, _ operation: Operation) {
      let arity = if case .unary = operation { 1 } else { 2 }
      table[Key(name: name, isMethod: isMethod, arity: arity)] = operation
    }
    add("_==_", .binary(Comparisons.equals))
    add("_!=_", .binary(Comparisons.differs))
    add("_<_", Comparisons.ordered { $0 == .less })
    add("_<=_", Comparisons.ordered { $0 == .less || $0 == .equal })
    add("_>_", Comparisons.ordered { $0 == .greater })
    add("_>=_", Comparisons.ordered { $0 == .greater || $0 == .equal })
    add("@in", .binary(Comparisons.contains))
    add("_+_", .binary(Arithmetic.add))
    add("_-_", .binary(Arithmetic.subtract))
    add("_*_", .binary(Arithmetic.multiply))
    add("_/_", .binary(Arithmetic.divide))
    add("_%_", .binary(Arithmetic.remainder))
    add("-_", .unary(Arithmetic.negate))
    for (name, conversion) in Conversions.all { add(name, .unary(conversion)) }
    for isMethod in [false, true] {
      add("size", isMethod: isMethod, .unary(Texts.size))
      add("matches", isMethod: isMethod, .prepared(Texts.pattern, Texts.matches))
    }
    add("contains", isMethod: true, .binary(Texts.contains))
    add("startsWith", isMethod: true, .binary(Texts.startsWith))
    add("endsWith", isMethod: true, .binary(Texts.endsWith))
    for (name, part) in TimeParts.all {
      add(name, isMethod: true, .unary(TimeParts.inUTC(part)))
      add(name, isMethod: true, .prepared(TimeParts.zone, TimeParts.inZone(part)))
    }
    return table
  }()
}
