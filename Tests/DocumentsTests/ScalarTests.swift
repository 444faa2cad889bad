import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct ScalarTests {
  private func node(_ text: String) throws -> Node { try YAMLReader.read(SourceText(name: "t", text: text)) }

  @Test(arguments: [("0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", Int.max)])
  func readsWholeNumbers(text: String, number: Int) throws {
    #expect(try node(text).integer("a number", problems: Problems()) == number)
  }

  @Test(arguments: [
    "010", "+1", "1_000", "0x1F", "0o17", "12:30", "1.0", "1e3", "-0", "９", "'7'", "9223372036854775808",
  ])
  func refusesEverythingElseThatLooksLikeANumber(text: String) throws {
    let problems = Problems()
    let node = try node(text)
    #expect(node.integer("`visits`", problems: problems) == nil)
    let written = text == "'7'" ? "7" : text
    #expect(problems.diagnostics.map(\.line) == ["wrong-type: expected `visits`: a whole number, found `\(written)`"])
  }

  @Test(arguments: ["yes", "no", "on", "off", "True", "FALSE", "'true'", "1"])
  func knowsTwoBooleansAlone(text: String) throws {
    #expect(try node(text).boolean("a flag", problems: Problems()) == nil)
    #expect(try node("true").boolean("a flag", problems: Problems()) == true)
    #expect(try node("false").boolean("a flag", problems: Problems()) == false)
  }

  @Test(arguments: ["yes", "no", "off", "02139", "1234567893", "1115", "0x1F", "1e3", "2026-02-30"])
  func keepsOddWordsAsTextWhereTextIsWanted(text: String) throws {
    #expect(try node(text).text("a text", problems: Problems()) == text)
  }

  @Test func suggestsTheNearestWord() {
    expectRejection(
      of: "▸phisician\n", with: ["unknown-profession: `phisician` is no profession; help: write `physician`"]
    ) {
      let problems = Problems()
      _ = $0.word("profession", of: ["physician", "psychologist"], problems: problems)
      try problems.check()
    }
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2026-11-25", "2026-11-25", "2026-11-25"), ("1900-02", "1900-02-01", "1900-02-28"),
  ])
  func isAnIntervalOfDoubt(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.earliest.description == first)
    #expect(date.latest.description == last)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "2026-2-3", "2026-02-30", "2026-13", "2023-02-29", "26", "2026-00-01", "0000", "2026-11-25T00:00", "２０２６",
  ])
  func refusesWhatIsNoDate(text: String) { #expect(PartialDate(text) == nil) }
}
