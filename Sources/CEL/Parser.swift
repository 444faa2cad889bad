import Diagnostics

/// Reads an expression into a tree.
public enum Parser {
  /// How large an expression may be.
  public struct Limits: Sendable {
    /// Bytes.
    public var length = 65_536
    /// Brackets, calls and conditions within one another.
    public var depth = 64
    /// Nodes of the tree on one way from its root: operators, fields and indices in a row count here.
    public var height = 400

    /// The limits of every expression.
    public static let standard = Limits()
  }

  /// Parses one expression; with `macros` false, `exists` and its like are ordinary methods. With `pairMacros`, there
  /// are those of two variables as well: `list.all(i, x, …)`, `map.exists(k, v, …)`, `transformList`, `transformMap`.
  /// - Throws: `Rejection` with the first error, with a range in `source`.
  public static func parse(
    _ source: SourceText, limits: Limits = .standard, macros: Bool = true, pairMacros: Bool = false
  ) throws(Rejection) -> Expression {
    guard source.bytes.count <= limits.length else {
      let end = SourceRange(source, limits.length..<source.bytes.count)
      throw Rejection(
        Diagnostic("expression-limit", at: end, "an expression has at most \(limits.length) bytes"))
    }
    var lexer = Lexer(source)
    var grammar = Grammar(source, try lexer.tokens(), limits, macros: macros, pairMacros: pairMacros)
    return try grammar.whole()
  }
}

/// The grammar, one method a level of precedence.
struct Grammar {
  private let source: SourceText
  private let tokens: [Token]
  private let deepest: Int
  private let tallest: Int
  private let macros: Bool
  private let pairMacros: Bool
  private var place = 0
  private var depth = 0
  private var count = 0

  init(_ source: SourceText, _ tokens: [Token], _ limits: Parser.Limits, macros: Bool, pairMacros: Bool) {
    self.source = source
    self.tokens = tokens
    deepest = limits.depth
    tallest = limits.height
    self.macros = macros
    self.pairMacros = pairMacros
  }

  mutating func whole() throws(Rejection) -> Expression {
    let expression = try conditional()
    guard token.kind == .end else { throw expected("an operator or the end") }
    return expression
  }

  // MARK: Tokens

  private var token: Token { tokens[place] }

