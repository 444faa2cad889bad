import Foundation
import TestSupport
import Testing

/// `ambit check`, from the built binary.
@Suite struct CheckCommandTests {
  private let ambit = Binary()

  private let ready = """
    program: Ready
    sites: [{id: a, state: NC, setting: office, focus: other}]
    staff: [{id: md1, profession: physician, authorities: [{kind: licence, state: NC, status: active, ends: 2028-01-31}]}]
    services: [{id: s, service: evaluation_and_management, staff: {any: [md1]}, at: [a]}]
    payers: []

    """

  private func status(_ program: String, _ options: String...) throws -> Int32 {
    var status: Int32 = -1
    try withFolder(["p.yaml": program]) { folder in
      let result = try Binary().check("\(folder)/p.yaml", options)
      status = result.status
    }
    return status
  }

  @Test func theExampleHasGaps() throws {
    let result = try ambit.run("check", "examples/durham.yaml")
    #expect(result.status == 1)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("Durham Integrated Pain Center\n2026-11-25 · North Carolina"))
  }

  @Test func theStatusIsThatOfTheWorst() throws {
    #expect(try status(ready, "--as-of", "2026-11-25") == 0)
    // The licence ends: unlawful.
    #expect(try status(ready, "--as-of", "2028-02-01") == 1)
    // The licence's end is not stated: unknown.
    #expect(try status(ready.replacing(", ends: 2028-01-31", with: ""), "--as-of", "2026-11-25") == 3)
    // No rule tells whether a commercial plan pays.
    let unanswered = ready.replacing("at: [a]}", with: "at: [a], payers: [x]}")
      .replacing("payers: []", with: "payers: [{id: x, kind: commercial_insured}]")
    #expect(try status(unanswered, "--as-of", "2026-11-25") == 3)
    #expect(try status(ready.replacing("physician", with: "phisician")) == 2)
    #expect(try status("") == 2)
  }

  @Test func gapsBelowTheFloorDoNotFail() throws {
    let late =
      ready.replacing("payers: []", with: "payers: [{id: m, kind: medicare_ffs}]")
      .replacing("profession: physician,", with: "profession: physician, exclusions: [],")
      + "screenings: [{of: everyone, list: leie, on: 2026-01-01, clear: true}]\n"
    #expect(try status(late, "--as-of", "2026-11-25") == 0)
    #expect(try status(late, "--as-of", "2026-11-25", "--fail-on", "at_risk") == 1)
  }

  @Test func recalledFactsCountWhenTheyAreTrusted() throws {
    let coach = """
      program: Coach
      sites: [{id: a, state: WY, setting: office, focus: other}]
      staff: [{id: c, profession: health_coach}]
      services: [{id: s, service: health_coaching, purpose: wellness, staff: {any: [c]}, at: [a]}]
      payers: []
      """
    #expect(try status(coach, "--as-of", "2026-11-25") == 3)
    #expect(try status(coach, "--as-of", "2026-11-25", "--trust", "recalled") == 0)
  }

  @Test func aMistakeIsShownWithItsPlaceAndMend() throws {
    let program = ready.replacing("state: NC, setting", with: "state: NX, setting").replacing("md1]", with: "md2]")
    try withFolder(["p.yaml": program]) { folder in
      let result = try ambit.run("check", "p.yaml", "--data", Repository.root, in: folder)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(
        result.errors == """
          p.yaml:2:24: error: `NX` is no state [unknown-state]
            2 | sites: [{id: a, state: NX, setting: office, focus: other}]
              |                        ^^
            help: write `NC`

          p.yaml:4:70: error: `md2` is no practitioner of this program [unknown-reference]
            4 | services: [{id: s, service: evaluation_and_management, staff: {any: [md2]}, at: [a]}]
              |                                                                      ^^^
            help: write `md1`

          2 errors

          """)
    }
  }

  @Test func aWrongCommandLineGives64() throws {
    for arguments in [
      ["check"], ["check", "a.yaml", "--bogus"], ["nonsense"], ["check", "a.yaml", "--as-of", "2026-02-30"],
    ] {
      #expect(try ambit.run(arguments).status == 64)
    }
  }

  @Test func dataIsFoundByOptionOrEnvironment() throws {
    try withFolder(["p.yaml": ready, "empty/x": ""]) { folder in
      #expect(
        try ambit.run(
          "check", "p.yaml", "--as-of", "2026-11-25", in: folder, environment: ["AMBIT_DATA": Repository.root]
        ).status == 0)
      let wrong = try ambit.run("check", "p.yaml", "--data", "empty", in: folder)
      #expect(wrong.status == 2)
      #expect(wrong.errors == "error: --data names `empty`, which has no `rules/` and `states/` [no-data]\n\n1 error\n")
    }
  }

  @Test func missingFilesAndFoldersAreRefused() throws {
    let missing = try ambit.run("check", "nowhere.yaml")
    #expect(missing.status == 2)
    #expect(missing.errors == "error: there is no file `nowhere.yaml` [missing-file]\n\n1 error\n")
    let folder = try ambit.run("check", "examples")
    #expect(folder.errors == "error: `examples` is a folder, not a file [not-a-file]\n\n1 error\n")
  }

  @Test func aPeriodIsCheckedDayByDay() throws {
    let period = ready.replacing("2028-01-31", with: "2026-12-15") + "period: {from: 2026-12-01, to: 2026-12-31}\n"
    try withFolder(["p.yaml": period]) { folder in
      let result = try ambit.run("check", "\(folder)/p.yaml")
      #expect(result.status == 1)
      #expect(
        result.output.contains("when      met 2026-12-01 to 2026-12-15\n            gap 2026-12-16 to 2026-12-31\n"))
    }
  }
}

extension Binary {
  func check(_ path: String, _ options: [String]) throws -> Result { try run(["check", path] + options) }
}
