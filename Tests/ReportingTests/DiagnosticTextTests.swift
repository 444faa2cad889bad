import Diagnostics
import Reporting
import Testing

@Suite struct DiagnosticTextTests {
  private let source = SourceText(name: "a.yaml", text: "state: NC\nname: 漢字 §x\nid: \u{1B}[31mred\n")

  private func text(_ range: Range<Int>, notes: [Diagnostic.Note] = [], solutions: [Diagnostic.Solution] = []) -> String
  {
    DiagnosticText(Style()).text(
      Diagnostic(
        "unknown-state", at: SourceRange(source, range), "`NC` is no state", notes: notes, solutions: solutions))
  }

  @Test func showsTheLineWithACaret() {
    #expect(
      text(7..<9, notes: [.init("first given here", at: SourceRange(source, 0..<5))], solutions: [.init("write `SC`")])
        == """
        a.yaml:1:8: error: `NC` is no state [unknown-state]
          1 | state: NC
            |        ^^
          note: first given here (a.yaml:1:1)
          help: write `SC`

        """)
  }

  @Test func marksWideCharactersByTheirColumns() {
    // Two ideographs take two columns each; the section sign and `x` take one.
    let start = 10 + "name: ".utf8.count
    #expect(
      text((start + 7)..<(start + 10)) == """
        a.yaml:2:10: error: `NC` is no state [unknown-state]
          2 | name: 漢字 §x
            |            ^^

        """)
  }

  @Test func doesNotLetDataSteerTheTerminal() {
    let start = 10 + "name: 漢字 §x\n".utf8.count
    #expect(!text(start..<(start + 2)).contains("\u{1B}"))
  }

  @Test func countsAtTheEnd() {
    let diagnostics = [Diagnostic("a", at: nil, "one"), Diagnostic("b", severity: .warning, at: nil, "two")]
    #expect(
      DiagnosticText(Style()).text(diagnostics) == """
        error: one [a]

        warning: two [b]

        1 error, 1 warning

        """)
  }

  @Test func paintsOnlyWhereColoursAreWanted() {
    #expect(Style().paint("x", .red) == "x")
    #expect(Style(isColored: true).paint("x", .red, .bold) == "\u{1B}[31;1mx\u{1B}[0m")
  }

  @Test func wrapsWordsAtTheWidth() {
    #expect(
      Style(width: 40).wrapped("one two three four five six seven eight nine ten", indent: 4, lead: "  ") == [
        "  one two three four five six seven", "    eight nine ten",
      ])
  }
}
