import Checking
import TestSupport
import Testing

/// What S7 says of service lines.
@Suite struct CellTests {
  /// One line by physicians: `md1` holds a licence, `md2` states none.
  private func standing(_ staff: String, _ change: (inout SmallProgram) -> Void = { _ in }) throws -> Standing {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text = program.text.replacing("{any: [np1]}", with: staff)
    change(&program)
    return try #require(try program.check().cells.first).lawful
  }

  @Test func anyOneWhoMaySuffices() throws {
    #expect(try standing("{any: [md1, md2]}") == .ready)
    #expect(try standing("{any: [md2]}") == .blocked)
  }

  @Test func allOfThoseWhoAreNeededMust() throws {
    #expect(try standing("{all: [md1]}") == .ready)
    #expect(try standing("{all: [md1, md2]}") == .blocked)
  }

  @Test func anUnknownAlternativeLeavesABlockedLineOpen() throws {
    #expect(
      try standing("{any: [md2, np1]}") {
        $0.law = $0.law.replacing("np.physician_agreement: required", with: "np.physician_agreement: unknown")
      } == .undetermined)
  }

  @Test func recalledLawMakesALineUnverified() throws {
    #expect(
      try standing("{any: [md1]}") {
        $0.law = $0.law.replacing(
          "scope.physician: [evaluation_and_management]",
          with: "scope.physician: {value: [evaluation_and_management], source: recalled}")
      } == .unverified)
  }

  @Test func whatNoRuleAnswersIsNoYes() throws {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text =
      program.text.replacing("at: [clinic]}", with: "at: [clinic], payers: [aetna]}")
      .replacing("{any: [np1]}", with: "{any: [md1]}") + "payers: [{id: aetna, kind: commercial_insured}]\n"
    let cell = try #require(try program.check().cells.first)
    #expect(cell.lawful == .ready)
    #expect(cell.payers.map(\.standing) == [Standing.undetermined])
    #expect(cell.unanswered == ["no rule here answers whether aetna pays for it"])
  }

  @Test func onePersonsLicenceAndAnothersEnrollmentMakeNoPayableService() throws {
    var program = SmallProgram(rules: StatedRules.rules)
    program.law +=
      "\n  pain_clinic.license: none\n  pain_clinic.is_one: 'false'\nUS:\n  medicare.enrolled_professions: [physician]\n  medicare.benefit.physician: [evaluation_and_management]\n  oig.exclusion_bars_payment: true\n"
    program.text =
      program.text.replacing("at: [clinic]}", with: "at: [clinic], payers: [medicare]}")
      .replacing("{any: [np1]}", with: "{any: [md1, md2]}") + """
        payers: [{id: medicare, kind: medicare_ffs}]
        enrollments: [{of: md2, program: medicare, effective: 2020-01-01}]
        screenings: [{of: everyone, list: leie, on: 2026-11-10, clear: true}]
        """
    let cell = try #require(try program.check().cells.first)
    #expect(cell.lawful == .ready)
    #expect(cell.payers.map(\.standing) == [Standing.blocked])
  }
}
