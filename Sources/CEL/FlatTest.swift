/// A condition as a flat list of tests with jumps, for the case that everything it reads is known and of the kind
/// that it expects: then no error and no unknown can occur, and the first test that decides ends it.
///
/// In any other case it gives up, and the expression is evaluated in full. Both must come to the same answer; this one
/// takes a few nanoseconds a test. A reference, so that running it copies nothing.
final class FlatTest: Sendable {
  /// A macro variable, or a field of something.
  struct Path: Sendable {
    let number: Int
    let isLocal: Bool
    let fields: [String]
  }

  enum Relation: Sendable { case equal, unequal, less, lessOrEqual, greater, greaterOrEqual }

  enum Test: Sendable {
    // Variables by their slots.
    case holds(Int32)
    case isText(Int32, text: Int32)
    case isOneOf(Int32, texts: Int32)
    case number(Int32, Relation, Int64)
    case pair(Int32, Relation, Int32)
    // Macro variables by their numbers, alone or before the slot of a variable.
    case localNumber(Int32, Relation, Int64)
    case localPair(Int32, Relation, Int32)
    // Fields and macro variables of any kind, by the number of their path.
    case pathHolds(Int32)
    case pathIsText(Int32, literal: Int32)
    case pathIsOneOf(Int32, literals: Int32)
    case pathNumber(Int32, Relation, Int64)
    case pathPair(Int32, Relation, Int32)
    /// Membership of a constant string in a list.
    case pathHas(Int32, literal: Int32)
    /// Whether some element of a list passes a test; the list is read from a path, or constant.
    case some(path: Int32, test: Int32, local: Int32)
    case someConstant(list: Int32, test: Int32, local: Int32)
    /// Anything else, evaluated in full.
    case other(Int32)
  }

  struct Instruction: Sendable {
    let test: Test
    /// The next instruction for either answer; `accept` and `reject` end.
    let ifTrue: Int32
    let ifFalse: Int32
  }

  static let accept: Int32 = -1
  static let reject: Int32 = -2
  static let giveUp: Int32 = -3

  /// The test of an expression that has no flat form.
  static let none: FlatTest = {
    var parts = Parts()
    parts.start = giveUp
    return FlatTest(parts)
  }()

  /// The parts of a test, as they are gathered.
  struct Parts: Sendable {
    var instructions: [Instruction] = []
    var start = accept
    var texts: [[Int32]] = []
    var literals: [String] = []
    var literalLists: [[String]] = []
    var lists: [[Value]] = []
    var paths: [Path] = []
    var tests: [FlatTest] = []
    var others: [Code] = []
  }

  private let parts: Parts

  init(_ parts: Parts) { self.parts = parts }

  /// What a run uses up.
  struct State {
    /// How many macro variables the expression binds at once.
    let most: Int
    /// Made when a list is first walked over.
    var locals: [Value] = []
    var left: Int
    let limits: EvaluationLimits
  }

  /// The answer; nil when this is no case for it.
  func run(_ bindings: Bindings, _ state: inout State) -> Bool? {
    var place = parts.start
    while place >= 0 {
      let instruction = parts.instructions[Int(place)]
      guard let answer = decide(instruction.test, bindings, &state) else { return nil }
      place = answer ? instruction.ifTrue : instruction.ifFalse
    }
    return place == Self.giveUp ? nil : place == Self.accept
  }

  private func decide(_ test: Test, _ bindings: Bindings, _ state: inout State) -> Bool? {
    switch test {
    case .holds(let slot):
      guard case .bool(let answer) = bindings.plain[Int(slot)] else { return nil }
      return answer
    case .isText(let slot, let text):
      guard case .text(let given) = bindings.plain[Int(slot)] else { return nil }
      return given == text
    case .isOneOf(let slot, let texts):
      guard case .text(let given) = bindings.plain[Int(slot)] else { return nil }
      return parts.texts[Int(texts)].contains(given)
    case .number(let slot, let relation, let number):
      guard case .int(let given) = bindings.plain[Int(slot)] else { return nil }
      return relation.holds(given, number)
    case .pair(let left, let relation, let right):
      guard case .int(let a) = bindings.plain[Int(left)], case .int(let b) = bindings.plain[Int(right)] else {
        return nil
      }
      return relation.holds(a, b)
    case .localNumber(let local, let relation, let number):
      guard case .int(let given) = state.locals[Int(local)] else { return nil }
      return relation.holds(given, number)
    case .localPair(let local, let relation, let slot):
      guard case .int(let a) = state.locals[Int(local)], case .int(let b) = bindings.plain[Int(slot)] else {
        return nil
      }
      return relation.holds(a, b)
    default: return decidePath(test, bindings, &state)
    }
  }

