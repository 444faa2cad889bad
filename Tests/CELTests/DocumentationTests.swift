import Foundation
import Testing

@testable import CEL

struct DocumentationTests {
  private static let page = CaseFile.root.appending(path: "docs/cel.md")

  @Test("Every function that the checker knows is documented, with examples that hold")
  func functions() throws {
    #expect(Set(StandardLibrary.documentation.keys) == Set(StandardLibrary.overloads.keys))
    #expect(Set(StandardLibrary.documentation.values.map(\.group)) == Set(StandardLibrary.groups))
    for (name, entry) in StandardLibrary.documentation {
      #expect(!entry.examples.isEmpty, "\(name)")
      for example in entry.examples { #expect(try evaluate(example.expression) == example.result) }
    }
  }

  /// Write the page anew with `AMBIT_UPDATE=1 swift test --filter DocumentationTests`.
  @Test("The reference in docs/cel.md is the one that the declarations give")
  func reference() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = "<!-- functions: written by the tests -->\n"
    let end = "<!-- end of functions -->"
    let before = try #require(text.range(of: start))
    let after = try #require(text.range(of: end))
    let expected = text[..<before.upperBound] + "\n" + StandardLibrary.reference + "\n" + text[after.lowerBound...]
    if ProcessInfo.processInfo.environment["AMBIT_UPDATE"] == "1" {
      try expected.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == expected, "run it again with AMBIT_UPDATE=1")
  }

  @Test("Every example of docs/cel.md comes to what the page says")
  func examples() throws {
    let blocks = try String(contentsOf: Self.page, encoding: .utf8).components(separatedBy: "```cel\n").dropFirst()
    let lines = blocks.flatMap { $0.components(separatedBy: "\n```")[0].split(separator: "\n") }
    for line in lines {
      let parts = line.components(separatedBy: "  ⇒  ")
      #expect(parts.count == 2, "\(line)")
      #expect(try evaluate(parts[0]) == parts[1], "\(line)")
    }
    #expect(lines.count >= 70)
  }
}
