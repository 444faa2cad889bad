/// A variable, or any value, with the fields and indices that are read from it.
extension Compiler {
  /// One step of a path.
  private enum Step: Sendable {
    case field(String, Site)
    case index(Code, Site)
  }

  /// Compiles `a.b[c].d` as one read, so that what is not known about a part does not stain its neighbours.
  mutating func path(_ node: Expression) -> Code {
    var steps: [Step] = []
    var base = node
    while true {
      if let variable = variable(base) { return read(slot(variable), variable, steps.reversed(), base) }
      if let type = typeName(base) { return follow(Code(constant: .type(type)), steps.reversed()) }
      if case .select(let operand, let field) = base.kind {
        steps.append(.field(field, Site(function: field, offsets: base.offsets)))
        base = operand
      } else if case .call("_[_]", nil, let arguments) = base.kind, arguments.count == 2 {
        steps.append(.index(code(arguments[1]), Site(function: "_[_]", offsets: base.offsets)))
        base = arguments[0]
      } else if case .identifier(let name) = base.kind {
        return follow(local(name).map(self.read) ?? unbound(name, base), steps.reversed())
      } else {
        return follow(code(base), steps.reversed())
      }
    }
  }

  private func typeName(_ node: Expression) -> String? {
    resolver.chain(node, locals: { local($0) != nil }).flatMap { resolver.typeName($0) }
  }

  private func unbound(_ name: String, _ node: Expression) -> Code {
    Code(failure: Site(function: name, offsets: node.offsets).error("`\(name)` is not bound"))
  }

  private func read(_ local: Int) -> Code {
    Code { frame in frame.locals[local] }
  }

  private func read(_ slot: Int, _ name: String, _ steps: [Step], _ node: Expression) -> Code {
    let site = Site(function: name, offsets: node.offsets)
    let whole: Evaluate = { (frame: inout Frame) throws(Interruption) in try frame.variable(slot, site) }
    let plain = follow(Code(whole), steps).run
    return Code { (frame: inout Frame) throws(Interruption) in
      guard frame.unknownPatterns.isEmpty else {
        try Self.checkKnown(name, steps, &frame)
        return try plain(&frame)
      }
      return try plain(&frame)
    }
  }

  private func follow(_ base: Code, _ steps: [Step]) -> Code {
    steps.reduce(base) { operand, step in
      let inner = operand.run
      switch step {
      case .field(let name, let site):
        return Code { (frame: inout Frame) throws(Interruption) in try inner(&frame).field(name, site) }
      case .index(let index, let site):
        let right = index.run
        return Code { (frame: inout Frame) throws(Interruption) in
          let (list, index) = try both(inner, right, &frame)
          return try list.element(index, site)
        }
      }
    }
  }

  /// Refuses to read what is declared unknown. An index that is unknown itself comes out when it is evaluated.
  private static func checkKnown(_ name: String, _ steps: [Step], _ frame: inout Frame) throws(Interruption) {
    guard frame.unknownPatterns.contains(where: { $0.variable == name }) else { return }
    var path: [Value] = []
    for step in steps {
      switch step {
      case .field(let field, _): path.append(.string(field))
      case .index(let index, _): path.append(try index.run(&frame))
      }
    }
    let attribute = Attribute(variable: name, path: path)
    if frame.unknownPatterns.contains(where: { $0.touches(attribute) }) { throw .unknown([attribute.description]) }
  }

  // MARK: Presence

  /// `has(operand.field)`: whether a map has the key, or a record the field.
  mutating func presence(of field: String, in operand: Expression, _ node: Expression) -> Code {
    let site = Site(function: "has", offsets: node.offsets)
    var names: [String] = [field]
    var base = operand
    while variable(base) == nil, case .select(let inner, let name) = base.kind {
      names.append(name)
      base = inner
    }
    let root = variable(base)
    let path = names.reversed().map(Value.string)
    let records = resolver.environment.records
    // The steps up to the operand are read one by one, since only the whole path may be declared unknown.
    let operand =
      root.map { name in
        follow(
          Code { [slot = slot(name), site = Site(function: name, offsets: base.offsets)] frame throws(Interruption) in
            try frame.variable(slot, site)
          },
          names.dropFirst().reversed().map { .field($0, site) })
      } ?? code(operand)
    return Code { (frame: inout Frame) throws(Interruption) in
      if let root, !frame.unknownPatterns.isEmpty {
        let attribute = Attribute(variable: root, path: path)
        if frame.unknownPatterns.contains(where: { $0.covers(attribute) }) {
          throw .unknown([attribute.description])
        }
      }
      return .bool(try operand.run(&frame).has(field, records, site))
    }
  }
}

extension Frame {
  /// The value of a variable.
  func variable(_ slot: Int, _ site: Site) throws(Interruption) -> Value {
    switch slots[slot] {
    case .value(let value): return value
    case .unknown: throw .unknown([site.function])
    case .error(let summary): throw site.error(summary)
    case nil: throw site.error("`\(site.function)` is not bound")
    }
  }
}

extension Value {
  /// `value.name`.
  func field(_ name: String, _ site: Site) throws(Interruption) -> Value {
    switch self {
    case .map(let map):
      guard let value = map[name] else { throw site.error("the map has no key `\(name)`") }
      return value
    case .record(let record):
      guard let value = record.fields[name] else { throw site.error("`\(name)` of \(record.name) is not set") }
      return value
    default: throw site.error("\(typeName) has no fields, so no `\(name)`")
    }
  }

  /// `value[index]`.
  func element(_ index: Value, _ site: Site) throws(Interruption) -> Value {
    switch self {
    case .list(let list):
      guard let place = index.wholeNumber else { throw site.noOverload(self, index) }
      guard place >= 0, place < list.elements.count else {
        throw site.error("the list has no element \(place), it has \(list.elements.count)")
      }
      return list.elements[Int(place)]
    case .map(let map):
      guard let value = map[index] else {
        switch index {
        case .bool, .int, .uint, .double, .string: throw site.error("the map has no key \(index.literal)")
        default: throw site.noOverload(self, index)
        }
      }
      return value
    default: throw site.noOverload(self, index)
    }
  }

  /// A number without fraction, of whatever type.
  private var wholeNumber: Int64? {
    switch self {
    case .int(let number): number
    case .uint(let number): Int64(exactly: number) ?? .max
    case .double(let number): Int64(exactly: number)
    default: nil
    }
  }

  func has(_ field: String, _ records: [String: [String: Type]], _ site: Site) throws(Interruption) -> Bool {
    switch self {
    case .map(let map): return map[field] != nil
    case .record(let record):
      guard records[record.name]?[field] != nil else { throw site.error("\(record.name) has no field `\(field)`") }
      return record.fields[field] != nil
    default: throw site.error("\(typeName) has no fields, so no `\(field)`")
    }
  }
}

/// The values of two parts that are both needed.
func both(
  _ left: Evaluate, _ right: Evaluate, _ frame: inout Frame
) throws(Interruption) -> (Value, Value) {
  let first: Value
  do throws(Interruption) {
    first = try left(&frame)
  } catch {
    var unknowns = Unknowns()
    try unknowns.note(error)
    do throws(Interruption) {
      _ = try right(&frame)
    } catch {
      try unknowns.note(error)
    }
    try unknowns.check()
    throw error
  }
  return (first, try right(&frame))
}
