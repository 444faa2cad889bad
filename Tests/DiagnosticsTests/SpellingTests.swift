import Diagnostics
import Testing

@Suite struct SpellingTests {
  private let words = ["acupuncturist", "physician", "psychologist", "pharmacist", "NC", "ND"]

  @Test(
    arguments: [
      ("phisician", "physician"), ("Physician", "physician"), ("acupunturist", "acupuncturist"),
      ("physiotherapist", nil), ("psycologist", "psychologist"), ("pahrmacist", "pharmacist"), ("", nil),
    ] as [(String, String?)])
  func findsTheWordThatWasMeant(written: String, meant: String?) {
    #expect(Spelling.nearest(to: written, in: words) == meant)
  }

  @Test func givesTheFirstInTheAlphabetWhereTwoAreAsNear() {
    #expect(Spelling.nearest(to: "NX", in: ["ND", "NC"]) == "NC")
  }

  @Test func doesNotSearchForMonsters() {
    #expect(Spelling.nearest(to: String(repeating: "a", count: 65), in: [String(repeating: "a", count: 64)]) == nil)
  }
}
