import Diagnostics

@testable import CEL

/// Evaluates any bytes that are an expression, within small limits, in every way that there is; all must agree, and
/// a value must read back as itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvaluator(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  guard let expression = try? Parser.parse(source, pairMacros: true) else { return 0 }
  let unchecked = run(CompiledExpression(unchecked: expression, in: environment))
  if let checked = try? Checker.check(expression, in: source, against: environment) {
    let result = run(CompiledExpression(checked, in: environment))
    precondition(agree(result, unchecked), "checking changed the answer: \(result), \(unchecked)")
  }
  if case .value(let value) = unchecked { checkLiteral(of: value) }
  return 0
}

private func run(_ compiled: CompiledExpression) -> EvaluationResult {
  let bindings = compiled.bindings(values)
  let result = compiled.evaluate(bindings, limits: limits)
  let full = compiled.evaluateInFull(bindings, limits: limits)
  precondition(agree(result, full), "the flat test differs: \(result), \(full)")
  return result
}

private func agree(_ one: EvaluationResult, _ other: EvaluationResult) -> Bool {
  switch (one, other) {
  case (.value(let a), .value(let b)): a.literal == b.literal
  case (.unknown(let a), .unknown(let b)): a == b
  case (.error, .error): true
  // A flat test takes fewer steps, so it may come to an end where the other does not.
  case (_, .error(let error)): error.summary.hasPrefix("the evaluation takes more than")
  default: false
  }
}

/// The literal of a value is an expression of the same value.
private func checkLiteral(of value: Value) {
  let text = value.literal
  guard text.utf8.count < 10_000 else { return }
  let source = SourceText(name: "literal", text: text)
  guard let expression = try? Parser.parse(source) else {
    // Only what nests deeper than expressions may is no expression.
    precondition(text.contains("[[[[[[[[[[") || text.contains("{"), "no expression: \(text)")
    return
  }
  let compiled = CompiledExpression(unchecked: expression, in: Environment())
  guard case .value(let again) = compiled.evaluate(compiled.bindings()) else {
    preconditionFailure("no value: \(text)")
  }
  precondition(again.literal == text, "read back as \(again.literal): \(text)")
}

private let limits = EvaluationLimits(steps: 20_000, size: 20_000)

private let values: [String: Binding] = [
  "t": .value(.bool(true)), "f": .value(.bool(false)), "u": .unknown, "e": .error("failed"), "n": .value(.int(7)),
  "s": .value(.string("aé🐱")), "l": .value(.list([.int(1), .uint(2), .double(3.5), .string("x"), .null])),
  "m": .value((try? MapValue([(.string("k"), .int(1)), (.int(2), .bool(true))])).map(Value.map) ?? .null),
]

private let environment = Environment(variables: values.mapValues { _ in .dyn })
