import Foundation
import TestSupport
import Testing

/// The order of the targets, from the ground up: each may import those before it alone.
private let floors = [
  "CLibYAML", "Diagnostics", "Documents", "CEL", "Law", "Programs", "Rosters", "Rules", "Circuits", "Checking",
  "Comparing", "Planning", "Ledger", "Reporting", "Drafting", "Serving", "ambit",
]

@Suite struct LayerTests {
  /// The modules that a file imports.
  private func imports(of path: String) throws -> [String] {
    try Repository.text(path).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else { return nil }
      return words[words.count - 1].split(separator: ".").first.map(String.init)
    }
  }

  @Test func everyTargetHasItsFloor() throws {
    let folders = Set(
      Repository.files(below: "Sources", ending: "").map { $0.split(separator: "/")[1] }.map(String.init))
    #expect(folders.subtracting(floors).isEmpty)
    #expect(folders.count >= 11)
  }

  @Test func targetsImportOnlyDownward() throws {
    var count = 0
    for path in Repository.files(below: "Sources", ending: ".swift") {
      let own = String(path.split(separator: "/")[1])
      let floor = try #require(floors.firstIndex(of: own))
      for module in try imports(of: path) {
        guard let other = floors.firstIndex(of: module) else { continue }
        count += 1
        #expect(other < floor, "\(path) imports \(module)")
      }
    }
    #expect(count > 100)
  }

  @Test func theLanguageStandsOnDiagnosticsAlone() throws {
    for path in Repository.files(below: "Sources/CEL", ending: ".swift") {
      let own = try imports(of: path).filter { floors.contains($0) }
      #expect(Set(own).isSubset(of: ["Diagnostics"]), "\(path)")
    }
  }

  @Test func fullFoundationIsNeverImported() throws {
    // It costs more than ten milliseconds at every start.
    for path in Repository.files(below: "Sources", ending: ".swift") {
      #expect(try !imports(of: path).contains("Foundation"), "\(path)")
    }
  }
}
