import Diagnostics
import Testing

@testable import CEL

struct EvaluationTests {
  @Test(
    "Integers never wrap: what leaves the range is an error",
    arguments: [
      ("9223372036854775807 + 1", "error: `+` leaves the range of int"),
      ("-9223372036854775808 - 1", "error: `-` leaves the range of int"),
      ("-9223372036854775808 * -1", "error: `*` leaves the range of int"),
      ("-9223372036854775808 / -1", "error: `/` leaves the range of int"),
      ("-(-9223372036854775808)", "error: `-` leaves the range of int"),
      ("0u - 1u", "error: `-` leaves the range of uint"),
      ("18446744073709551615u + 1u", "error: `+` leaves the range of uint"),
      ("1 / 0", "error: division by zero"), ("1u % 0u", "error: remainder of a division by zero"),
      ("7 / -2", "-3"), ("-7 % 2", "-1"), ("7 % -2", "1"), ("1.0 / 0.0", #"double("Infinity")"#),
      ("9223372036854775807 * 1", "9223372036854775807"),
    ])
  func integers(text: String, expected: String) throws { #expect(try evaluate(text) == expected) }

  @Test(
    "Numbers of different types are compared on one number line",
    arguments: [
      ("dyn(1) == 1u && dyn(1u) == 1.0 && dyn(1.0) == 1", "true"), ("1 < 1.5", "true"), ("-1 < 0u", "true"),
      ("9223372036854775807 < 9223372036854775808u", "true"), ("1u > -1", "true"), ("2.5 >= 2u", "true"),
      ("0.0 / 0.0 == 0.0 / 0.0", "false"), ("0.0 / 0.0 != 0.0 / 0.0", "true"), ("0.0 / 0.0 < 1", "false"),
      ("dyn(1) == '1'", "false"), ("dyn([1, 2u]) == [1.0, 2]", "true"), ("{1: 'a'} == {1u: 'a'} ", "true"),
      ("dyn(null) == false", "false"), ("-0.0 == 0.0", "true"), ("18446744073709551615u > 1.8e19", "true"),
    ])
  func comparisons(text: String, expected: String) throws {
    #expect(try evaluate(text, unchecked: true) == expected)
  }

  @Test(
    "Strings are code points: no normal form, order by code point, size in code points",
    arguments: [
      (#"'Am\u00e9lie' == 'Ame\u0301lie'"#, "false"), ("size('Straße🐱')", "7"), (#"size('e\u0301')"#, "2"),
      (#"'\uffff' < '\U00010000'"#, "true"), ("'Z' < 'a'", "true"), (#"'\u0041\u030a' in ['\u00c5']"#, "false"),
      ("bytes('é')", #"b"\xc3\xa9""#), (#"string(b'\xff')"#, "error: the bytes are no UTF-8"),
      (#"{'\u00e9': 1}['e\u0301']"#, #"error: the map has no key "é""#.decomposed), ("'ab'.contains('')", "true"),
      ("'abcabd'.contains('abd')", "true"), ("'aab'.endsWith('ab')", "true"), ("'a'.startsWith('ab')", "false"),
    ])
  func strings(text: String, expected: String) throws { #expect(try evaluate(text) == expected) }

  @Test(
    "Maps take bool, int, uint and string keys, each once",
    arguments: [
      ("{1: 'a', 1u: 'b'}", "error: the key 1u is given twice"),
      ("{'a': 1, 'a': 2}", #"error: the key "a" is given twice"#),
      ("{1.5: 'a'}", "error: double can't be the key of a map"),
      ("{null: 'a'}", "error: null_type can't be the key of a map"),
      ("{1: 'a'}[1.0]", #""a""#), ("{1: 'a'}[1.5]", "error: the map has no key 1.5"), ("1u in {1: 'a'}", "true"),
      ("{'a': 1}.b", "error: the map has no key `b`"), ("has({'a': 1}.b)", "false"), ("{true: 1}[true]", "1"),
      ("{1: 'a'}[null]", "error: `[]` does not take (map, null_type)"), ("{0: 1}.map(k, k)", "[0]"),
      ("{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10u: 10}[10.0]", "10"),
    ])
  func maps(text: String, expected: String) throws { #expect(try evaluate(text, unchecked: true) == expected) }

  @Test(
    "Lists are indexed by whole numbers from 0",
    arguments: [
      ("[1, 2][1]", "2"), ("[1, 2][dyn(1u)]", "2"), ("[1, 2][dyn(1.0)]", "2"),
      ("[1][1]", "error: the list has no element 1, it has 1"),
      ("[1][-1]", "error: the list has no element -1, it has 1"),
      ("[1][dyn(0.5)]", "error: `[]` does not take (list, double)"),
      ("[1] + [2u, 'a']", #"[1, 2u, "a"]"#), ("size([[], []])", "2"), ("1 in [2, dyn('a')]", "false"),
    ])
  func lists(text: String, expected: String) throws { #expect(try evaluate(text, unchecked: true) == expected) }

  @Test(
    "Conversions keep the value or fail",
    arguments: [
      ("int('-7')", "-7"), ("int('7.5')", #"error: "7.5" is no int"#),
      ("int(1e19)", "error: 1e+19 is out of the range of int"),
      ("int(-1.9)", "-1"), ("uint(-1)", "error: -1 is out of the range of uint"), ("uint(1.9)", "1u"),
      ("int(9223372036854775807.0)", "error: 9.223372036854776e+18 is out of the range of int"),
      ("double('1e3')", "1000.0"), ("double('x')", #"error: "x" is no double"#), ("bool('TRUE')", "true"),
      ("bool('yes')", #"error: "yes" is no bool"#), ("string(3.0)", #""3""#), ("string(-4.5e-3)", #""-0.0045""#),
      ("string(true)", #""true""#), ("string(7u)", #""7""#), ("type(1u)", "uint"), ("type(type(1))", "type"),
      ("type(null) == null_type", "true"), ("type(timestamp(0)) == google.protobuf.Timestamp", "true"),
      ("int(timestamp('1970-01-01T00:01:00Z'))", "60"),
      ("int(double('NaN'))", #"error: double("NaN") is out of the range of int"#),
    ])
  func conversions(text: String, expected: String) throws { #expect(try evaluate(text) == expected) }

  @Test(
    "Macros walk over lists and the keys of maps",
    arguments: [
      ("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"), ("{'a': 1, 'b': 2}.filter(k, k != 'a')", #"["b"]"#),
      ("[1, 0].exists(x, 1 / x > 0)", "true"), ("[0, 1].all(x, 1 / x > 5)", "false"),
      ("[0, 1].exists(x, 1 / x > 5)", "error: division by zero"), ("[1, 2, 2].exists_one(x, x == 2)", "false"),
      ("[1].exists(x, [2].exists(y, x < y))", "true"), ("[1].map(x, [x, 2].map(x, x + 1))", "[[2, 3]]"),
      ("[1].all(x, x)", "error: the condition of `all` is bool, not int"),
      ("1.map(x, x)", "error: `map` goes over a list or map, not int"),
      ("[5, 6].transformMap(i, v, v)", "{0: 5, 1: 6}"), ("{'a': 1}.transformList(k, v, k)", #"["a"]"#),
    ])
  func macros(text: String, expected: String) throws { #expect(try evaluate(text, unchecked: true) == expected) }

  @Test("An error points at the part that failed")
  func places() throws {
    let text = "'é' == 'é' && [1].map(x, 10 / (x - 1))[0] > 2"
    let expression = try Parser.parse(SourceText(name: "test", text: text))
    let compiled = CompiledExpression(unchecked: expression, in: Environment())
    guard case .error(let error) = compiled.evaluate(compiled.bindings()) else {
      Issue.record("no error")
      return
    }
    let diagnostic = error.diagnostic(in: SourceText(name: "test", text: text))
    #expect(diagnostic.range?.text == "10 / (x - 1)")
    #expect(diagnostic.range?.start.column == 26)
    #expect(diagnostic.summary == "division by zero")
  }

  @Test("The literal of a value reads back as the value")
  func literals() throws {
    for text in [
      #"[null, true, -7, 7u, 1.5, "a\"\n\x01é🐱", b"\xff\"a"]"#, #"{"a": [1], 2: {true: null}}"#,
      #"timestamp("2009-02-13T23:31:30.5Z")"#, #"duration("-1.5s")"#, "[int, null_type, google.protobuf.Duration]",
      #"double("NaN")"#, #"double("-Infinity")"#, "1e+100", "-0.0",
    ] {
      #expect(try evaluate(text) == text)
    }
  }

  @Test("Functions of the host are called by the types that they declare")
  func hostFunctions() throws {
    let environment = Environment(
      variables: ["s": .dyn],
      functions: [
        "twice": [.init("twice_int", [.int], .int), .init("twice_string", isMethod: true, [.string], .string)],
        "math.half": [.init("half", [.int], .int)],
      ])
    let functions: CompiledExpression.Functions = [
      "twice_int": { arguments in if case .int(let number) = arguments[0] { .int(2 * number) } else { .null } },
      "twice_string": { arguments in if case .string(let text) = arguments[0] { .string(text + text) } else { .null } },
      "half": { (arguments) throws(HostError) in throw HostError("no half of \(arguments[0].literal)") },
    ]
    func result(_ text: String) throws -> String {
      let source = SourceText(name: "test", text: text)
      let checked = try Checker.check(try Parser.parse(source), in: source, against: environment)
      let compiled = CompiledExpression(checked, in: environment, functions: functions)
      return compiled.evaluate(compiled.bindings(["s": .value(.string("a"))])).written
    }
    #expect(try result("twice(4)") == "8")
    #expect(try result("s.twice()") == #""aa""#)
    #expect(try result("math.half(3) == 1 || true") == "true")
    #expect(try result("math.half(3)") == "error: no half of 3")
    #expect(try result("twice(s)") == "error: `twice` does not take (string)")
  }
}

extension String {
  /// With an acute accent as a mark of its own.
  fileprivate var decomposed: String {
    split(separator: "é", omittingEmptySubsequences: false).joined(separator: "e\u{301}")
  }
}
