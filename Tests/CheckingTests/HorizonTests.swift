import Checking
import Diagnostics
import Documents
import Law
import Programs
import TestSupport
import Testing

/// A horizon is a check over the coming months: the days on which a finding changes, and law on its way.
@Suite struct HorizonTests {
  private func horizon(_ program: SmallProgram, to end: String = "2027-02-28") throws -> Horizon {
    let rules = try StatedRules.rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(program.law))
    try problems.check()
    let book = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
    let from = try #require(Day("2026-11-25"))
    return Horizon(
      try Program(try document(program.text, named: "small.yaml"), vocabulary: rules.vocabulary), rules: rules,
      law: ApplicableLaw(law: book, conditions: try rules.conditions(of: book)),
      options: Check.Options(from: from, to: try #require(Day(end))))
  }

  private func lines(_ horizon: Horizon) -> [String] {
    horizon.events.map { "\($0.day) \($0.before.word) > \($0.finding.outcome.word) \($0.finding.id)" }
  }

  @Test func papersEndAndLawBegins() throws {
    var program = SmallProgram()
    program.law = """
      NC:
        np.physician_agreement: [{value: required, to: 2027-01-01}, {value: none, from: 2027-01-01}]
        scope.nurse_practitioner: [{value: [evaluation_and_management], to: 2027-02-01}, {value: [], from: 2027-02-01}]
        scope.open_services: []
      """
    let horizon = try horizon(program)
    #expect(
      lines(horizon) == [
        "2026-12-16 met > gap licence-held.licence:np1@NC",
        "2027-01-01 gap > met np-physician-agreement.agreement:visits/np1@NC",
        "2027-02-01 met > gap scope-of-practice.scope:visits/np1@NC",
      ])
    #expect(horizon.events.map(\.isWorse) == [true, false, true])
    #expect(
      horizon.events[1].finding.reasons.map { "\($0.subject) \($0.field) \($0.value)" } == [
        "NC np.physician_agreement none"
      ])
  }

  @Test func theSameChangeTwiceHasTwoNumbers() throws {
    var program = SmallProgram()
    program.text +=
      "agreements: [{kind: collaborative_practice, of: np1, with: md1, signed: 2026-01-01, ends: 2026-11-30}, "
      + "{kind: collaborative_practice, of: np1, with: md1, signed: 2026-12-10, ends: 2026-12-12}]\n"
    let events = try horizon(program).events.filter { $0.finding.rule == "np-physician-agreement" }
    #expect(
      events.map { "\($0.day) \($0.finding.outcome.word) \($0.ordinal)" } == [
        "2026-12-01 gap 0", "2026-12-10 met 0", "2026-12-13 gap 1",
      ])
  }

  @Test func pendingLawIsToldUntilItIsTheLaw() throws {
    var program = SmallProgram()
    program.law = """
      NC:
        np.physician_agreement:
          - {value: required, from: 2000-01-01}
          - {value: none, from: 2027-01-01, status: enacted, cite: S.L. 2026-1}
          - {value: required, from: 2027-06-01, status: enacted}
        scope.nurse_practitioner: [evaluation_and_management]
      """
    let pending = try horizon(program).pending
    #expect(
      pending.map { "\($0.value.key) \($0.value.value) \($0.value.status.rawValue) \($0.value.cite ?? "")" } == [
        "np.physician_agreement none enacted S.L. 2026-1"
      ])
    #expect(pending.map(\.meanwhile) == ["required"])
    #expect(pending.map(\.findings) == [["np-physician-agreement.agreement:visits/np1@NC"]])
  }

  @Test func aQuietTimeHasNoEvents() throws {
    #expect(lines(try horizon(SmallProgram(), to: "2026-12-15")) == [])
  }
}
