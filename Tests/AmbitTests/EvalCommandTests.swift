import TestSupport
import Testing

@Suite struct EvalCommandTests {
  private let ambit = Binary()

  @Test(arguments: [
    (["1 + 2 * 3"], "7\n"), (["n > 39 && s == 'é'", "--bind", "n=40", "--bind", "s='é'"], "true\n"),
    (["l.filter(x, x > 1)", "--bind", "l=[1, 2]"], "[2]\n"),
    (["a && b", "--unknown", "a", "--bind", "b=false"], "false\n"),
  ])
  func aValueIsPrintedAsAnExpressionWouldWriteIt(arguments: [String], expected: String) throws {
    let result = try ambit.run(["eval"] + arguments)
    #expect(result.output == expected)
    #expect(result.status == 0)
  }

  @Test func whatIsUnknownIsNamed() throws {
    let result = try ambit.run(["eval", "a && b || c", "--unknown", "a", "--unknown", "c", "--bind", "b=true"])
    #expect(result.output == "unknown: hangs on `a`, `c`\n")
    #expect(result.status == 3)
  }

  @Test(arguments: [
    (
      ["'é' + string(1 / n)", "--bind", "n=0"],
      """
      expression:1:14: error: division by zero [evaluation-error]
        1 | 'é' + string(1 / n)
          |              ^^^^^

      1 error

      """
    ),
    (
      ["1 + 'a"],
      """
      expression:1:5: error: expected a closing quote [expression-syntax]
        1 | 1 + 'a
          |     ^^

      1 error

      """
    ),
    (
      ["x", "--bind", "x=NC"],
      """
      --bind x:1:1: error: `NC` is no variable [unknown-name]
        1 | NC
          | ^^

      1 error

      """
    ),
  ])
  func anErrorHasACaretUnderItsPlace(arguments: [String], expected: String) throws {
    let result = try ambit.run(["eval"] + arguments)
    #expect(result.errors == expected)
    #expect(result.status == 2)
  }

  @Test func casesAreAnsweredLineByLineWhateverTheyAre() throws {
    let lines = [
      #"{"expr": "1 + 1"}"#, "no JSON",
      #"{"expr": "a || b", "bindings": {"a": {"unknown": true}, "b": {"bool": true}}}"#,
      "", #"{"expr": "1 / 0"}"#,
    ]
    let result = try ambit.run(["eval", "--ndjson"], input: lines.joined(separator: "\n"))
    #expect(
      result.output.split(separator: "\n", omittingEmptySubsequences: false) == [
        #"{"value": {"int": "2"}}"#, #"{"error": "no JSON: expected a value at byte 1"}"#,
        #"{"value": {"bool": true}}"#,
        #"{"error": "no JSON: expected a value at byte 1"}"#, #"{"error": "division by zero"}"#, "",
      ])
    #expect(result.status == 0)
  }

  @Test func aWrongCommandLineIsRefused() throws {
    #expect(try ambit.run(["eval"]).status == 64)
    #expect(try ambit.run(["eval", "1", "--ndjson"]).status == 64)
    #expect(try ambit.run(["eval", "x", "--bind", "x"]).status == 64)
  }
}