  private func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }

  private mutating func skip(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    place += 1
    return true
  }

  private mutating func require(_ sign: String) throws(Rejection) {
    guard skip(sign) else { throw expected("`\(sign)`") }
  }

  private func expected(_ what: String) -> Rejection {
    failure("expected \(what), found \(token.described)", token.offsets)
  }

  private func failure(_ summary: String, _ offsets: Range<Int>) -> Rejection {
    Rejection(Diagnostic("expression-syntax", at: SourceRange(source, offsets), summary))
  }

  private mutating func make(
    _ kind: Expression.Kind, from start: Int, word: Range<Int>? = nil
  ) throws(Rejection) -> Expression {
    count += 1
    let end = place > 0 ? tokens[place - 1].offsets.upperBound : start
    let node = Expression(id: count, kind, at: start..<max(start, end), word: word)
    guard node.height <= tallest else {
      throw limit("more than \(tallest) operators and fields within one another", node.offsets)
    }
    return node
  }

  private func limit(_ summary: String, _ offsets: Range<Int>) -> Rejection {
    Rejection(Diagnostic("expression-limit", at: SourceRange(source, offsets), summary))
  }

  // MARK: Operators

  private mutating func conditional() throws(Rejection) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= deepest else { throw limit("nested deeper than \(deepest) levels", token.offsets) }
    let condition = try chain("||", "_||_") { (self: inout Grammar) throws(Rejection) in
      try self.chain("&&", "_&&_") { (self: inout Grammar) throws(Rejection) in try self.relation() }
    }
    guard skip("?") else { return condition }
    let yes = try conditional()
    try require(":")
    let no = try conditional()
    return try make(.call("_?_:_", target: nil, arguments: [condition, yes, no]), from: condition.offsets.lowerBound)
  }

  /// A chain of one operator, as a balanced tree: long chains stay shallow.
  private mutating func chain(
    _ sign: String, _ name: String, _ operand: (inout Grammar) throws(Rejection) -> Expression
  ) throws(Rejection) -> Expression {
    var operands = [try operand(&self)]
    while skip(sign) { operands.append(try operand(&self)) }
    return balanced(operands[...], name)
  }

  private mutating func balanced(_ operands: ArraySlice<Expression>, _ name: String) -> Expression {
    guard operands.count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + (operands.count + 1) / 2
    let left = balanced(operands[..<middle], name)
    let right = balanced(operands[middle...], name)
    count += 1
    return Expression(
      id: count, .call(name, target: nil, arguments: [left, right]),
      at: left.offsets.lowerBound..<right.offsets.upperBound)
  }

  private mutating func relation() throws(Rejection) -> Expression {
    var left = try sum()
    while let name = relationName() {
      place += 1
      let right = try sum()
      left = try make(.call(name, target: nil, arguments: [left, right]), from: left.offsets.lowerBound)
    }
    return left
  }

  private func relationName() -> String? {
    switch token.kind {
    case .sign("=="): "_==_"
    case .sign("!="): "_!=_"
    case .sign("<"): "_<_"
    case .sign("<="): "_<=_"
    case .sign(">"): "_>_"
    case .sign(">="): "_>=_"
    case .identifier("in"): "@in"
    default: nil
    }
  }

  private mutating func sum() throws(Rejection) -> Expression {
    try binary(["+": "_+_", "-": "_-_"]) { (self: inout Grammar) throws(Rejection) in
      try self.binary(["*": "_*_", "/": "_/_", "%": "_%_"]) { (self: inout Grammar) throws(Rejection) in
        try self.unary()
      }
    }
  }

  private mutating func binary(
    _ names: [String: String], _ operand: (inout Grammar) throws(Rejection) -> Expression
  ) throws(Rejection) -> Expression {
    var left = try operand(&self)
    while case .sign(let sign) = token.kind, let name = names[sign] {
      place += 1
      let right = try operand(&self)
      left = try make(.call(name, target: nil, arguments: [left, right]), from: left.offsets.lowerBound)
    }
    return left
  }

  private mutating func unary() throws(Rejection) -> Expression {
    var signs: [(sign: String, start: Int)] = []
    while isSign("!") || isSign("-") {
      signs.append((isSign("!") ? "!_" : "-_", token.offsets.lowerBound))
      place += 1
      guard signs.count <= deepest else { throw limit("nested deeper than \(deepest) levels", token.offsets) }
    }
    if signs.last?.sign == "-_", let literal = try negative(from: signs[signs.count - 1].start) {
      signs.removeLast()
      return try wrapped(try members(of: literal), signs)
    }
    return try wrapped(try members(of: primary()), signs)
  }

  private mutating func wrapped(
    _ inner: Expression, _ signs: [(sign: String, start: Int)]
  ) throws(Rejection) -> Expression {
    var result = inner
    for sign in signs.reversed() {
      result = try make(.call(sign.sign, target: nil, arguments: [result]), from: sign.start)
    }
    return result
  }

  /// `-` before a number belongs to it, so that the least integer can be written.
  private mutating func negative(from start: Int) throws(Rejection) -> Expression? {
    switch token.kind {
    case .int(let text):
      place += 1
      return try make(.literal(.int(integer("-" + text, tokens[place - 1].offsets))), from: start)
    case .double(let text):
      place += 1
      return try make(.literal(.double(-(Double(text) ?? .nan))), from: start)
    default: return nil
    }
  }

  // MARK: Members

  private mutating func members(of first: Expression) throws(Rejection) -> Expression {
    var result = first
    let start = first.offsets.lowerBound
    while true {
      if skip(".") {
        result = try member(of: result, from: start)
      } else if skip("[") {
        let index = try conditional()
        try require("]")
        result = try make(.call("_[_]", target: nil, arguments: [result, index]), from: start)
      } else if isSign("{"), let name = qualifiedName(result) {
        result = try record(name, from: start)
      } else {
        return result
      }
    }
  }

  private mutating func member(of operand: Expression, from start: Int) throws(Rejection) -> Expression {
    let name: String
    switch token.kind {
    case .identifier(let word) where !Self.keywords.contains(word): name = word
    case .quoted(let word): name = word
    default: throw expected("the name of a field")
    }
    let nameToken = token
    place += 1
    guard isSign("("), case .identifier = nameToken.kind else {
      return try make(.select(operand, field: name), from: start, word: nameToken.offsets)
    }
    place += 1
    let arguments = try list(until: ")")
    if macros, let macro = try Macro.expand(name, over: operand, arguments, pairs: pairMacros, in: source) {
      return try make(.comprehension(macro), from: start)
    }
    return try make(.call(name, target: operand, arguments: arguments), from: start, word: nameToken.offsets)
  }

  private mutating func list(until closing: String) throws(Rejection) -> [Expression] {
    var elements: [Expression] = []
    while !isSign(closing) {
      elements.append(try conditional())
      guard skip(",") else { break }
      if isSign(closing), closing == ")" { throw expected("an argument") }
    }
    try require(closing)
    return elements
  }

  /// `a.b.C`, where an expression is nothing but names.
  private func qualifiedName(_ expression: Expression) -> String? {
    switch expression.kind {
    case .identifier(let name): name
    case .select(let operand, let field): qualifiedName(operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  private mutating func record(_ name: String, from start: Int) throws(Rejection) -> Expression {
    try require("{")
    var fields: [(name: String, value: Expression)] = []
    while !isSign("}") {
      let field: String
      switch token.kind {
      case .identifier(let word) where !Self.keywords.contains(word): field = word
      case .quoted(let word): field = word
      default: throw expected("the name of a field")
      }
      place += 1
      try require(":")
      fields.append((field, try conditional()))
      guard skip(",") else { break }
    }
    try require("}")
    return try make(.record(name, fields: fields), from: start)
  }

  // MARK: Primaries

  /// Words that can't even name a field.
  private static let keywords: Set<String> = ["false", "in", "null", "true"]

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  private mutating func primary() throws(Rejection) -> Expression {
    let start = token.offsets.lowerBound
    let current = token
    place += 1
    switch current.kind {
    case .int(let text): return try make(.literal(.int(integer(text, current.offsets))), from: start)
    case .uint(let text): return try make(.literal(.uint(unsigned(text, current.offsets))), from: start)
    case .double(let text): return try make(.literal(.double(Double(text) ?? .nan)), from: start)
    case .string(let text): return try make(.literal(.string(text)), from: start)
    case .bytes(let bytes): return try make(.literal(.bytes(bytes)), from: start)
    case .identifier(let name): return try named(name, current, from: start)
    case .sign("."):
      guard case .identifier(let name) = token.kind else { throw expected("a name") }
      place += 1
      if skip("(") {
        return try make(.call("." + name, target: nil, arguments: list(until: ")")), from: start)
      }
      return try make(.identifier("." + name), from: start)
    case .sign("("):
      let inner = try conditional()
      try require(")")
      return inner
    case .sign("["): return try make(.list(list(until: "]")), from: start)
    case .sign("{"): return try map(from: start)
    default:
      place -= 1
      throw expected("a value")
    }
  }

  private mutating func named(_ name: String, _ token: Token, from start: Int) throws(Rejection) -> Expression {
    switch name {
    case "true": return try make(.literal(.bool(true)), from: start)
    case "false": return try make(.literal(.bool(false)), from: start)
    case "null": return try make(.literal(.null), from: start)
    default: break
    }
    guard !Self.reserved.contains(name) else { throw failure("`\(name)` is a reserved word", token.offsets) }
    guard skip("(") else { return try make(.identifier(name), from: start) }
    let arguments = try list(until: ")")
    if macros, name == "has" {
      guard arguments.count == 1, case .select(let operand, let field) = arguments[0].kind else {
        throw failure("`has` takes one field, as in `has(a.b)`", token.offsets)
      }
      return try make(.has(operand, field: field), from: start, word: arguments[0].word)
    }
    return try make(.call(name, target: nil, arguments: arguments), from: start, word: token.offsets)
  }

  private mutating func map(from start: Int) throws(Rejection) -> Expression {
    var entries: [(key: Expression, value: Expression)] = []
    while !isSign("}") {
      let key = try conditional()
      try require(":")
      entries.append((key, try conditional()))
      guard skip(",") else { break }
    }
    try require("}")
    return try make(.map(entries), from: start)
  }

  private func integer(_ text: String, _ offsets: Range<Int>) throws(Rejection) -> Int64 {
    let negative = text.hasPrefix("-")
    let digits = negative ? String(text.dropFirst()) : text
    let isHex = digits.lowercased().hasPrefix("0x")
    let body = (negative ? "-" : "") + (isHex ? String(digits.dropFirst(2)) : digits)
    guard let number = Int64(body, radix: isHex ? 16 : 10) else {
      throw failure("`\(text)` does not fit into 64 bits", offsets)
    }
    return number
  }

  private func unsigned(_ text: String, _ offsets: Range<Int>) throws(Rejection) -> UInt64 {
    let isHex = text.lowercased().hasPrefix("0x")
    guard let number = UInt64(isHex ? String(text.dropFirst(2)) : text, radix: isHex ? 16 : 10) else {
      throw failure("`\(text)` does not fit into 64 bits", offsets)
    }
    return number
  }
}
