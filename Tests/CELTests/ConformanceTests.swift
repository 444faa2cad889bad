import Foundation
import Testing

@testable import CEL

struct ConformanceTests {
  private static let suite = CaseFile.root.deletingLastPathComponent().appending(path: "shared/cel/conformance.ndjson")

  @Test(
    "At least 98% of the cases of the language's own suite pass",
    .enabled(if: FileManager.default.fileExists(atPath: suite.path)))
  func officialCasesPass() throws {
    let file = try CaseFile(Self.suite)
    let failures = try file.failures()
    for failure in failures { print(failure.name, failure.message) }
    #expect(file.cases.count >= 568)
    #expect(failures.count * 50 <= file.cases.count)
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
