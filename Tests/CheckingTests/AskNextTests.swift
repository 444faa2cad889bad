import Checking
import TestSupport
import Testing

/// What S6 says of the next question: severity times the share of its values that settle a finding, over all findings.
@Suite struct AskNextTests {
  private func scores(_ program: SmallProgram) throws -> [String] {
    var program = program
    program.text += "payers: []\n"
    return try program.check().questions.map { "\($0.question.field) \($0.score) \($0.findings)" }
  }

  @Test func aDateOfWhichEitherSideSettlesScoresItsWholeSeverity() throws {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text = program.text.replacing(", ends: 2026-12-15}", with: "}")
    program.law = program.law.replacing("np.physician_agreement: required", with: "np.physician_agreement: none")
    // Unlawful weighs 5; before the day or after it, the licence is settled.
    #expect(try scores(program) == ["ends 5.0 1"])
  }

  @Test func aWordScoresByTheShareOfTheWordsThatSettle() throws {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text = program.text.replacing(
      "profession: nurse_practitioner, authorities: [{kind: licence, state: NC, status: active, ends: 2026-12-15}]",
      with: "profession: nurse_practitioner, authorities: [{kind: licence, state: NC, ends: 2026-12-15}]")
    program.law = program.law.replacing("np.physician_agreement: required", with: "np.physician_agreement: none")
    // Every status but `restricted` settles it: what restrictions forbid is not settled.
    let all = try StatedRules.rules().vocabulary.words("authority_status").count
    #expect(try scores(program) == ["status \(5 * (Double(all - 1) / Double(all))) 1"])
  }

  @Test func whatNoAnswerSettlesAloneIsAskedLast() throws {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text = program.text.replacing(
      "status: active, ends: 2026-12-15}", with: "ends: 2026-12-15}, {kind: licence, state: NC, status: active}")
    program.law = program.law.replacing("np.physician_agreement: required", with: "np.physician_agreement: none")
    let all = try StatedRules.rules().vocabulary.words("authority_status").count
    // An end in the future settles it for good, one in the past leaves the other licence open: half of its values.
    #expect(try scores(program) == ["ends 2.5 1", "status \(5 * (1 / Double(all))) 1"])
  }
}
