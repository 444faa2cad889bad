import TestSupport
import Testing

/// The reference is worth something only while it shares nothing with what it judges.
@Suite struct IndependenceTests {
  private static let allowed: Set = ["CEL", "Documents", "Law", "Programs", "Rules"]
  private let texts = Repository.files(below: "Tests/ReferenceTests", ending: ".swift").filter {
    $0.hasPrefix("Tests/ReferenceTests/Reference")
  }

  @Test func theReferenceImportsNeitherCircuitsNorChecking() throws {
    #expect(texts.count == 10)
    for path in texts {
      let imports = try Repository.text(path).split(separator: "\n").filter { $0.contains("import ") }
        .filter { !$0.hasPrefix("//") }
      #expect(!imports.isEmpty)
      for line in imports {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(Self.allowed.contains(module), "\(path): \(line)")
      }
    }
  }

  /// What judges must be easier to read than what it judges.
  @Test func theReferenceStaysSmall() throws {
    let lines = try texts.flatMap { try Repository.text($0).split(separator: "\n") }.filter { line in
      let text = line.drop { $0 == " " }
      return !text.isEmpty && !text.hasPrefix("//") && !text.hasPrefix("import ")
    }
    #expect(lines.count < 750)
  }
}
