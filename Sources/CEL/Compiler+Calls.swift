/// Functions and operators.
extension Compiler {
  mutating func call(
    _ name: String, _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> Code {
    let site = Site(function: name, offsets: node.offsets)
    if target == nil {
      switch (name, arguments.count) {
      case ("_&&_", 2): return connective(decisive: false, arguments, site)
      case ("_||_", 2): return connective(decisive: true, arguments, site)
      case ("!_", 1): return negation(arguments[0], site)
      case ("_?_:_", 3): return conditional(arguments, site)
      case ("_[_]", 2): return path(node)
      default: break
      }
    }
    if let target, let function = namespaced(name, target) {
      return dispatch(function, isMethod: false, codes(arguments), site)
    }
    let operands = codes((target.map { [$0] } ?? []) + arguments)
    return dispatch(name, isMethod: target != nil, operands, site)
  }

  /// `a.b.f(x)` may be the function `a.b.f`.
  private func namespaced(_ name: String, _ target: Expression) -> String? {
    guard !resolver.environment.functions.isEmpty,
      let chain = resolver.functionChain(target, locals: { local($0) != nil })
    else { return nil }
    return resolver.function("\(chain).\(name)")?.name
  }

  private mutating func dispatch(_ name: String, isMethod: Bool, _ operands: [Code], _ site: Site) -> Code {
    let plain = resolver.function(name)?.name ?? name
    let hosted = (resolver.environment.functions[plain] ?? []).filter {
      $0.isMethod == isMethod && $0.parameters.count == operands.count && functions[$0.id] != nil
    }
    let standard = StandardLibrary.operation(plain, isMethod: isMethod, arity: operands.count)
    if hosted.isEmpty, let standard { return apply(standard, operands, site) }
    guard !hosted.isEmpty else {
      return Code(failure: site.error("there is no function `\(name)` with \(operands.count) arguments"))
    }
    let candidates = hosted.compactMap { overload in functions[overload.id].map { (overload, $0) } }
    var fallback: Evaluate?
    if let standard { fallback = apply(standard, operands, site).run }
    return Code { [fallback] (frame: inout Frame) throws(Interruption) in
      let values = try all(operands, &frame)
      try frame.spend(1, site)
      for (overload, function) in candidates where zip(overload.parameters, values).allSatisfy({ $0.admits($1) }) {
        let value: Value
        do throws(HostError) {
          value = try function(values)
        } catch {
          throw site.error(error.summary)
        }
        return try frame.make(value, site)
      }
      guard let fallback else { throw site.noOverload(values) }
      return try fallback(&frame)
    }
  }

  private mutating func apply(_ operation: Operation, _ operands: [Code], _ site: Site) -> Code {
    if let folded = folded(operation, operands, site) { return folded }
    switch operation {
    case .unary(let function):
      let operand = operands[0].run
      return Code { (frame: inout Frame) throws(Interruption) in
        let value = try operand(&frame)
        return try function(value, &frame, site)
      }
    case .binary(let function):
      let left = operands[0].run
      let right = operands[1].run
      return Code { (frame: inout Frame) throws(Interruption) in
        let (a, b) = try both(left, right, &frame)
        return try function(a, b, &frame, site)
      }
    case .prepared(let prepare, let function):
      return prepared(prepare, function, operands, site)
    }
  }

  /// Times and durations that are written down are read once.
  private func folded(_ operation: Operation, _ operands: [Code], _ site: Site) -> Code? {
    guard case .unary(let function) = operation, let operand = operands[0].constant,
      ["timestamp", "duration", "-_", "dyn"].contains(site.function)
    else { return nil }
    var frame = Frame(Bindings(names: [:]), locals: 0, limits: .standard)
    do throws(Interruption) {
      return Code(constant: try function(operand, &frame, site))
    } catch {
      return nil
    }
  }

  /// A pattern or time zone that is written down is read once, as long as all of them together are not too large.
  private mutating func prepared(
    _ prepare: @escaping Operation.Prepare, _ function: @escaping Operation.Apply, _ operands: [Code], _ site: Site
  ) -> Code {
    let left = operands[0].run
    guard let constant = operands[1].constant, preparation < Self.mostPreparation else {
      let right = operands[1].run
      return Code { (frame: inout Frame) throws(Interruption) in
        let (a, b) = try both(left, right, &frame)
        try frame.spend(b.weight, site)
        let ready = try prepare(b, a, site)
        try frame.spend(ready.cost, site)
        return try function(a, ready, &frame, site)
      }
    }
    do throws(Interruption) {
      let ready = try prepare(constant, .string(""), site)
      preparation += ready.cost
      return Code { (frame: inout Frame) throws(Interruption) in try function(try left(&frame), ready, &frame, site) }
    } catch {
      return Code(failure: error)
    }
  }
}
