/// The state of one evaluation.
struct Frame {
  /// The variables, by the program's numbers.
  let slots: [Binding?]
  /// The elements that the macros around stand at.
  var locals: [Value]
  /// Parts of variables that are not known.
  let unknownPatterns: [AttributePattern]
  let limits: EvaluationLimits
  /// Steps that are left.
  private(set) var left: Int

  init(_ bindings: Bindings, locals: Int, limits: EvaluationLimits) {
    slots = bindings.slots
    self.locals = Array(repeating: .null, count: locals)
    unknownPatterns = bindings.unknownPatterns
    self.limits = limits
    left = limits.steps
  }

  /// The state within an evaluation that has begun, with nothing declared unknown.
  init(_ bindings: Bindings, locals: [Value], steps: Int, limits: EvaluationLimits) {
    slots = bindings.slots
    self.locals = locals
    unknownPatterns = []
    self.limits = limits
    left = steps
  }

  /// Counts work.
  mutating func spend(_ steps: Int, _ site: Site) throws(Interruption) {
    left = left < steps ? -1 : left - steps
    if left < 0 {
      throw .exhausted(EvaluationError("the evaluation takes more than \(limits.steps) steps", at: site.offsets))
    }
  }

  /// Counts a new value, which must not be too large.
  mutating func make(_ value: Value, _ site: Site) throws(Interruption) -> Value {
    let weight = value.weight
    guard weight <= limits.size else {
      throw .exhausted(EvaluationError("a value is larger than \(limits.size) elements", at: site.offsets))
    }
    return value
  }
}

/// The place of a call in the expression, and what it calls.
struct Site: Sendable {
  let function: String
  let offsets: Range<Int>

  func error(_ summary: String) -> Interruption { .error(EvaluationError(summary, at: offsets)) }

  /// The operands are of types that the function does not take.
  func noOverload(_ operands: Value...) -> Interruption { noOverload(operands) }

  func noOverload(_ operands: [Value]) -> Interruption {
    error("`\(function.plainOperator)` does not take (\(operands.map(\.typeName).joined(separator: ", ")))")
  }

  func overflow(_ type: String) -> Interruption { error("`\(function.plainOperator)` leaves the range of \(type)") }
}

/// Evaluates a part of an expression.
typealias Evaluate = @Sendable (inout Frame) throws(Interruption) -> Value

/// A part of an expression, compiled.
struct Code: Sendable {
  /// Its value, where no variable plays a part in it.
  let constant: Value?
  let run: Evaluate

  init(_ run: @escaping Evaluate) {
    constant = nil
    self.run = run
  }

  init(constant: Value) {
    self.constant = constant
    run = { _ in constant }
  }

  /// A part that can only fail.
  init(failure: Interruption) {
    self.init { _ throws(Interruption) in throw failure }
  }
}
