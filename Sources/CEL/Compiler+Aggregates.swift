/// Lists, maps and records.
extension Compiler {
  mutating func list(_ elements: [Expression], _ node: Expression) -> Code {
    let codes = codes(elements)
    let constants = codes.compactMap(\.constant)
    if constants.count == codes.count { return Code(constant: .list(constants)) }
    let site = Site(function: "[]", offsets: node.offsets)
    return Code { (frame: inout Frame) throws(Interruption) in
      let values = try all(codes, &frame)
      try frame.spend(values.count, site)
      return try frame.make(.list(values), site)
    }
  }

  mutating func map(_ entries: [(key: Expression, value: Expression)], _ node: Expression) -> Code {
    let codes = codes(entries.flatMap { [$0.key, $0.value] })
    let site = Site(function: "{}", offsets: node.offsets)
    let constants = codes.compactMap(\.constant)
    if constants.count == codes.count, let map = try? MapValue(Self.pairs(constants)) {
      return Code(constant: .map(map))
    }
    return Code { (frame: inout Frame) throws(Interruption) in
      let values = try all(codes, &frame)
      try frame.spend(values.count, site)
      return try frame.map(Self.pairs(values), site)
    }
  }

  mutating func record(
    _ name: String, _ fields: [(name: String, value: Expression)], _ node: Expression
  ) -> Code {
    let site = Site(function: name, offsets: node.offsets)
    guard let name = resolver.record(name), let declared = resolver.environment.records[name] else {
      return Code(failure: site.error("`\(name)` is no record"))
    }
    for field in fields where declared[field.name] == nil {
      return Code(failure: site.error("`\(field.name)` is no field of \(name)"))
    }
    let codes = codes(fields.map(\.value))
    let names = fields.map(\.name)
    return Code { (frame: inout Frame) throws(Interruption) in
      let values = try all(codes, &frame)
      try frame.spend(values.count, site)
      for (field, value) in zip(names, values) {
        guard let type = declared[field], type.admits(value) else {
          throw site.error("`\(field)` of \(name) can't be \(value.typeName)")
        }
      }
      guard case .map(let map) = try frame.map(zip(names, values).map { (.string($0), $1) }, site) else {
        return .null
      }
      return .record(RecordValue(name: name, fields: map))
    }
  }

  mutating func codes(_ nodes: [Expression]) -> [Code] {
    var codes: [Code] = []
    for node in nodes { codes.append(code(node)) }
    return codes
  }

  private static func pairs(_ values: [Value]) -> [(key: Value, value: Value)] {
    stride(from: 0, to: values.count - 1, by: 2).map { (values[$0], values[$0 + 1]) }
  }
}

extension Frame {
  /// A map, which must have keys that can be, each once.
  mutating func map(_ entries: [(key: Value, value: Value)], _ site: Site) throws(Interruption) -> Value {
    let map: MapValue
    do throws(MapError) {
      map = try MapValue(entries)
    } catch {
      switch error {
      case .unfitKey(let type): throw site.error("\(type) can't be the key of a map")
      case .repeatedKey(let key): throw site.error("the key \(key) is given twice")
      }
    }
    return try make(.map(map), site)
  }
}

extension Type {
  /// Whether a value belongs to the type, by what is known at run time.
  func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.dyn, _), (.parameter, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.enumeration, .string), (.bytes, .bytes), (.list, .list), (.map, .map),
      (.timestamp, .timestamp), (.duration, .duration), (.type, .type), (.opaque, _):
      true
    case (.record(let name), .record(let record)): record.name == name
    default: false
    }
  }
}

/// The values of parts that are all needed.
func all(_ codes: [Code], _ frame: inout Frame) throws(Interruption) -> [Value] {
  var values: [Value] = []
  values.reserveCapacity(codes.count)
  var unknowns = Unknowns()
  for code in codes {
    do throws(Interruption) {
      values.append(try code.run(&frame))
    } catch {
      try unknowns.note(error)
    }
  }
  try unknowns.check()
  return values
}
