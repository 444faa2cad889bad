import Documents
import Foundation
import Law
import Reporting
import TestSupport
import Testing

/// `docs/data-quality.md` says what the data are. `AMBIT_RECORD=1 swift test --filter QualityTests` writes its counts
/// and tables anew.
@Suite(.serialized) struct QualityTests {
  private static let path = "docs/data-quality.md"
  private static let head = "## Coverage on 2026-11-25\n\n"
  private let law: LawBook

  init() throws { law = try CodedLaw.law }

  private var count: Int { law.jurisdictions.values.map { $0.facts.values.joined().count }.reduce(0, +) }

  @Test("the page counts the values, and its tables of coverage are those of the data")
  func isCurrent() throws {
    let page = try Repository.text(Self.path)
    let tables = QualityTables(law, on: try #require(Day("2026-11-25"))).markdown
    let counted = try Regex("[0-9]+ dated values")
    let prose = try #require(page.components(separatedBy: Self.head).first)
    let current = prose.replacing(counted, with: "\(count) dated values", maxReplacements: 1) + Self.head + tables
    if ProcessInfo.processInfo.environment["AMBIT_RECORD"] != nil {
      try current.write(toFile: "\(Repository.root)/\(Self.path)", atomically: true, encoding: .utf8)
    } else {
      let isSame = page == current
      #expect(isSame, "the data changed: AMBIT_RECORD=1 swift test --filter QualityTests")
    }
  }

  @Test("each conditional law that the page calls coded is coded, with a value that can be computed with")
  func conditionalLaws() throws {
    let page = try Repository.text(Self.path)
    let lines = page.split(separator: "\n").drop { $0 != "## Conditional laws" }.prefix { $0 != "Not coded yet:" }
    let rows = lines.filter { $0.hasPrefix("| ") && $0.contains("`") }
    #expect(rows.count >= 45)
    for row in rows {
      let references = row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      #expect(!references.isEmpty)
      for reference in references {
        let parts = reference.split(separator: " ").map(String.init)
        let values = law.jurisdictions[parts[0]]?.facts[parts[1]] ?? []
        let usable = values.filter { $0.value != .unknown && !law.codebook.isVague($0.value, for: parts[1]) }
        #expect(!usable.isEmpty, "\(reference)")
        let type = law.codebook.questions[parts[1]]?.type
        #expect(type != .text, "\(reference) is shown, never computed with")
      }
    }
  }
}
