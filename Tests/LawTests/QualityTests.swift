import Documents
import Law
import Reporting
import TestSupport
import Testing

/// `docs/data-quality.md` says what the data are.
@Suite struct QualityTests {
  private let page: String
  private let law: LawBook

  init() throws {
    page = try Repository.text("docs/data-quality.md")
    law = try CodedLaw.law
  }

  @Test("the tables of coverage are those of the data")
  func tables() throws {
    let day = try #require(Day("2026-11-25"))
    let tables = QualityTables(law, on: day).markdown
    let isCurrent = page.hasSuffix(tables)
    #expect(isCurrent, "write it anew: ambit lint --format markdown --as-of 2026-11-25")
  }

  @Test("the page counts the values as they are")
  func count() {
    let values = law.jurisdictions.values.map { $0.facts.values.joined().count }.reduce(0, +)
    #expect(page.contains("\(values) dated values"))
  }

  @Test("each conditional law that the page calls coded is coded, with a value that can be computed with")
  func conditionalLaws() throws {
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
