/// Lays a condition out as a flat test.
extension Compiler {
  /// The flat form of a condition; one that gives up for an expression that is no comparison or connection of them.
  mutating func flatTest(_ node: Expression) -> FlatTest {
    var parts = FlatTest.Parts()
    parts.start = emit(node, FlatTest.accept, FlatTest.reject, &parts)
    if parts.instructions.count == 1, case .other = parts.instructions[0].test { return .none }
    return FlatTest(parts)
  }

  /// Appends the tests of a condition behind those that follow it, and gives the number of the first.
  private mutating func emit(
    _ node: Expression, _ ifTrue: Int32, _ ifFalse: Int32, _ parts: inout FlatTest.Parts
  ) -> Int32 {
    switch node.kind {
    case .literal(.bool(let answer)): return answer ? ifTrue : ifFalse
    case .call("_&&_", nil, let operands) where operands.count == 2:
      return emit(operands[0], emit(operands[1], ifTrue, ifFalse, &parts), ifFalse, &parts)
    case .call("_||_", nil, let operands) where operands.count == 2:
      return emit(operands[0], ifTrue, emit(operands[1], ifTrue, ifFalse, &parts), &parts)
    case .call("!_", nil, let operands) where operands.count == 1:
      return emit(operands[0], ifFalse, ifTrue, &parts)
    default:
      let (test, isNegated) = test(node, &parts) ?? (other(node, &parts), false)
      parts.instructions.append(
        .init(test: test, ifTrue: isNegated ? ifFalse : ifTrue, ifFalse: isNegated ? ifTrue : ifFalse))
      return Int32(parts.instructions.count - 1)
    }
  }

  private mutating func other(_ node: Expression, _ parts: inout FlatTest.Parts) -> FlatTest.Test {
    parts.others.append(code(node))
    return .other(Int32(parts.others.count - 1))
  }

  /// The test that a node is, perhaps of the opposite.
  private mutating func test(_ node: Expression, _ parts: inout FlatTest.Parts) -> (FlatTest.Test, Bool)? {
    switch node.kind {
    case .identifier, .select:
      if let slot = plainSlot(node) { return (.holds(slot), false) }
      return path(node, &parts).map { (.pathHolds($0), false) }
    case .call("@in", nil, let operands) where operands.count == 2 && resolver.environment.functions["@in"] == nil:
      return membership(operands, &parts).map { ($0, false) }
    case .call(let name, nil, let operands) where operands.count == 2:
      guard resolver.environment.functions[name] == nil, let relation = Self.relations[name] else { return nil }
      return comparison(operands[0], relation, operands[1], &parts)
        ?? comparison(operands[1], relation.mirrored, operands[0], &parts)
    case .comprehension(let macro): return quantifier(macro, &parts)
    default: return nil
    }
  }

  private static let relations: [String: FlatTest.Relation] = [
    "_==_": .equal, "_!=_": .unequal, "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater, "_>=_": .greaterOrEqual,
  ]

  private mutating func comparison(
    _ left: Expression, _ relation: FlatTest.Relation, _ right: Expression, _ parts: inout FlatTest.Parts
  ) -> (FlatTest.Test, Bool)? {
    switch right.kind {
    case .literal(.int(let number)):
      if let slot = plainSlot(left) { return (.number(slot, relation, number), false) }
      if let local = plainLocal(left) { return (.localNumber(local, relation, number), false) }
      return path(left, &parts).map { (.pathNumber($0, relation, number), false) }
    case .literal(.string(let text)):
      guard relation == .equal || relation == .unequal else { return nil }
      if let slot = plainSlot(left) { return (.isText(slot, text: texts.add(text)), relation == .unequal) }
      return path(left, &parts).map { (.pathIsText($0, literal: parts.add(text)), relation == .unequal) }
    default:
      // Two variables that hold strings have no numbers in common: those are compared as values.
      if type(of: left) == .int, type(of: right) == .int, let other = plainSlot(right) {
        if let one = plainSlot(left) { return (.pair(one, relation, other), false) }
        if let local = plainLocal(left) { return (.localPair(local, relation, other), false) }
      }
      guard let one = path(left, &parts), let other = path(right, &parts) else { return nil }
      return (.pathPair(one, relation, other), false)
    }
  }

  private mutating func membership(_ operands: [Expression], _ parts: inout FlatTest.Parts) -> FlatTest.Test? {
    if case .list(let elements) = operands[1].kind {
      let literals = elements.compactMap(\.text)
      guard literals.count == elements.count else { return nil }
      if let slot = plainSlot(operands[0]) {
        parts.texts.append(literals.map { texts.add($0) })
        return .isOneOf(slot, texts: Int32(parts.texts.count - 1))
      }
      parts.literalLists.append(literals)
      return path(operands[0], &parts).map { .pathIsOneOf($0, literals: Int32(parts.literalLists.count - 1)) }
    }
    guard let text = operands[0].text else { return nil }
    return path(operands[1], &parts).map { .pathHas($0, literal: parts.add(text)) }
  }

  private mutating func quantifier(_ macro: Comprehension, _ parts: inout FlatTest.Parts) -> (FlatTest.Test, Bool)? {
    guard macro.form == .exists || macro.form == .all, macro.secondVariable == nil else { return nil }
    let range = path(macro.range, &parts)
    if range == nil {
      guard case .list(let list)? = code(macro.range).constant else { return nil }
      parts.lists.append(list.elements)
    }
    let local = Int32(nextLocal)
    // `all` is that no element fails.
    let isAll = macro.form == .all
    let inner = binding([macro.variable]) { compiler in
      var inner = FlatTest.Parts()
      inner.start = compiler.emit(
        macro.body, isAll ? FlatTest.reject : FlatTest.accept, isAll ? FlatTest.accept : FlatTest.reject, &inner)
      return FlatTest(inner)
    }
    parts.tests.append(inner)
    let test = Int32(parts.tests.count - 1)
    if let range { return (.some(path: range, test: test, local: local), isAll) }
    return (.someConstant(list: Int32(parts.lists.count - 1), test: test, local: local), isAll)
  }

  /// The slot of a node that is a variable and no more.
  private mutating func plainSlot(_ node: Expression) -> Int32? { variable(node).map { Int32(slot($0)) } }

  /// The number of a node that is a macro variable and no more.
  private func plainLocal(_ node: Expression) -> Int32? {
    guard case .identifier(let name) = node.kind else { return nil }
    return local(name).map { Int32($0) }
  }

  /// The number of a variable or macro variable, with the fields that are read from it.
  private mutating func path(_ node: Expression, _ parts: inout FlatTest.Parts) -> Int32? {
    var fields: [String] = []
    var base = node
    while true {
      if let variable = variable(base) {
        parts.paths.append(.init(number: slot(variable), isLocal: false, fields: fields.reversed()))
        return Int32(parts.paths.count - 1)
      }
      if case .identifier(let name) = base.kind {
        guard let number = local(name) else { return nil }
        parts.paths.append(.init(number: number, isLocal: true, fields: fields.reversed()))
        return Int32(parts.paths.count - 1)
      }
      guard case .select(let operand, let field) = base.kind else { return nil }
      fields.append(field)
      base = operand
    }
  }
}

extension FlatTest.Parts {
  fileprivate mutating func add(_ literal: String) -> Int32 {
    literals.append(literal)
    return Int32(literals.count - 1)
  }
}

extension Expression {
  /// The text of a string literal; nil for anything else.
  fileprivate var text: String? { if case .literal(.string(let text)) = kind { text } else { nil } }
}
