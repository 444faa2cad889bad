import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct StrictReaderTests {
  @Test(arguments: [
    ("a: ▸&x 1\n", ["anchor: anchors (`&…`) are not read; write the value out"]),
    (
      "a: ▸&x 1\nb: ▸*x\n",
      [
        "anchor: anchors (`&…`) are not read; write the value out",
        "alias: aliases (`*x`) are not read; write the value out",
      ]
    ),
    ("a: ▸!!str 1\n", ["tag: tags (`!…`) are not read"]),
    ("a: {b: 1}\n▸<<: {c: 2}\n", ["merge-key: merge keys (`<<`) are not read; write the fields out"]),
    ("a: 1\n▸---\nb: 2\n", ["second-document: a file holds one document; this is a second"]),
    ("? ▸[a, b]\n: 1\n", ["complex-key: a key is a word, found a list"]),
    ("▸%YAML 1.1\n---\na: 1\n", ["directive: directives (`%YAML`, `%TAG`) are not read"]),
    ("a: \"x▸\u{202E}y\"\n", ["refused-character: the bidirectional control U+202E can't stand in a file"]),
    ("a: x▸\u{0}\n", ["refused-character: the control character U+0000 can't stand in a file"]),
    ("a: x▸\u{85}\n", ["refused-character: the control character U+0085 can't stand in a file"]),
    ("▸", ["empty-file: the file is empty"]),
    ("▸# nothing but a comment\n", ["empty-file: the file is empty"]),
    ("a:\n▸\tb: 1\n", ["yaml-syntax: a tab or another sign that can't begin a value here"]),
  ])
  func refuses(marked: String, messages: [String]) {
    expectRejection(of: marked, with: messages) { _ in }
  }

  @Test func refusesADuplicateKeyWithBothPlaces() {
    let input = MarkedText("§: x\nstate: NC\nsites: []\n▸state: VA\n")
    let found = rejection { _ = try YAMLReader.read(SourceText(name: "test.yaml", text: input.text)) }
    #expect(found.map(\.line) == ["duplicate-key: the key `state` is given twice; note: first given here"])
    #expect(found.map(\.place) == input.places)
    #expect(found.first?.notes.first?.range?.place == "test.yaml:2:1")
  }

  @Test func refusesBytesThatAreNoUTF8() {
    for bytes: [UInt8] in [
      [0x61, 0x3A, 0x20, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] {
      let found = rejection { _ = try YAMLReader.read(SourceText(name: "test.yaml", bytes: bytes)) }
      #expect(found.map(\.line) == ["invalid-utf8: the file is not valid UTF-8 here"])
    }
  }

  @Test func refusesWhatIsNestedTooDeep() {
    let levels = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(rejection { _ = try YAMLReader.read(SourceText(name: "t", text: levels(32))) }.isEmpty)
    let found = rejection { _ = try YAMLReader.read(SourceText(name: "t", text: levels(33))) }
    #expect(found.map(\.line) == ["too-deep: nested deeper than 32 levels"])
    #expect(found.map(\.place) == ["1:33"])
  }

  @Test func refusesWhatIsTooLarge() {
    let text = "a: " + String(repeating: "x", count: 1 << 20)
    let found = rejection { _ = try YAMLReader.read(SourceText(name: "big.yaml", text: text)) }
    #expect(found.map(\.line) == ["too-large: `big.yaml` is larger than 1 MiB"])
    #expect(found.map(\.place) == ["1:1048577"])
  }

  @Test func collectsTheErrorsOfAFile() {
    expectRejection(
      of: "a: ▸&x 1\nb: ▸!t 2\n▸a: 3\n",
      with: [
        "anchor: anchors (`&…`) are not read; write the value out", "tag: tags (`!…`) are not read",
        "duplicate-key: the key `a` is given twice; note: first given here",
      ]
    ) { _ in }
  }
}
