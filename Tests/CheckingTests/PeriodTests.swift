import Checking
import Documents
import TestSupport
import Testing

/// What S5 says of periods: each stretch between breakpoints is evaluated once, and runs are reported.
@Suite struct PeriodTests {
  private func runs(_ program: SmallProgram, _ id: String) throws -> [String] {
    let check = try program.check(from: "2026-11-01", to: "2027-01-31")
    let finding = try #require(check.finding(id))
    return finding.runs.map { "\($0.outcome.word) \($0.from)..\($0.to)" }
  }

  @Test func aLicenceEndsWithItsLastDay() throws {
    #expect(
      try runs(SmallProgram(), "licence-held.licence:np1@NC") == [
        "met 2026-11-01..2026-12-16", "gap 2026-12-16..2027-02-01",
      ])
  }

  @Test func anAgreementBeginsOnTheDayOfItsSignature() throws {
    var program = SmallProgram()
    program.text +=
      "agreements: [{kind: collaborative_practice, of: np1, with: md1, signed: 2026-12-01, ends: 2026-12-31}]\n"
    #expect(
      try runs(program, "np-physician-agreement.agreement:visits/np1@NC") == [
        "gap 2026-11-01..2026-12-01", "met 2026-12-01..2027-01-01", "gap 2027-01-01..2027-02-01",
      ])
  }

  @Test func lawChangesOnItsFirstDay() throws {
    var program = SmallProgram()
    program.law = """
      NC:
        np.physician_agreement: [{value: required, to: 2026-12-10}, {value: none, from: 2026-12-10}]
        scope.nurse_practitioner: [evaluation_and_management]
      """
    #expect(
      try runs(program, "np-physician-agreement.agreement:visits/np1@NC") == [
        "gap 2026-11-01..2026-12-10", "met 2026-12-10..2027-02-01",
      ])
  }

  @Test func aMonthOfChangeIsInDoubt() throws {
    var program = SmallProgram()
    program.law = """
      NC:
        np.physician_agreement: [{value: required, to: 2026-12}, {value: none, from: 2026-12}]
        scope.nurse_practitioner: [evaluation_and_management]
      """
    #expect(
      try runs(program, "np-physician-agreement.agreement:visits/np1@NC") == [
        "gap 2026-11-01..2026-12-01", "unknown 2026-12-01..2026-12-31", "met 2026-12-31..2027-02-01",
      ])
  }

  @Test func theWorstDayIsReported() throws {
    let check = try SmallProgram().check(from: "2026-12-10", to: "2026-12-20")
    #expect(check.finding("licence-held.licence:np1@NC")?.outcome.word == "gap")
    #expect(check.cells.map(\.lawful) == [Standing.blocked])
  }

  @Test func aScreeningGrowsOldAfterThirtyOneDays() throws {
    var program = SmallProgram()
    program.text += """
      payers: [{id: medicare, kind: medicare_ffs}]
      screenings: [{of: everyone, list: leie, on: 2026-11-10, clear: true}]
      """
    #expect(
      try runs(program, "exclusion-screening-recent.monthly:np1") == [
        "gap 2026-11-01..2026-11-10", "met 2026-11-10..2026-12-12", "gap 2026-12-12..2027-02-01",
      ])
  }
}
