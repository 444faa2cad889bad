/// The macros over lists and maps.
extension Compiler {
  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Code {
    let first = nextLocal
    let range = code(macro.range).run
    let names = [macro.variable] + (macro.secondVariable.map { [$0] } ?? [])
    let (condition, body) = binding(names) { compiler in
      (macro.condition.map { compiler.code($0).run }, compiler.code(macro.body).run)
    }
    let site = Site(function: macro.name, offsets: node.offsets)
    let loop = Loop(
      range: range, local: first, isPair: macro.secondVariable != nil, condition: condition, body: body, site: site)
    switch macro.form {
    case .all: return Code { (frame: inout Frame) throws(Interruption) in try loop.decides(false, &frame) }
    case .exists: return Code { (frame: inout Frame) throws(Interruption) in try loop.decides(true, &frame) }
    case .existsOne: return Code { (frame: inout Frame) throws(Interruption) in try loop.holdsOnce(&frame) }
    case .filter: return Code { (frame: inout Frame) throws(Interruption) in try loop.filtered(&frame) }
    case .map:
      switch macro.product {
      case .list: return Code { (frame: inout Frame) throws(Interruption) in try loop.list(&frame) }
      case .map: return Code { (frame: inout Frame) throws(Interruption) in try loop.map(&frame) }
      }
    }
  }
}

/// A macro's walk over a list or map.
private struct Loop: Sendable {
  let range: Evaluate
  /// The number of the macro variable; that of the second is the next.
  let local: Int
  /// Whether there is a second variable: index and element, or key and value.
  let isPair: Bool
  let condition: Evaluate?
  let body: Evaluate
  let site: Site

  /// Calls `visit` with the macro variables bound to each element in turn, until it answers false.
  private func walk(
    _ frame: inout Frame, _ visit: (inout Frame, Value) throws(Interruption) -> Bool
  ) throws(Interruption) {
    switch try range(&frame) {
    case .list(let list):
      for (place, element) in list.elements.enumerated() {
        try frame.spend(1, site)
        frame.locals[local] = isPair ? .int(Int64(place)) : element
        if isPair { frame.locals[local + 1] = element }
        guard try visit(&frame, element) else { return }
      }
    case .map(let map):
      for entry in map.entries {
        try frame.spend(1, site)
        frame.locals[local] = entry.key
        if isPair { frame.locals[local + 1] = entry.value }
        guard try visit(&frame, entry.key) else { return }
      }
    case let other: throw site.error("`\(site.function)` goes over a list or map, not \(other.typeName)")
    }
  }

  /// Walks to the end past what is unknown, which is thrown then.
  private func walkAll(
    _ frame: inout Frame, _ visit: (inout Frame, Value) throws(Interruption) -> Void
  ) throws(Interruption) {
    var unknowns = Unknowns()
    try walk(&frame) { (frame: inout Frame, element: Value) throws(Interruption) in
      do throws(Interruption) {
        try visit(&frame, element)
      } catch {
        try unknowns.note(error)
      }
      return true
    }
    try unknowns.check()
  }

  private func holds(_ predicate: Evaluate, _ frame: inout Frame) throws(Interruption) -> Bool {
    switch try predicate(&frame) {
    case .bool(let holds): return holds
    case let other: throw site.error("the condition of `\(site.function)` is bool, not \(other.typeName)")
    }
  }

  /// `exists` is decided by one true, `all` by one false; neither cares what else fails then.
  func decides(_ decisive: Bool, _ frame: inout Frame) throws(Interruption) -> Value {
    var interruption: Interruption?
    var isDecided = false
    try walk(&frame) { (frame: inout Frame, _: Value) throws(Interruption) in
      do throws(Interruption) {
        isDecided = try holds(body, &frame) == decisive
      } catch {
        if case .exhausted = error { throw error }
        interruption = interruption?.joined(with: error) ?? error
      }
      return !isDecided
    }
    if isDecided { return .bool(decisive) }
    if let interruption { throw interruption }
    return .bool(!decisive)
  }

  func holdsOnce(_ frame: inout Frame) throws(Interruption) -> Value {
    var count = 0
    try walkAll(&frame) { (frame: inout Frame, _: Value) throws(Interruption) in
      if try holds(body, &frame) { count += 1 }
    }
    return .bool(count == 1)
  }

  func filtered(_ frame: inout Frame) throws(Interruption) -> Value {
    var elements: [Value] = []
    try walkAll(&frame) { (frame: inout Frame, element: Value) throws(Interruption) in
      if try holds(body, &frame) { elements.append(element) }
    }
    return .list(elements)
  }

  func list(_ frame: inout Frame) throws(Interruption) -> Value {
    var elements: [Value] = []
    try walkAll(&frame) { (frame: inout Frame, _: Value) throws(Interruption) in
      if let condition, try !holds(condition, &frame) { return }
      elements.append(try body(&frame))
    }
    return try frame.make(.list(elements), site)
  }

  /// The same keys (or places) with new values.
  func map(_ frame: inout Frame) throws(Interruption) -> Value {
    var entries: [(key: Value, value: Value)] = []
    try walkAll(&frame) { (frame: inout Frame, _: Value) throws(Interruption) in
      if let condition, try !holds(condition, &frame) { return }
      entries.append((frame.locals[local], try body(&frame)))
    }
    return try frame.map(entries, site)
  }
}
