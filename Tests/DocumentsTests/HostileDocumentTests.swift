import Diagnostics
import Documents
import TestSupport
import Testing

/// Documents that would mislead or harm a reader are refused at their place, or are text where text is asked for.
///
/// What each costs is measured by `Benchmarks/refusals`; here a limit of time, towards which waiting counts, tells
/// those that end from those that do not.
@Suite(.timeLimit(.minutes(15))) struct HostileDocumentTests {
  @Test(arguments: HostileDocuments.all)
  func isRefusedWithItsPlaceOrKeptAsText(document: HostileDocument) throws {
    let input = MarkedText(document.marked)
    let source = SourceText(name: "test.yaml", text: input.text)
    var text: String?
    let found = rejection { text = try HostileRecord(try YAMLReader.read(source)).text }
    #expect(found.map(\.line) == document.messages)
    #expect(found.map(\.place) == input.places)
    #expect(text == document.kept)
  }

  @Test func thereAreManyOfThem() {
    #expect(HostileDocuments.all.count { !$0.messages.isEmpty } >= 60)
    #expect(HostileDocuments.all.count { $0.kept != nil } >= 40)
  }

  @Test func theErrorsOfAFileAreCounted() {
    let commas = String(repeating: ", *a", count: 200_000)
    let found = reading("text: [*a\(commas)]\n")
    #expect(found.count == Problems.limit + 1)
    #expect(found.first?.line == "alias: aliases (`*a`) are not read; write the value out")
    #expect(found.last?.line == "too-many-errors: there are more errors than 100; these are the first")
    #expect(found.last?.place == "1:408")
  }

  @Test func theValuesOfAFileAreCounted() {
    let inFull = String(repeating: "x,", count: 49_996)
    // The mapping, its key, the list and its last element are values, too.
    #expect(reading("list: [\(inFull)x]\n").isEmpty)
    let found = reading("list: [\(inFull)x,x]\n")
    #expect(found.map(\.line) == ["too-many-values: a file holds at most 50000 values; this is one more"])
    #expect(found.map(\.place) == ["1:100002"])
  }

  @Test(arguments: ["&a x", "!t x"])
  func theErrorsOfAListAreCounted(value: String) {
    let found = reading("list:\n" + String(repeating: "- \(value)\n", count: 40_000))
    #expect(found.count == Problems.limit + 1)
    #expect(found.last?.line == "too-many-errors: there are more errors than 100; these are the first")
    #expect(found.last?.place == "102:3")
  }

  @Test func refusedCharactersAreCounted() {
    let found = reading("text: " + String(repeating: "\u{202E}", count: 300_000))
    #expect(found.count == Problems.limit + 1)
    #expect(found.last?.line == "too-many-errors: there are more errors than 100; these are the first")
  }

  /// To compare texts, Swift sorts the marks of a character by insertion.
  @Test func marksAreNotSortedForHours() {
    let marks = String(repeating: "\u{301}\u{323}", count: 200_000)
    #expect(
      reading("? e\(marks)\n: 1\n").map(\.line) == [
        "combining-marks: more than 30 combining marks in a row can't stand in a file"
      ])
    let escapes = String(repeating: "\\u0301\\u0323", count: 80_000)
    #expect(
      reading("? \"e\(escapes)\"\n: 1\n").first?.line
        == "combining-marks: more than 30 combining marks in a row can't stand in a file")
  }

  @Test(arguments: ["- ", "[", "{a: ", "? "])
  func depthCostsNothing(sign: String) {
    let found = reading(String(repeating: sign, count: 200_000))
    #expect(found.map(\.line) == ["too-deep: nested deeper than 32 levels"])
  }

  @Test func hugeTextsAreReadOrNamedInPart() {
    let huge = String(repeating: "x", count: 1_000_000)
    #expect(reading("text: \(huge)\n").isEmpty)
    #expect(reading("text: \"\(huge)\"\n").isEmpty)
    #expect(reading("number: \(huge)\n").map(\.line) == ["wrong-type: expected `number`: a whole number, found a text"])
    let part = String(repeating: "x", count: 40) + "…"
    #expect(reading("word: \(huge)\n").map(\.summary) == ["`\(part)` is no colour"])
    #expect(reading("? \(huge)\n: 1\n").map(\.summary) == ["`\(part)` is no key of a record"])
    #expect(
      reading("? \(huge)\n: 1\n? \(huge)\n: 1\n".replacing(huge, with: huge.prefix(500_000)))
        .map(\.summary) == ["the key `\(part)` is given twice"])
  }

  /// What is found in a large text.
  private func reading(_ text: String) -> [Diagnostic] {
    let source = SourceText(name: "large.yaml", text: text)
    return rejection { _ = try HostileRecord(try YAMLReader.read(source)) }
  }
}
