import Diagnostics
import Testing

@testable import CEL

struct ParserTests {
  private func tree(_ text: String, pairs: Bool = false) throws -> String {
    try Parser.parse(SourceText(name: "test", text: text), pairMacros: pairs).tree
  }

  @Test(
    "Operators bind as their precedence has it",
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("(1 + 2) * 3", "(* (+ 1 2) 3)"), ("1 - 2 - 3", "(- (- 1 2) 3)"),
      ("a || b && c", "(|| a (&& b c))"), ("a == b in c", "(in (== a b) c)"), ("!a.b", "(! a.b)"),
      ("a ? b : c ? d : e", "(?: a b (?: c d e))"), ("-x[0]", "(- ([] x 0))"), ("-1.5", "-1.5"), ("--1", "(- -1)"),
      ("a < b == c", "(== (< a b) c)"), ("a && b && c && d", "(&& (&& a b) (&& c d))"),
      ("-9223372036854775808", "-9223372036854775808"),
    ])
  func precedence(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test(
    "Members, calls and literals keep their form",
    arguments: [
      ("a.b.c(1, 2)", "(c a.b 1 2)"), (".a.b", ".a.b"), ("f()", "(f)"), ("[1, 2,]", "[1 2]"),
      ("{'a': 1, 2: b}", #"{"a": 1 2: b}"#), ("p.Q{x: 1, `y-z`: 2}", "p.Q{x: 1 y-z: 2}"),
      ("a.`b-c`", "a.b-c"), ("has(a.b)", "has(a.b)"), ("a.map(x, x > 1, x)", "map(a, x, (> x 1), x)"),
      ("a.exists_one(x, x)", "exists_one(a, x, x)"), ("a.all(x)", "(all a x)"), ("a.while", "a.while"),
    ])
  func members(text: String, expected: String) throws { #expect(try tree(text) == expected) }

  @Test("Macros of two variables are there when asked for, and ordinary methods otherwise")
  func pairMacros() throws {
    #expect(try tree("a.transformMap(k, v, v)", pairs: true) == "transformMap(a, k, v, v)")
    #expect(try tree("a.all(i, v, v)", pairs: true) == "all(a, i, v, v)")
    #expect(try tree("a.all(i, v, v)") == "(all a i v v)")
  }

  @Test(
    "A mistake is reported with what was expected, at its place",
    arguments: [
      ("1 +", #"1:4 "" expected a value, found the end of the expression"#),
      ("(1 + 2", #"1:7 "" expected `)`, found the end of the expression"#),
      ("'é' 'b'", #"1:5 "'b'" expected an operator or the end, found a string"#),
      ("a ? b", #"1:6 "" expected `:`, found the end of the expression"#),
      ("[1 2]", #"1:4 "2" expected `]`, found the number `2`"#),
      ("f(1,)", #"1:5 ")" expected an argument, found `)`"#),
      ("a.1", #"1:2 ".1" expected an operator or the end, found the number `.1`"#),
      ("a.in", #"1:3 "in" expected the name of a field, found `in`"#),
      ("rb''", #"1:3 "''" expected an operator or the end, found a string"#),
      ("let", #"1:1 "let" `let` is a reserved word"#),
      ("has(a)", #"1:1 "has" `has` takes one field, as in `has(a.b)`"#),
      ("a.all(b.c, true)", #"1:7 "b.c" the first argument of `all` names an element, as in `list.all(x, …)`"#),
      ("9223372036854775808", #"1:1 "9223372036854775808" `9223372036854775808` does not fit into 64 bits"#),
      ("18446744073709551616u", #"1:1 "18446744073709551616u" `18446744073709551616` does not fit into 64 bits"#),
      ("", #"1:1 "" expected a value, found the end of the expression"#),
    ])
  func errors(text: String, expected: String) { #expect(syntaxMessages(text) == [expected]) }

  @Test("The limits of length, nesting and height are stated where they are passed")
  func limits() {
    #expect(
      syntaxMessages("12345", limits: .init(length: 4, depth: 64, height: 400)) == [
        #"1:5 "5" an expression has at most 4 bytes"#
      ])
    let nested = String(repeating: "(", count: 70) + "1"
    #expect(syntaxMessages(nested) == [#"1:65 "(" nested deeper than 64 levels"#])
    let sum = Array(repeating: "1", count: 401).joined(separator: "+")
    #expect(syntaxMessages(sum) == [#"1:1 "\#(sum)" more than 400 operators and fields within one another"#])
    #expect(syntaxMessages("a" + String(repeating: " || a", count: 5_000)) == [])
    #expect(syntaxMessages("[" + String(repeating: "1, ", count: 5_000) + "]") == [])
  }
}

extension Expression {
  /// The tree as an s-expression.
  fileprivate var tree: String {
    switch kind {
    case .literal(let literal): literal.value.literal
    case .identifier(let name): name
    case .select(let operand, let field): "\(operand.tree).\(field)"
    case .has(let operand, let field): "has(\(operand.tree).\(field))"
    case .call(let name, let target, let arguments):
      "("
        + ([name == "_[_]" ? "[]" : name.plainOperator] + ((target.map { [$0] } ?? []) + arguments).map(\.tree))
        .joined(separator: " ") + ")"
    case .list(let elements): "[" + elements.map(\.tree).joined(separator: " ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key.tree): \($0.value.tree)" }.joined(separator: " ") + "}"
    case .record(let name, let fields):
      name + "{" + fields.map { "\($0.name): \($0.value.tree)" }.joined(separator: " ") + "}"
    case .comprehension(let macro):
      macro.name + "("
        + ([macro.range.tree, macro.variable] + [macro.secondVariable, macro.condition?.tree].compactMap { $0 }
        + [macro.body.tree]).joined(separator: ", ") + ")"
    }
  }
}
