import Testing

@testable import CEL

struct CaseRunnerTests {
  @Test(
    "Each line has an answer of its own, whatever it is",
    arguments: [
      (#"{"expr": "1 + 1"}"#, #"{"value": {"int": "2"}}"#),
      (
        #"{"expr": "[1u, 1.5, null, b'\\xff', 'é']"}"#,
        #"{"value": {"list": [{"uint": "1"}, {"double": "1.5"}, {"null": null}, {"bytes": "ff"}, {"string": "é"}]}}"#
      ),
      (
        #"{"expr": "x.a", "bindings": {"x": {"map": [[{"string": "a"}, {"bool": true}]]}}}"#,
        #"{"value": {"bool": true}}"#
      ),
      (#"{"expr": "type(1)"}"#, #"{"value": {"type": "int"}}"#),
      (#"{"expr": "{'a': 1.0 / 0.0}"}"#, #"{"value": {"map": [[{"string": "a"}, {"double": "inf"}]]}}"#),
      (
        #"{"expr": "y", "container": "x", "bindings": {"x.y": {"int": "1"}, "y": {"int": "2"}}}"#,
        #"{"value": {"int": "1"}}"#
      ),
      (#"{"expr": "1 + 'a'"}"#, #"{"error": "1:1: `+` does not take (int, string)"}"#),
      (#"{"expr": "1 + 'a'", "disable_check": true}"#, #"{"error": "`+` does not take (int, string)"}"#),
      (
        #"{"expr": "[1].all(x, true)", "disable_macros": true, "disable_check": true}"#,
        #"{"error": "there is no function `all` with 3 arguments"}"#
      ),
      (#"{"expr": "u || e", "bindings": {"u": {"unknown": true}, "e": {"error": "failed"}}}"#, #"{"unknown": ["u"]}"#),
      (#"{"expr": "e", "bindings": {"e": {"error": "failed"}}}"#, #"{"error": "failed"}"#),
      ("", #"{"error": "no JSON: expected a value at byte 1"}"#),
      ("{\"expr\": 1}", #"{"error": "expected an object with `expr`, a string"}"#),
      (#"{"expr": "1""#, #"{"error": "no JSON: expected `,` or `}` at byte 13"}"#),
      (#"{"expr": "x", "bindings": {"x": {"int": "a"}}}"#, #"{"error": "\"a\" is no int"}"#),
      (
        #"{"expr": "x", "bindings": {"x": 1}}"#,
        #"{"error": "expected a typed value such as {\"int\": \"1\"}, found 1"}"#
      ),
      (#"{"expr": "'\ud83d\udc31' == '🐱'"}"#, #"{"value": {"bool": true}}"#),
      (#"{"expr": "1"} x"#, #"{"error": "no JSON: expected the end at byte 15"}"#),
      ("[[[[", #"{"error": "no JSON: expected a value at byte 5"}"#),
    ])
  func answers(line: String, expected: String) { #expect(CaseRunner.answer(Array(line.utf8)) == expected) }

  @Test("A line that is no UTF-8, too long or too deep is answered too")
  func unreadable() {
    #expect(
      CaseRunner.answer(Array("{\"expr\": \"".utf8) + [0xFF] + Array("\"}".utf8))
        == #"{"error": "no JSON: the string is no UTF-8 at byte 13"}"#)
    #expect(
      CaseRunner.answer(Array(repeating: 0x20, count: CaseRunner.longest + 1))
        == #"{"error": "a case has at most 4194304 bytes"}"#)
    #expect(
      CaseRunner.answer(Array(repeating: UInt8(ascii: "["), count: 1_000))
        == #"{"error": "no JSON: nested deeper than 100 levels at byte 101"}"#)
  }
}
