import TestSupport
import Testing

/// `ambit screen` and `ambit roster import`, from the built binary. The people are made up.
@Suite struct ScreenCommandTests {
  private static let program = """
    program: Trial
    as_of: 2026-11-25
    sites: [{id: a, state: NC, setting: office, focus: other}]
    staff:
      - {id: md1, name: "John Okafor, MD", profession: physician, npi: "1900000021", exclusions: [],
         authorities: [{kind: licence, state: NC, status: active, ends: 2028-01-31}]}
    payers: [{id: m, kind: medicare_ffs}]
    enrollments: [{of: md1, program: medicare, effective: 2013-01-01}]
    services: [{id: s, service: evaluation_and_management, staff: {any: [md1]}, at: [a], payers: [m]}]

    """

  private static let head =
    "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,"
    + "REINDATE,WAIVERDATE,WVRSTATE\n"

  private func row(_ last: String, npi: String) -> String {
    "\(last),JOHN,,,,,,\(npi),,,,NC,27701,1128a1,20190418,00000000,00000000,\n"
  }

  /// The statuses of a screening that is written into the program, and of the check that follows.
  private func statuses(_ row: String) throws -> [Int32] {
    var statuses: [Int32] = []
    try withFolder(["p.yaml": Self.program, "l.csv": Self.head + row]) { folder in
      let path = "\(folder)/p.yaml"
      let screening = try Binary().run(
        "screen", path, "--leie", "\(folder)/l.csv", "--on", "2026-11-25", "--write")
      statuses = [screening.status, try Binary().run("check", path).status]
    }
    return statuses
  }

  @Test func aCheckConcludesFromWhatAScreeningWrote() throws {
    #expect(try statuses(row("NOBODY", npi: "0000000000")) == [0, 0])
    // Never a pass and never a fail.
    #expect(try statuses(row("OKAFOR", npi: "0000000000")) == [3, 3])
    #expect(try statuses(row("OTHER", npi: "1900000021")) == [1, 1])
  }

  @Test func anUnusableListLeavesTheProgramAsItIs() throws {
    try withFolder(["p.yaml": Self.program, "l.csv": "LASTNAME,FIRSTNAME\n\"OKAFOR\n"]) { folder in
      let result = try Binary().run(
        "screen", "p.yaml", "--leie", "l.csv", "--write", "--data", Repository.root, in: folder)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("l.csv:1:1: error: the first line needs the column `BUSNAME` [missing-column]\n"))
      #expect(try Binary().run("check", "p.yaml", "--data", Repository.root, in: folder).status == 3)
    }
  }

  @Test func aRosterGoesIntoAProgramOnce() throws {
    let table = "Last Name,First Name,NPI,Provider Type\nRivera,Ana,1900000013,nurse practitioner\n"
    try withFolder(["p.yaml": Self.program, "r.csv": table]) { folder in
      for count in ["1 added, 0 there already", "0 added, 1 there already"] {
        let result = try Binary().run(
          "roster", "import", "r.csv", "--into", "p.yaml", "--data", Repository.root, in: folder)
        #expect(result.status == 0)
        #expect(result.output == "\(count), 0 to be settled by hand, 0 left out.\n")
        #expect(result.errors == "r.csv is read as a table of practitioners.\n")
      }
    }
  }
}
