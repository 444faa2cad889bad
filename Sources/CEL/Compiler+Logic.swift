/// `&&`, `||`, `!` and `?:`, which need not evaluate all of their operands.
extension Compiler {
  /// `&&` is decided by false, `||` by true; what the other operand is does not matter then, not even an error.
  mutating func connective(
    decisive: Bool, _ arguments: [Expression], _ site: Site
  ) -> Code {
    let left = code(arguments[0]).run
    let right = code(arguments[1]).run
    return Code { (frame: inout Frame) throws(Interruption) in
      let interruption: Interruption
      do throws(Interruption) {
        if try truth(of: left(&frame), site) == decisive { return .bool(decisive) }
        return .bool(try truth(of: right(&frame), site))
      } catch {
        interruption = error
      }
      if case .exhausted = interruption { throw interruption }
      return try settle(interruption, by: right, decisive, &frame, site)
    }
  }

  mutating func negation(_ argument: Expression, _ site: Site) -> Code {
    let operand = code(argument).run
    return Code { (frame: inout Frame) throws(Interruption) in .bool(!(try truth(of: operand(&frame), site))) }
  }

  mutating func conditional(_ arguments: [Expression], _ site: Site) -> Code {
    let condition = code(arguments[0]).run
    let yes = code(arguments[1]).run
    let no = code(arguments[2]).run
    return Code { (frame: inout Frame) throws(Interruption) in
      try truth(of: condition(&frame), site) ? try yes(&frame) : try no(&frame)
    }
  }
}

/// The right operand may still decide what the left one left open.
private func settle(
  _ left: Interruption, by right: Evaluate, _ decisive: Bool, _ frame: inout Frame, _ site: Site
) throws(Interruption) -> Value {
  do throws(Interruption) {
    if try truth(of: right(&frame), site) == decisive { return .bool(decisive) }
  } catch {
    throw left.joined(with: error)
  }
  throw left
}

private func truth(of value: Value, _ site: Site) throws(Interruption) -> Bool {
  guard case .bool(let truth) = value else { throw site.noOverload(value) }
  return truth
}
