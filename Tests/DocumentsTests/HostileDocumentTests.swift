import Diagnostics
import Documents
import TestSupport
import Testing

/// Documents that would mislead or harm a reader are refused at their place, or are text where text is asked for.
@Suite struct HostileDocumentTests {
  /// How long a reading may take; without optimization it takes some ten times as long.
  #if DEBUG
    private let limit = Duration.seconds(2)
  #else
    private let limit = Duration.milliseconds(100)
  #endif

  @Test(arguments: HostileDocuments.all)
  func isRefusedWithItsPlaceOrKeptAsText(document: HostileDocument) throws {
    let input = MarkedText(document.marked)
    let source = SourceText(name: "test.yaml", text: input.text)
    var text: String?
    var found: [Diagnostic] = []
    let duration = ContinuousClock().measure {
      found = rejection { text = try HostileRecord(try YAMLReader.read(source)).text }
    }
    #expect(found.map(\.line) == document.messages)
    #expect(found.map(\.place) == input.places)
    #expect(text == document.kept)
    #expect(duration < limit)
  }

  @Test func thereAreManyOfThem() {
    #expect(HostileDocuments.all.count { !$0.messages.isEmpty } >= 60)
    #expect(HostileDocuments.all.count { $0.kept != nil } >= 40)
  }

  @Test func theErrorsOfAFileAreCounted() {
    let commas = String(repeating: ", *a", count: 1_000_000)
    let found = reading("text: [*a\(commas)]\n")
    #expect(found.count == Problems.limit + 1)
    #expect(found.first?.line == "alias: aliases (`*a`) are not read; write the value out")
    #expect(found.last?.line == "too-many-errors: there are more errors than 100; these are the first")
    #expect(found.last?.place == "1:408")
  }

  @Test(arguments: ["- ", "[", "{a: ", "? "])
  func depthCostsNothing(sign: String) {
    let found = reading(String(repeating: sign, count: 1_000_000))
    #expect(found.map(\.line) == ["too-deep: nested deeper than 32 levels"])
  }

  @Test func hugeTextsAreReadOrNamedInPart() {
    let huge = String(repeating: "x", count: 4_000_000)
    #expect(reading("text: \(huge)\n").isEmpty)
    #expect(reading("text: \"\(huge)\"\n").isEmpty)
    #expect(reading("number: \(huge)\n").map(\.line) == ["wrong-type: expected `number`: a whole number, found a text"])
    let part = String(repeating: "x", count: 40) + "…"
    #expect(reading("word: \(huge)\n").map(\.summary) == ["`\(part)` is no colour"])
    #expect(reading("? \(huge)\n: 1\n").map(\.summary) == ["`\(part)` is no key of a record"])
    #expect(
      reading("? \(huge)\n: 1\n? \(huge)\n: 1\n".replacing(huge, with: huge.prefix(2_000_000)))
        .map(\.summary) == ["the key `\(part)` is given twice"])
  }

  /// What is found in a large text, within the limit of time.
  private func reading(_ text: String) -> [Diagnostic] {
    let source = SourceText(name: "large.yaml", text: text)
    var found: [Diagnostic] = []
    let duration = ContinuousClock().measure {
      found = rejection { _ = try HostileRecord(try YAMLReader.read(source)) }
    }
    #expect(duration < limit * 10)
    return found
  }
}
