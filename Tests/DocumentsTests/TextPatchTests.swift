import Diagnostics
import Documents
import TestSupport
import Testing

/// Changes of a text that leave all else as it stands.
@Suite struct TextPatchTests {
  /// The text after `path` was set in the mapping at some keys from the root, elements of lists by their number.
  private func set(_ path: String, to value: String, in text: String, at steps: [String] = []) throws -> String {
    let source = SourceText(name: "test.yaml", text: text)
    let mapping = try #require(node(try YAMLReader.read(source), steps[...]))
    let keys = path.split(separator: ".").map(String.init)
    let changed = try TextPatch(source).setting(keys, of: mapping.range, to: value)
    _ = try document(changed)
    return changed
  }

  private func node(_ node: Node, _ steps: ArraySlice<String>) -> Node? {
    guard let step = steps.first else { return node }
    switch node.content {
    case .mapping(let entries):
      return entries.first { $0.key == step }.flatMap { self.node($0.value, steps.dropFirst()) }
    case .sequence(let elements): return Int(step).flatMap { self.node(elements[$0], steps.dropFirst()) }
    case .scalar: return nil
    }
  }

  // MARK: Block mappings

  @Test func aKeyIsAddedBelowTheLastOfItsMapping() throws {
    let text = "a:\n  b: 1 # the first\n\n# of c\nc: 2\n"
    #expect(try set("d", to: "3", in: text, at: ["a"]) == "a:\n  b: 1 # the first\n  d: 3\n\n# of c\nc: 2\n")
  }

  @Test func anElementOfABlockListGetsTheKeyInItsOwnColumn() throws {
    let text = "list:\n  - id: a\n    b:\n      - 1\n  - id: c\n"
    #expect(
      try set("d", to: "true", in: text, at: ["list", "0"])
        == "list:\n  - id: a\n    b:\n      - 1\n    d: true\n  - id: c\n")
  }

  @Test func aFileWithoutALastLineBreakGetsOne() throws {
    #expect(try set("b", to: "2", in: "a: 1") == "a: 1\nb: 2\n")
  }

  @Test func aKeyGoesBehindAllLinesOfABlockText() throws {
    let text = "a:\n  b: |\n    one\n    two\nc: 1\n"
    #expect(try set("d", to: "2", in: text, at: ["a"]) == "a:\n  b: |\n    one\n    two\n  d: 2\nc: 1\n")
  }

  @Test func aFlowValueOverSeveralLinesStaysWhole() throws {
    let text = "a:\n  b: {c: 1,\n    d: 2} # both\n"
    #expect(try set("e", to: "3", in: text, at: ["a"]) == "a:\n  b: {c: 1,\n    d: 2} # both\n  e: 3\n")
  }

  // MARK: Flow mappings

  @Test func aKeyIsAddedWithinTheBraces() throws {
    #expect(try set("b", to: "[x, y]", in: "- {a: 1} # why\n", at: ["0"]) == "- {a: 1, b: [x, y]} # why\n")
  }

  @Test func emptyBracesGetTheirFirstKey() throws {
    #expect(try set("b", to: "1", in: "a: {}\n", at: ["a"]) == "a: {b: 1}\n")
  }

  @Test func aCommaBehindTheLastValueStays() throws {
    #expect(try set("b", to: "2", in: "a: {c: 1,}\n", at: ["a"]) == "a: {c: 1, b: 2,}\n")
  }

  @Test func aCommentWithinTheBracesStaysWithItsValue() throws {
    let text = "a: {\n  b: 1 # one\n}\n"
    #expect(try set("c", to: "2", in: text, at: ["a"]) == "a: {\n  b: 1, c: 2 # one\n}\n")
  }

  // MARK: Values that are there

  @Test(arguments: [
    ("a: 1 # old\n", "a: 2 # old\n"), ("a: 'it''s' # old\n", "a: 2 # old\n"), ("a: [1, 2] # old\n", "a: 2 # old\n"),
    ("a: # old\nb: 1\n", "a: 2 # old\nb: 1\n"), ("{a: \"x\", b: 1}\n", "{a: 2, b: 1}\n"),
  ])
  func aValueIsReplacedAndItsCommentStays(before: String, after: String) throws {
    #expect(try set("a", to: "2", in: before) == after)
  }

  @Test func aBlockOfSeveralLinesIsNotThrownAway() throws {
    let found = rejection { _ = try set("a", to: "2", in: "a:\n  b: 1\n") }
    #expect(found.map(\.line) == ["block-value: a value of several lines is not replaced"])
    #expect(found.map(\.place) == ["2:3"])
  }

  // MARK: Paths

  @Test func keysOnTheWayAreAdded() throws {
    #expect(try set("b.c.d", to: "1", in: "a: 1\n") == "a: 1\nb: {c: {d: 1}}\n")
  }

  @Test func keysThatAreThereAreFollowed() throws {
    #expect(try set("b.d", to: "2", in: "b:\n  c: 1\na: 1\n") == "b:\n  c: 1\n  d: 2\na: 1\n")
    #expect(try set("b.d", to: "2", in: "b: {c: 1}\n") == "b: {c: 1, d: 2}\n")
  }

  @Test func nothingIsPutBelowAScalar() throws {
    let found = rejection { _ = try set("a.b", to: "2", in: "a: 1\n") }
    #expect(found.map(\.line) == ["no-mapping: expected a mapping to write to"])
  }

  // MARK: Line ends

  @Test func linesEndAsTheyDoInTheFile() throws {
    #expect(try set("c", to: "2", in: "a:\r\n  b: 1\r\n", at: ["a"]) == "a:\r\n  b: 1\r\n  c: 2\r\n")
    #expect(try set("c", to: "2", in: "a: {b: 1}\r\n", at: ["a"]) == "a: {b: 1, c: 2}\r\n")
  }

  // MARK: Quoting

  @Test(arguments: [
    ("office", "office"), ("12", "\"12\""), ("yes", "\"yes\""), ("a b", "\"a b\""), ("say \"x\"", #""say \"x\"""#),
    ("", "\"\""), ("a: b", "\"a: b\""),
  ])
  func wordsAreQuotedWhereTheyMustBe(text: String, written: String) {
    #expect(FlowText.word(text) == written)
  }

  /// What a list of others holds must not keep a program file from loading.
  @Test(arguments: [
    ("a\u{85}b", "\"a\\x85b\""), ("a\u{2028}b", "\"a\\u2028b\""), ("a\u{202E}b", "\"a\\u202Eb\""),
    ("a\u{FFFE}b", "\"a\\uFFFEb\""), ("\u{1}", "\"\\x01\""), ("é漢", "\"é漢\""),
  ])
  func whatCannotStandInAFileIsEscaped(text: String, written: String) throws {
    #expect(FlowText.quoted(text) == written)
    let node = try YAMLReader.read(SourceText(name: "t", text: "text: \(written)\n"))
    let entries = node.mapping(expecting: "a text", problems: Problems())
    #expect(entries?.first?.value.scalar?.text == text)
  }
}
