/// How two values stand to each other.
enum Order {
  case less, equal, greater
  /// Not-a-number stands nowhere.
  case unordered

  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }

  var reversed: Order {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered: self
    }
  }
}

extension Value {
  /// The order of two values; nil where the language has none.
  func compare(_ other: Value) -> Order? {
    switch (self, other) {
    case (.bool(let a), .bool(let b)): Order(a ? 1 : 0, b ? 1 : 0)
    case (.int(let a), .int(let b)): Order(a, b)
    case (.uint(let a), .uint(let b)): Order(a, b)
    case (.double(let a), .double(let b)): Order(a, b)
    case (.string(let a), .string(let b)): Order.ofText(a, b)
    case (.bytes(let a), .bytes(let b)): Order.ofBytes(a, b)
    case (.timestamp(let a), .timestamp(let b)): Order(a, b)
    case (.duration(let a), .duration(let b)): Order(a, b)
    default: compareNumbers(other)
    }
  }

  /// The order of two numbers of different types on the number line; nil where one is no number.
  func compareNumbers(_ other: Value) -> Order? {
    switch (self, other) {
    case (.int(let a), .uint(let b)): a < 0 ? .less : Order(UInt64(a), b)
    case (.uint(let a), .int(let b)): b < 0 ? .greater : Order(a, UInt64(b))
    case (.int(let a), .double(let b)): Order.ofWhole(a, b)
    case (.double(let a), .int(let b)): Order.ofWhole(b, a).reversed
    case (.uint(let a), .double(let b)): Order.ofWhole(a, b)
    case (.double(let a), .uint(let b)): Order.ofWhole(b, a).reversed
    default: nil
    }
  }
}

extension Order {
  /// A whole number beside a double. As other implementations do, the whole number is rounded to a double unless the
  /// double is out of its range.
  static func ofWhole<T: FixedWidthInteger>(_ whole: T, _ double: Double) -> Order {
    if double.isNaN { return .unordered }
    if double < Double(T.min) { return .greater }
    if double > Double(T.max) { return .less }
    return Order(Double(whole), double)
  }

  /// The order of code points is the order of the bytes of UTF-8.
  static func ofText(_ left: String, _ right: String) -> Order {
    ofBytes(left.utf8, right.utf8)
  }

  static func ofBytes(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Order {
    var others = right.makeIterator()
    for byte in left {
      guard let other = others.next() else { return .greater }
      if byte != other { return byte < other ? .less : .greater }
    }
    return others.next() == nil ? .equal : .less
  }
}
