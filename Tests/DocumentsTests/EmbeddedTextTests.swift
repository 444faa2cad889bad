import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct EmbeddedTextTests {
  /// The place in the file at which a word of an embedded text stands.
  private func place(of word: String, in yaml: String) throws -> String {
    let node = try YAMLReader.read(SourceText(name: "t", text: yaml))
    guard case .mapping(let entries) = node.content else { return "no mapping" }
    let embedded = try #require(EmbeddedText(entries[0].value))
    let text = Array(embedded.text.bytes)
    let start = try #require(text.indices.first { text[$0...].starts(with: Array(word.utf8)) })
    let range = embedded.fileRange(of: start..<(start + word.utf8.count))
    #expect(range.text.filter { !$0.isWhitespace }.hasPrefix(word.prefix(1)))
    return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  @Test(arguments: [
    ("is: a && bad\n", "2"), ("is: 'a && bad'\n", "quoted"), ("is: \"a && bad\"\n", "double"),
  ])
  func pointsIntoOneLine(yaml: String, kind: String) throws {
    let column = yaml.distance(from: yaml.startIndex, to: try #require(yaml.range(of: "bad")).lowerBound) + 1
    #expect(try place(of: "bad", in: yaml) == "1:\(column)-1:\(column + 3)")
  }

  @Test func pointsIntoFoldedLines() throws {
    #expect(try place(of: "bad", in: "is: >-\n  first &&\n  second &&\n    bad || x\n") == "4:5-4:8")
    #expect(try place(of: "bad", in: "is: first &&\n  second && bad\n") == "2:13-2:16")
    #expect(try place(of: "bad", in: "is: |\n  first\n\n  bad\n") == "4:3-4:6")
  }

  @Test func countsCharactersAndNotBytes() throws {
    #expect(try place(of: "bad", in: "is: >-\n  x == '§ é 漢' &&\n  '§' == bad\n") == "3:10-3:13")
    #expect(try place(of: "bad", in: "is: \"'§ é' == bad\"\n") == "1:15-1:18")
  }

  @Test func seesThroughEscapes() throws {
    #expect(try place(of: "bad", in: "is: \"x == \\\"q\\\" && bad\"\n") == "1:20-1:23")
    #expect(try place(of: "bad", in: "is: \"\\x41\\u00A7 \\t== bad\"\n") == "1:22-1:25")
    #expect(try place(of: "bad", in: "is: 'it''s \"q\" == bad'\n") == "1:19-1:22")
  }
}
