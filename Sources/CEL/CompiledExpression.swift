import Diagnostics

/// An expression that is ready to be evaluated many times: names are resolved to numbers, constants are folded.
public struct CompiledExpression: Sendable {
  /// The functions that a host adds, by the ids of their signatures; each gets its arguments, the target first.
  public typealias Functions = [String: @Sendable ([Value]) throws(HostError) -> Value]

  /// The type of the expression; `dyn` when it was not checked.
  public let type: Type
  private let code: Code
  private let flat: FlatTest
  private let texts: TextTable
  private let names: [String: Int]
  private let locals: Int

  /// Compiles a typed tree.
  public init(_ checked: Checked, in environment: Environment, functions: Functions = [:]) {
    self.init(checked.expression, checked.types, environment, functions)
  }

  /// Compiles a tree that was not checked: every mistake about types is an error when it is evaluated.
  public init(unchecked expression: Expression, in environment: Environment, functions: Functions = [:]) {
    self.init(expression, [:], environment, functions)
  }

  private init(
    _ expression: Expression, _ types: [Int: Type], _ environment: Environment, _ functions: Functions
  ) {
    var compiler = Compiler(environment, types, functions)
    code = compiler.code(expression)
    flat = compiler.flatTest(expression)
    names = compiler.slots
    texts = compiler.texts
    locals = compiler.deepest
    type = types[expression.id] ?? .dyn
  }

  /// The variables that the expression reads.
  public var variables: [String] { names.keys.sorted() }

  /// Empty bindings for this program.
  public func bindings() -> Bindings { Bindings(names: names, texts: texts) }

  /// Bindings of variables to values.
  public func bindings(_ values: [String: Binding]) -> Bindings {
    var bindings = bindings()
    for (name, binding) in values { bindings[name] = binding }
    return bindings
  }

  /// Evaluates the expression.
  public func evaluate(_ bindings: Bindings, limits: EvaluationLimits = .standard) -> EvaluationResult {
    if bindings.unknownPatterns.isEmpty {
      var state = FlatTest.State(most: locals, left: limits.steps, limits: limits)
      if let answer = flat.run(bindings, &state) { return .value(.bool(answer)) }
    }
    return evaluateInFull(bindings, limits: limits)
  }

  /// Evaluates the expression without its flat form.
  func evaluateInFull(_ bindings: Bindings, limits: EvaluationLimits = .standard) -> EvaluationResult {
    var frame = Frame(bindings, locals: locals, limits: limits)
    do throws(Interruption) {
      return .value(try code.run(&frame))
    } catch {
      switch error {
      case .unknown(let names): return .unknown(names.sorted())
      case .error(let error), .exhausted(let error): return .error(error)
      }
    }
  }
}

/// Why a function of the host has no answer.
public struct HostError: Error, Sendable {
  /// What happened, in the form of a diagnostic's summary.
  public let summary: String

  /// An error from its summary.
  public init(_ summary: String) { self.summary = summary }
}
