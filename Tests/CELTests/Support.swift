import Diagnostics

@testable import CEL

/// The messages of a rejection as `line:column "what is marked" summary`, with help where there is any.
func messages<T>(_ body: () throws(Rejection) -> T) -> [String] {
  do throws(Rejection) {
    _ = try body()
    return []
  } catch {
    return error.diagnostics.map { diagnostic in
      let place = diagnostic.range.map { "\($0.start.line):\($0.start.column) \"\($0.text)\" " } ?? ""
      return place + diagnostic.summary + diagnostic.solutions.map { " (\($0.summary))" }.joined()
    }
  }
}

/// The messages that parsing gives.
func syntaxMessages(_ text: String, limits: Parser.Limits = .standard) -> [String] {
  messages { () throws(Rejection) in try Parser.parse(SourceText(name: "test", text: text), limits: limits) }
}

/// The messages that parsing and checking give.
func checkMessages(_ text: String, in environment: Environment = Environment(), expecting: Type? = nil) -> [String] {
  let source = SourceText(name: "test", text: text)
  return messages { () throws(Rejection) in
    try Checker.check(
      try Parser.parse(source, pairMacros: true), in: source, against: environment, expecting: expecting)
  }
}

/// What an expression comes to, written down: a literal, `unknown: a, b`, or `error: …`.
func evaluate(
  _ text: String, _ values: [String: Binding] = [:], unchecked: Bool = false, limits: EvaluationLimits = .standard,
  unknown patterns: [AttributePattern] = []
) throws -> String {
  let source = SourceText(name: "test", text: text)
  let environment = Environment(variables: values.mapValues { _ in .dyn })
  let expression = try Parser.parse(source, pairMacros: true)
  let compiled =
    unchecked
    ? CompiledExpression(unchecked: expression, in: environment)
    : CompiledExpression(try Checker.check(expression, in: source, against: environment), in: environment)
  var bindings = compiled.bindings(values)
  for pattern in patterns { bindings.declareUnknown(pattern) }
  return compiled.evaluate(bindings, limits: limits).written
}

extension EvaluationResult {
  var written: String {
    switch self {
    case .value(let value): value.literal
    case .unknown(let names): "unknown: \(names.joined(separator: ", "))"
    case .error(let error): "error: \(error.summary)"
    }
  }
}
