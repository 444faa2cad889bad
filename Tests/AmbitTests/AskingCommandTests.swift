import Foundation
import TestSupport
import Testing

/// `ambit explain`, `ambit horizon` and `ambit check --states`, from the built binary.
@Suite struct AskingCommandTests {
  private let ambit = Binary()

  private func fits(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.count > 80 }
  }

  @Test func explainShowsTheTreeOfAFinding() throws {
    let result = try ambit.run("explain", "examples/durham.yaml", "licence-held.licence:lac1")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("licence-held.licence:lac1@NC\n"))
    #expect(result.output.contains("\n  yes  a licence of the state is in force\n"))
    #expect(result.output.contains("          yes  x.status == 'active' (active is active)\n"))
    #expect(fits(result.output) == [])
  }

  @Test func explainGivesOtherProgramsTheSame() throws {
    let result = try ambit.run("explain", "examples/durham.yaml", "licence-held.licence:lac1", "--format", "json")
    let page = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(page["format"] as? String == "ambit.explain")
    #expect((page["finding"] as? [String: Any])?["id"] as? String == "licence-held.licence:lac1@NC")
    let alternatives = try #require(page["alternatives"] as? [[String: Any]])
    #expect(alternatives.first?["name"] as? String == "a licence of the state is in force")
    #expect((alternatives.first?["part"] as? [String: Any])?["verified"] as? String == "true")
  }

  @Test func explainRefusesAnUnknownFinding() throws {
    let result = try ambit.run("explain", "examples/durham.yaml", "licence-held.license:lac1@NC")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(
      result.errors
        == "error: `licence-held.license:lac1@NC` is no finding of this program [unknown-finding]\n"
        + "  help: write `licence-held.licence:lac1@NC`\n\n1 error\n")
  }

  @Test func horizonTellsWhatEnds() throws {
    let result = try ambit.run("horizon", "examples/durham.yaml", "--months", "9")
    #expect(result.status == 0)
    #expect(result.output.contains("2027-05-01  gap, was met  licence-held.licence\n  np1 (nurse practitioner)"))
    #expect(fits(result.output) == [])
  }

  @Test func horizonWritesACalendar() throws {
    try withFolder(["h.ics": "what was there before"]) { folder in
      let path = "\(folder)/h.ics"
      let result = try ambit.run("horizon", "examples/durham.yaml", "--format", "ics", "--output", path)
      #expect(result.status == 0)
      #expect(result.output == "")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
      #expect(text.contains("DTSTART;VALUE=DATE:20270501\r\n"))
    }
  }

  @Test(arguments: ["0", "-1", "121"])
  func horizonRefusesOtherNumbersOfMonths(months: String) throws {
    let result = try ambit.run("horizon", "examples/durham.yaml", "--months=\(months)")
    #expect(result.status == 2)
    #expect(result.errors == "error: --months lies between 1 and 120, found \(months) [months]\n\n1 error\n")
  }

  @Test func statesPutsThemSideBySide() throws {
    let result = try ambit.run("check", "examples/durham.yaml", "--states", "nc, va")
    #expect(result.status == 1)
    #expect(result.output.contains("\n  state  medical-visits  follow-up-visits  "))
    #expect(result.output.contains("\n  VA     "))
    #expect(fits(result.output) == [])
  }

  @Test func statesMayBeAll() throws {
    let program = """
      program: One Line
      sites: [{id: a, state: NC}]
      staff: [{id: md1, profession: physician}]
      services: [{id: visits, service: evaluation_and_management, staff: {any: [md1]}, at: [a]}]
      payers: []
      """
    try withFolder(["p.yaml": program]) { folder in
      let result = try ambit.run("check", "\(folder)/p.yaml", "--states", "all", "--format", "csv")
      // A head, and a row for each of 50 states and DC.
      #expect(result.output.components(separatedBy: "\r\n").count - 1 == 1 + 51)
    }
  }

  @Test func statesRefusesWhatIsNone() throws {
    let unknown = try ambit.run("check", "examples/durham.yaml", "--states", "NC,XQ")
    #expect(unknown.status == 2)
    #expect(unknown.errors.hasPrefix("error: `XQ` is no jurisdiction [unknown-jurisdiction]\n"))
    let federal = try ambit.run("check", "examples/durham.yaml", "--states", "US")
    #expect(federal.errors == "error: `US` is no state that a site can be in [no-state]\n\n1 error\n")
    let part = try ambit.run("check", "examples/durham.yaml", "--states", "NC", "--keep", "payer")
    #expect(part.status == 2)
    #expect(
      part.errors
        == "error: `payer` is no part that --keep can leave in place [unknown-part]\n  help: write `payers`\n\n1 error\n"
    )
  }

  @Test func markdownAndBarriersAreWritten() throws {
    let markdown = try ambit.run("check", "examples/durham.yaml", "--format", "markdown")
    #expect(markdown.status == 1)
    #expect(markdown.output.hasPrefix("# Durham Integrated Pain Center\n\n"))
    let grouped = try ambit.run("check", "examples/durham.yaml", "--group-by", "barrier")
    #expect(grouped.output.contains("\n\nCoverage and payment\nWhat payers cover"))
    #expect(fits(grouped.output) == [])
  }

  @Test func aWrongCommandLineGives64() throws {
    for arguments in [
      ["explain", "a.yaml"], ["horizon"], ["horizon", "a.yaml", "--months", "x"],
      ["horizon", "a.yaml", "--format", "csv"], ["check", "a.yaml", "--keep", "payers"],
      ["check", "a.yaml", "--states", "NC", "--format", "html"], ["check", "a.yaml", "--group-by", "rule"],
      ["check", "a.yaml", "--states", "NC", "--group-by", "barrier"],
    ] {
      #expect(try ambit.run(arguments).status == 64, "\(arguments)")
    }
  }
}
