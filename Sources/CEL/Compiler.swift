/// Turns a tree into code.
struct Compiler {
  let resolver: NameResolver
  let functions: CompiledExpression.Functions
  private let types: [Int: Type]
  /// The numbers of the variables that are read.
  private(set) var slots: [String: Int] = [:]
  /// The string literals that variables are compared with.
  var texts = TextTable()
  /// The size of the patterns and time zones that were read while compiling.
  var preparation = 0
  static let mostPreparation = 50_000
  /// The variables of the macros around, the innermost last.
  private var locals: [String] = []
  /// The most macro variables that are bound at once.
  private(set) var deepest = 0

  init(_ environment: Environment, _ types: [Int: Type], _ functions: CompiledExpression.Functions) {
    resolver = NameResolver(environment)
    self.types = types
    self.functions = functions
  }

  mutating func code(_ node: Expression) -> Code {
    switch node.kind {
    case .literal(let literal): return Code(constant: literal.value)
    case .identifier, .select: return path(node)
    case .has(let operand, let field): return presence(of: field, in: operand, node)
    case .call(let name, let target, let arguments): return call(name, target, arguments, node)
    case .list(let elements): return list(elements, node)
    case .map(let entries): return map(entries, node)
    case .record(let name, let fields): return record(name, fields, node)
    case .comprehension(let macro): return comprehension(macro, node)
    }
  }

  /// The type that the checker found; `dyn` for a tree that was not checked.
  func type(of node: Expression) -> Type { types[node.id] ?? .dyn }

  // MARK: Names

  mutating func slot(_ variable: String) -> Int {
    if let slot = slots[variable] { return slot }
    slots[variable] = slots.count
    return slots.count - 1
  }

  func local(_ name: String) -> Int? { locals.lastIndex(of: name) }

  /// The variable that a chain of names stands for, if it stands for one.
  func variable(_ node: Expression) -> String? {
    resolver.chain(node, locals: { locals.contains($0) }).flatMap { resolver.variable($0)?.name }
  }

  /// Compiles with further macro variables bound.
  mutating func binding<T>(_ names: [String], _ body: (inout Compiler) -> T) -> T {
    locals += names
    deepest = max(deepest, locals.count)
    defer { locals.removeLast(names.count) }
    return body(&self)
  }

  /// How many macro variables are bound: the number of the next one.
  var nextLocal: Int { locals.count }
}

extension Literal {
  /// The constant as a value.
  var value: Value {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let number): .int(number)
    case .uint(let number): .uint(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .bytes(let bytes): .bytes(bytes)
    }
  }
}
