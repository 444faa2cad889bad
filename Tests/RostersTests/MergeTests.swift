import Rosters
import TestSupport
import Testing

@Suite struct MergeTests {
  private let table = """
    Last Name,First Name,NPI,Provider Type
    Rivera,Ana,1900000013,physician
    Okafor,John,1900000021,physician

    """

  @Test func whoIsAbsentIsAddedAndAllElseStays() throws {
    let text = MadeUp.program(MadeUp.ana)
    let file = try MadeUp.file(text)
    let roster = try MadeUp.roster(table)
    let merge = RosterMerge(roster, with: file.program)
    let merged = try merge.text(of: file, named: "p.yaml", format: .csv, vocabulary: try MadeUp.vocabulary())
    let added = """
        - id: okafor-john
          name: "John Okafor"
          profession: physician
          npi: "1900000021"

      """
    #expect(merged == text.replacing("\(MadeUp.ana)\n", with: "\(MadeUp.ana)\n\(added)"))
    #expect(merge.differences.map(\.summary) == ["the program says nurse_practitioner, the roster physician"])
  }

  @Test func aListOnOneLineIsLeftToTheUser() throws {
    let file = try MadeUp.file("program: T\nsites: []\nstaff: [\(MadeUp.ana)]\nservices: []\n")
    let found = rejection { _ = try file.adding([["- {id: b, profession: physician}"]], to: "staff") }
    #expect(found.map(\.line) == ["unlisted-values: expected one element a line, each behind `- `"])
    #expect(found.map(\.place) == ["3:1"])
  }

  @Test func anEmptyListGivesWay() throws {
    let file = try MadeUp.file("program: T\nsites: []\nstaff: []  # Nobody.\nservices: []\n")
    let text = try file.adding([["- {id: b, profession: physician}"]], to: "staff")
    #expect(text == "program: T\nsites: []\nstaff:\n  - {id: b, profession: physician}  # Nobody.\nservices: []\n")
  }
}
