import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private let source = SourceText(name: "a.yaml", text: "a: §é\nb: x\r\n\nend")

  @Test func countsColumnsInCharacters() {
    // `§` and `é` take two bytes each: the line break is the eighth byte and the sixth column.
    #expect(source.position(at: 7) == SourcePosition(line: 1, column: 6))
    #expect(source.position(at: 8) == SourcePosition(line: 2, column: 1))
  }

  @Test func givesLinesWithoutTheirBreaks() {
    #expect((1...5).map { source.line($0) } == ["a: §é", "b: x", "", "end", ""])
  }

  @Test func pointsToTheEndForOffsetsBehindIt() {
    #expect(source.position(at: 999) == SourcePosition(line: 4, column: 4))
  }

  @Test func namesAPlaceAsEditorsDo() {
    #expect(SourceRange(source, 8..<9).place == "a.yaml:2:1")
  }
}

@Suite struct RejectionTests {
  @Test func sortsByFileAndPlace() {
    let one = SourceText(name: "a.yaml", text: "abc")
    let two = SourceText(name: "b.yaml", text: "abc")
    let rejection = Rejection([
      Diagnostic("x", at: SourceRange(two, 0..<1), "last"), Diagnostic("x", at: SourceRange(one, 2..<3), "second"),
      Diagnostic("x", at: SourceRange(one, 0..<1), "first"),
    ])
    #expect(rejection.diagnostics.map(\.summary) == ["first", "second", "last"])
  }
}
