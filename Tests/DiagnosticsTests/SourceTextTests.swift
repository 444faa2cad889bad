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

  @Test func countsAcrossALongText() {
    // 3000 characters of 6001 bytes, then 2000 lines of one character.
    let lines = String(repeating: "\ny", count: 2000)
    let long = SourceText(name: "a.yaml", text: "x" + String(repeating: "é", count: 3000) + lines)
    #expect(long.lineCount == 2001)
    #expect(long.position(at: 5001) == SourcePosition(line: 1, column: 2502))
    #expect(long.position(at: 6001) == SourcePosition(line: 1, column: 3002))
    #expect(long.position(at: 6002) == SourcePosition(line: 2, column: 1))
    #expect(long.position(at: 10_001) == SourcePosition(line: 2001, column: 2))
    #expect(long.start(ofLine: 2) == 6002)
    #expect(long.start(ofLine: 2001) == 10_000)
    #expect(long.start(ofLine: 2002) == nil)
    #expect(long.width(ofLine: 1) == 3001)
    #expect(long.text(ofLine: 1, columns: 1..<4) == "xéé")
    #expect(long.text(ofLine: 1, columns: 3000..<9000) == "éé")
    #expect(long.text(ofLine: 1500, columns: 1..<9) == "y")
  }

  @Test func anEmptyTextHasOneLine() {
    let empty = SourceText(name: "a.yaml", text: "")
    #expect(empty.lineCount == 1)
    #expect(empty.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(empty.text(ofLine: 1, columns: 1..<9) == "")
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
