import ArgumentParser
import CEL
import Diagnostics
import Glibc
import Reporting

/// `ambit eval`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluates an expression of the rule language (CEL).",
    discussion: """
      Prints the value as an expression would write it. With --ndjson, reads cases as JSON, one a line, and answers \
      each with a line: {"value": …}, {"unknown": […]} or {"error": "…"}.
      """)

  @Argument(help: "The expression.") var expression: String?
  @Option(
    name: .customLong("bind"),
    help: "A variable and its value, itself an expression: --bind 'hours=40' --bind 'state=\"NC\"'.")
  var bindings: [String] = []
  @Option(name: .customLong("unknown"), help: "A variable whose value nobody knows.") var unknowns: [String] = []
  @Flag(help: "Reads cases from standard input.") var ndjson = false

  func validate() throws {
    guard (expression == nil) == ndjson else { throw ValidationError("Give an expression, or --ndjson.") }
  }

  func run() throws {
    guard let expression else { return Self.answerCases() }
    var variables: [String: Type] = [:]
    var values: [String: Binding] = [:]
    for binding in bindings {
      let (name, value) = try Self.bound(binding)
      variables[name] = value.type
      values[name] = .value(value)
    }
    for name in unknowns {
      variables[name] = .dyn
      values[name] = .unknown
    }
    let environment = Environment(variables: variables)
    let source = SourceText(name: "expression", text: expression)
    switch try Self.evaluate(source, environment, values) {
    case .value(let value): Terminal.write(value.literal + "\n")
    case .unknown(let names):
      Terminal.write("unknown: hangs on \(names.map { "`\($0)`" }.joined(separator: ", "))\n")
      throw ExitStatus.undecided
    case .error(let error): throw Rejection(error.diagnostic(in: source))
    }
  }

  private static func evaluate(
    _ source: SourceText, _ environment: Environment, _ values: [String: Binding]
  ) throws(Rejection) -> EvaluationResult {
    let checked = try Checker.check(try Parser.parse(source, pairMacros: true), in: source, against: environment)
    let compiled = CompiledExpression(checked, in: environment)
    return compiled.evaluate(compiled.bindings(values))
  }

  /// `name=value`, where the value is an expression without variables.
  private static func bound(_ binding: String) throws -> (String, Value) {
    guard let sign = binding.firstIndex(of: "=") else {
      throw ValidationError("--bind takes name=value, found `\(binding)`.")
    }
    let name = String(binding[..<sign])
    let source = SourceText(name: "--bind \(name)", text: String(binding[binding.index(after: sign)...]))
    switch try evaluate(source, Environment(), [:]) {
    case .value(let value): return (name, value)
    case .unknown: throw ValidationError("--bind \(name) has no value.")
    case .error(let error): throw Rejection(error.diagnostic(in: source))
    }
  }

  // MARK: Cases

  /// Answers each line of standard input, as it comes.
  private static func answerCases() {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var answers = ""
      for byte in buffer[..<count] {
        if byte == 0x0A {
          answers += CaseRunner.answer(line) + "\n"
          line.removeAll(keepingCapacity: true)
        } else if line.count <= CaseRunner.longest {
          // One byte too many is enough for the answer that the line is too long.
          line.append(byte)
        }
      }
      Terminal.write(answers)
    }
    if !line.isEmpty { Terminal.write(CaseRunner.answer(line) + "\n") }
  }
}
