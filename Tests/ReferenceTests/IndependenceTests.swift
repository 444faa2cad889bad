import Foundation
import Testing

/// The reference is worth something only while it shares nothing with what it judges.
@Suite struct IndependenceTests {
  private static let allowed: Set = ["CEL", "Documents", "Law", "Programs", "Rules"]

  @Test func theReferenceImportsNeitherCircuitsNorChecking() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("Reference") && $0.hasSuffix(".swift") }
    #expect(names.count == 6)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let imports = text.split(separator: "\n").filter { $0.contains("import ") && !$0.hasPrefix("//") }
      #expect(!imports.isEmpty)
      for line in imports {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(Self.allowed.contains(module), "\(name): \(line)")
      }
    }
  }
}
