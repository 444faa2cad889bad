import Foundation
import Testing

@testable import CEL

struct ConformanceTests {
  private static let suite = CaseFile.root.deletingLastPathComponent().appending(path: "shared/cel/conformance.ndjson")

  @Test(
    "The cases of the language's own suite pass, but for those that docs/cel.md lists: none",
    .enabled(if: FileManager.default.fileExists(atPath: suite.path)))
  func officialCasesPass() throws {
    let file = try CaseFile(Self.suite)
    let failures = try file.failures().map { "\($0.name): \($0.message)" }
    #expect(failures == [])
    #expect(file.cases.count >= 568)
  }
}

struct ThreeValuedTests {
  @Test("Every operator and macro treats unknowns and errors as its truth table has it")
  func allCasesPass() throws {
    let file = try CaseFile(CaseFile.tests.appending(path: "three-valued.ndjson"))
    let failures = try file.failures().map { "\($0.name): \($0.message)" }
    #expect(failures == [])
    #expect(file.cases.count == 915)
  }
}
