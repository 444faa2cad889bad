import CEL
import Diagnostics

/// A condition with a record to evaluate it over.
struct Condition {
  private let compiled: CompiledExpression
  private let bindings: Bindings

  /// Reads a line: the expression and `name=literal` for each variable, apart by tabs.
  init(_ line: String) throws {
    let parts = line.split(separator: "\t").map(String.init)
    var types: [String: Type] = [:]
    var values: [String: Binding] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard case .value(let value) = try Self.compile(pair[1], [:]).evaluate([:]) else { continue }
      types[pair[0]] = value.type
      values[pair[0]] = .value(value)
    }
    compiled = try Self.compile(parts[0], types)
    bindings = compiled.bindings(values)
  }

  private static func compile(_ text: String, _ variables: [String: Type]) throws -> CompiledExpression {
    let source = SourceText(name: "condition", text: text)
    let environment = Environment(variables: variables)
    return CompiledExpression(
      try Checker.check(try Parser.parse(source), in: source, against: environment), in: environment)
  }

  /// Prints the answer and the nanoseconds of one evaluation.
  func measure() throws {
    let time = nanoseconds { _ = compiled.evaluate(bindings) }
    print("\(compiled.evaluate(bindings).text)\t\(time)")
  }
}

extension CompiledExpression {
  fileprivate func evaluate(_ values: [String: Binding]) -> EvaluationResult { evaluate(bindings(values)) }
}

extension EvaluationResult {
  var text: String {
    switch self {
    case .value(let value): value.literal
    case .unknown: "unknown"
    case .error(let error): "error: \(error.summary)"
    }
  }
}
