/// Equality, order and membership.
enum Comparisons {
  static let equals: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(min(a.weight, b.weight), site)
    return .bool(a == b)
  }

  static let differs: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(min(a.weight, b.weight), site)
    return .bool(a != b)
  }

  static func ordered(_ holds: @escaping @Sendable (Order) -> Bool) -> Operation {
    .binary { (a, b, frame, site) throws(Interruption) in
      try frame.spend(min(a.weight, b.weight), site)
      guard let order = a.compare(b) else { throw site.noOverload(a, b) }
      return .bool(holds(order))
    }
  }

  static let contains: Operation.Binary = { (value, range, frame, site) throws(Interruption) in
    switch range {
    case .list(let list):
      for element in list.elements {
        try frame.spend(min(value.weight, element.weight), site)
        if value == element { return .bool(true) }
      }
      return .bool(false)
    case .map(let map):
      try frame.spend(value.weight, site)
      return .bool(map[value] != nil)
    default: throw site.noOverload(value, range)
    }
  }
}
