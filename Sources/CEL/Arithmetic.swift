/// The arithmetic operators. Results out of range are errors, never wrapped.
enum Arithmetic {
  static let add: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.addingReportingOverflow(b), "int", site))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.addingReportingOverflow(b), "uint", site))
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.string, .string), (.bytes, .bytes), (.list, .list): return try joined(a, b, &frame, site)
    case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
      return try moment(a.sinceEpoch + b, site)
    case (.duration(let a), .duration(let b)): return try duration(a + b, site)
    default: throw site.noOverload(a, b)
    }
  }

  static let subtract: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.subtractingReportingOverflow(b), "int", site))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.subtractingReportingOverflow(b), "uint", site))
    case (.double(let a), .double(let b)): return .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): return try duration(a.sinceEpoch - b.sinceEpoch, site)
    case (.timestamp(let a), .duration(let b)): return try moment(a.sinceEpoch - b, site)
    case (.duration(let a), .duration(let b)): return try duration(a - b, site)
    default: throw site.noOverload(a, b)
    }
  }

  static let multiply: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.multipliedReportingOverflow(by: b), "int", site))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.multipliedReportingOverflow(by: b), "uint", site))
    case (.double(let a), .double(let b)): return .double(a * b)
    default: throw site.noOverload(a, b)
    }
  }

  static let divide: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)): throw site.error("division by zero")
    case (.int(let a), .int(let b)): return .int(try checked(a.dividedReportingOverflow(by: b), "int", site))
    case (.uint(let a), .uint(let b)): return .uint(a / b)
    case (.double(let a), .double(let b)): return .double(a / b)
    default: throw site.noOverload(a, b)
    }
  }

  static let remainder: Operation.Binary = { (a, b, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)): throw site.error("remainder of a division by zero")
    case (.int(let a), .int(let b)): return .int(try checked(a.remainderReportingOverflow(dividingBy: b), "int", site))
    case (.uint(let a), .uint(let b)): return .uint(a % b)
    default: throw site.noOverload(a, b)
    }
  }

  static let negate: Operation.Unary = { (a, frame, site) throws(Interruption) in
    try frame.spend(1, site)
    switch a {
    case .int(let a): return .int(try checked(Int64(0).subtractingReportingOverflow(a), "int", site))
    case .double(let a): return .double(-a)
    default: throw site.noOverload(a)
    }
  }

  private static func checked<T>(
    _ result: (partialValue: T, overflow: Bool), _ type: String, _ site: Site
  ) throws(Interruption) -> T {
    guard !result.overflow else { throw site.overflow(type) }
    return result.partialValue
  }

  private static func joined(
    _ a: Value, _ b: Value, _ frame: inout Frame, _ site: Site
  ) throws(Interruption) -> Value {
    let size = a.weight.plus(b.weight)
    try frame.spend(size, site)
    guard size <= frame.limits.size else {
      throw .exhausted(EvaluationError("a value is larger than \(frame.limits.size) elements", at: site.offsets))
    }
    switch (a, b) {
    case (.string(let a), .string(let b)): return .string(a + b)
    case (.bytes(let a), .bytes(let b)): return .bytes(a + b)
    case (.list(let a), .list(let b)): return .list(a.elements + b.elements)
    default: throw site.noOverload(a, b)
    }
  }

  private static func moment(_ sinceEpoch: Duration, _ site: Site) throws(Interruption) -> Value {
    guard let moment = Timestamp(sinceEpoch: sinceEpoch) else { throw site.overflow("timestamp") }
    return .timestamp(moment)
  }

  private static func duration(_ duration: Duration, _ site: Site) throws(Interruption) -> Value {
    guard duration.isInRange else { throw site.overflow("duration") }
    return .duration(duration)
  }
}
