/// Finds what a name means, from the container outwards.
struct NameResolver: Sendable {
  let environment: Environment
  /// The most parts that a name of the environment has: longer chains are fields for certain.
  private let mostParts: Int

  init(_ environment: Environment) {
    self.environment = environment
    guard environment.hasDottedNames else {
      mostParts = 1
      return
    }
    let names = [environment.variables.keys.map { $0 }, environment.records.keys.map { $0 }, [TypeNames.timestamp]]
    mostParts = names.joined().reduce(1) { max($0, $1.utf8.reduce(1) { $1 == 0x2E ? $0 + 1 : $0 }) }
  }

  /// The full names that a name may stand for, the likeliest first: `a.b` in the container `x.y` is `x.y.a.b`, `x.a.b`
  /// or `a.b`; `.a.b` is `a.b` alone.
  func candidates(_ name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    var candidates: [String] = []
    var container = environment.container
    while !container.isEmpty {
      candidates.append("\(container).\(name)")
      container = container.lastIndex(of: ".").map { String(container[..<$0]) } ?? ""
    }
    return candidates + [name]
  }

  /// A variable and its type.
  func variable(_ name: String) -> (name: String, type: Type)? {
    if environment.container.isEmpty, !name.hasPrefix(".") {
      return environment.variables[name].map { (name, $0) }
    }
    for candidate in candidates(name) {
      if let type = environment.variables[candidate] { return (candidate, type) }
    }
    return nil
  }

  /// A type that expressions can name, by its name at run time.
  func typeName(_ name: String) -> String? {
    candidates(name).first { TypeNames.all.contains($0) || environment.records[$0] != nil }
  }

  /// The name of a record, looked up in the container.
  func record(_ name: String) -> String? { candidates(name).first { environment.records[$0] != nil } }

  /// The signatures of a function, and its name in full.
  func function(_ name: String) -> (name: String, overloads: [Environment.Overload])? {
    for candidate in candidates(name) {
      let overloads = (environment.functions[candidate] ?? []) + (StandardLibrary.overloads[candidate] ?? [])
      if !overloads.isEmpty { return (candidate, overloads) }
    }
    return nil
  }

  /// `a.b.c`, where a node is nothing but names whose first no macro binds, and no longer than any name there is.
  func chain(_ node: Expression, locals: (String) -> Bool) -> String? {
    var fields: [String] = []
    var node = node
    while case .select(let operand, let field) = node.kind {
      fields.append(field)
      guard fields.count < mostParts else { return nil }
      node = operand
    }
    guard case .identifier(let name) = node.kind, !locals(name) else { return nil }
    return ([name] + fields.reversed()).joined(separator: ".")
  }

  /// `a.b`, the front of a function's name such as `a.b.f`; at most eight parts.
  func functionChain(_ node: Expression, locals: (String) -> Bool) -> String? {
    var fields: [String] = []
    var node = node
    while case .select(let operand, let field) = node.kind, fields.count < 8 {
      fields.append(field)
      node = operand
    }
    guard case .identifier(let name) = node.kind, !locals(name) else { return nil }
    return ([name] + fields.reversed()).joined(separator: ".")
  }
}