  private func decidePath(_ test: Test, _ bindings: Bindings, _ state: inout State) -> Bool? {
    switch test {
    case .pathHolds(let path):
      guard case .bool(let answer)? = value(path, bindings, state) else { return nil }
      return answer
    case .pathIsText(let path, let literal):
      guard case .string(let text)? = value(path, bindings, state) else { return nil }
      return text.sameText(as: parts.literals[Int(literal)])
    case .pathIsOneOf(let path, let literals):
      guard case .string(let text)? = value(path, bindings, state) else { return nil }
      for literal in parts.literalLists[Int(literals)] where literal.sameText(as: text) { return true }
      return false
    case .pathNumber(let path, let relation, let number):
      guard case .int(let given)? = value(path, bindings, state) else { return nil }
      return relation.holds(given, number)
    case .pathPair(let left, let relation, let right):
      return compare(value(left, bindings, state), relation, value(right, bindings, state))
    case .pathHas(let path, let literal):
      guard case .list(let list)? = value(path, bindings, state) else { return nil }
      return contains(list, parts.literals[Int(literal)], &state)
    case .some(let path, let test, let local):
      guard case .list(let list)? = value(path, bindings, state) else { return nil }
      return some(of: list.elements, parts.tests[Int(test)], Int(local), bindings, &state)
    case .someConstant(let list, let test, let local):
      return some(of: parts.lists[Int(list)], parts.tests[Int(test)], Int(local), bindings, &state)
    case .other(let number): return other(parts.others[Int(number)], bindings, &state)
    default: return nil
    }
  }

  private func value(_ number: Int32, _ bindings: Bindings, _ state: borrowing State) -> Value? {
    let path = parts.paths[Int(number)]
    var value: Value
    if path.isLocal {
      value = state.locals[path.number]
    } else {
      guard case .value(let bound)? = bindings.slots[path.number] else { return nil }
      value = bound
    }
    for name in path.fields {
      switch value {
      case .map(let map):
        guard let field = map[name] else { return nil }
        value = field
      case .record(let record):
        guard let field = record.fields[name] else { return nil }
        value = field
      default: return nil
      }
    }
    return value
  }

  private func compare(_ left: Value?, _ relation: Relation, _ right: Value?) -> Bool? {
    switch (left, right) {
    case (.int(let a)?, .int(let b)?): relation.holds(a, b)
    case (.string(let a)?, .string(let b)?) where relation == .equal: a.sameText(as: b)
    case (.string(let a)?, .string(let b)?) where relation == .unequal: !a.sameText(as: b)
    default: nil
    }
  }

  private func contains(_ list: ListValue, _ text: String, _ state: inout State) -> Bool? {
    state.left -= list.elements.count
    guard state.left > 0 else { return nil }
    for element in list.elements {
      if case .string(let candidate) = element, candidate.sameText(as: text) { return true }
    }
    return false
  }

  private func some(
    of elements: [Value], _ test: FlatTest, _ local: Int, _ bindings: Bindings, _ state: inout State
  ) -> Bool? {
    if state.locals.isEmpty { state.locals = Array(repeating: .null, count: state.most) }
    for element in elements {
      state.left -= 1 + test.parts.instructions.count
      guard state.left > 0 else { return nil }
      state.locals[local] = element
      guard let answer = test.run(bindings, &state) else { return nil }
      if answer { return true }
    }
    return false
  }

  private func other(_ code: Code, _ bindings: Bindings, _ state: inout State) -> Bool? {
    var frame = Frame(
      bindings, locals: state.locals + Array(repeating: .null, count: state.most - state.locals.count),
      steps: state.left,
      limits: state.limits)
    do throws(Interruption) {
      let value = try code.run(&frame)
      state.left = frame.left
      if case .bool(let answer) = value { return answer }
      return nil
    } catch {
      return nil
    }
  }
}

extension FlatTest.Relation {
  fileprivate func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// The relation as seen from the right operand.
  var mirrored: FlatTest.Relation {
    switch self {
    case .equal, .unequal: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
