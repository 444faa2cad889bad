extension Value: Equatable {
  /// Equality as the language has it: numbers are equal across their types when they are the same number, values of
  /// different types are unequal, not-a-number is unequal to everything, and strings are equal by code points.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.string(let a), .string(let b)): a.sameText(as: b)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)): a.elements == b.elements
    case (.map(let a), .map(let b)): a == b
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.type(let a), .type(let b)): a == b
    case (.record(let a), .record(let b)): a.name == b.name && a.fields == b.fields
    default: left.compareNumbers(right) == .equal
    }
  }
}

extension MapValue: Equatable {
  /// The same keys with equal values, in any order.
  public static func == (left: MapValue, right: MapValue) -> Bool {
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { entry in right[entry.key].map { $0 == entry.value } ?? false }
  }
}

extension String {
  /// Whether two strings have the same code points: the language knows no normal forms, while Swift's `==` does.
  func sameText(as other: String) -> Bool {
    // Strings that are not equal to Swift never have the same code points. Where they are, and of one length in
    // UTF-8, only marks that stand in another order can differ.
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }
}
