import Checking
import Documents
import TestSupport
import Testing

/// What LEGAL_MODEL section 6 says of open positions: one holds whatever it is not said to lack, on conditions.
@Suite struct HireTests {
  /// The small clinic with an open position for a nurse practitioner.
  private func hiring(_ position: String = "", _ rest: String = "") -> SmallProgram {
    var program = SmallProgram(rules: StatedRules.rules)
    program.text = """
      program: Hiring
      sites: [{id: clinic, state: NC, setting: office}]
      staff:
        - {id: md1, profession: physician, authorities: [{kind: licence, state: NC, status: active, ends: 2027-06-30}]}
        - {id: np2, profession: nurse_practitioner, hire: true\(position.isEmpty ? "" : ", " + position)}
      services:
        - {id: visits, service: evaluation_and_management, staff: {any: [np2]}, at: [clinic]}
      \(rest.contains("payers:") ? "" : "payers: []")
      \(rest)

      """
    return program
  }

  private func conditions(_ check: Check) -> [String] {
    check.conditionsOfHire.map { "\($0.condition.position): \($0.condition.text)" }
  }

  @Test func anOpenPositionHoldsWhatItIsNotSaidToLack() throws {
    let check = try hiring().check()
    #expect(check.outcomes("licence-held.licence") == ["np2@NC": "conditional"])
    #expect(check.outcomes("np-physician-agreement.agreement") == ["visits/np2@NC": "conditional"])
    #expect(check.cells.map(\.lawful) == [Standing.ready])
    #expect(
      conditions(check) == [
        "np2: a licence of North Carolina: `authorities`", "np2: an agreement with a physician: `agreements`",
      ])
    #expect(
      check.conditionsOfHire.map(\.findings) == [
        ["licence-held.licence:np2@NC"], ["np-physician-agreement.agreement:visits/np2@NC"],
      ])
  }

  @Test func oneWhoIsNoHireHasGaps() throws {
    var program = hiring()
    program.text = program.text.replacing(", hire: true", with: "")
    let check = try program.check()
    #expect(check.outcomes("licence-held.licence") == ["np2@NC": "gap"])
    #expect(check.cells.map(\.lawful) == [Standing.blocked])
    #expect(conditions(check) == [])
  }

  @Test func whatItIsSaidToLackStaysAGap() throws {
    let unlicensed = try hiring("authorities: []").check()
    #expect(unlicensed.outcomes("licence-held.licence") == ["np2@NC": "gap"])
    let lapsed = try hiring(
      "authorities: [{kind: licence, state: NC, status: lapsed, ends: 2020-01-31}]"
    ).check()
    // A lapsed licence does not say that there is no other.
    #expect(lapsed.outcomes("licence-held.licence") == ["np2@NC": "conditional"])
    let alone = try hiring("", "agreements: []").check()
    #expect(alone.outcomes("np-physician-agreement.agreement") == ["visits/np2@NC": "gap"])
  }

  @Test func aLicenceWithoutItsEndNeedsOne() throws {
    let check = try hiring("authorities: [{kind: licence, state: NC, status: active}]").check()
    #expect(check.outcomes("licence-held.licence") == ["np2@NC": "conditional"])
    // One more licence and a known end suffice alike; the irreducible set has one of them.
    #expect(
      conditions(check).filter { $0.contains("authorities") || $0.contains("ends") } == [
        "np2: `ends` of `licence NC active` is 2026-11-25 or later"
      ])
  }

  @Test func lawThatBarsItStaysAGap() throws {
    var program = hiring()
    program.law = program.law.replacing(
      "scope.nurse_practitioner: [evaluation_and_management]",
      with: "scope.nurse_practitioner: [psychotherapy]\n  scope.open_services: []")
    let check = try program.check()
    #expect(check.outcomes("scope-of-practice.scope") == ["visits/np2@NC": "gap"])
    #expect(check.cells.map(\.lawful) == [Standing.blocked])
  }

  @Test func lawThatIsNotKnownLeavesItUnknown() throws {
    var program = hiring("", "agreements: []")
    program.law = program.law.replacing("np.physician_agreement: required", with: "np.physician_agreement: unknown")
    #expect(try program.check().outcomes("np-physician-agreement.agreement") == ["visits/np2@NC": "unknown"])
  }

  @Test func recalledLawIsNoLessUnverifiedForAHire() throws {
    var program = hiring()
    program.law = program.law.replacing(
      "np.physician_agreement: required",
      with:
        "np.physician_agreement: {value: transition, source: recalled}\n  np.independent: {value: \"practitioner.practice_hours >= 5000\", source: recalled}"
    )
    program.text += "agreements: []\n"
    let check = try program.check()
    #expect(check.outcomes("np-physician-agreement.agreement") == ["visits/np2@NC": "unverified"])
    #expect(conditions(check).contains("np2: `practice_hours` is at least 5000"))
    let trusting = try program.check(trustsRecalled: true)
    #expect(trusting.outcomes("np-physician-agreement.agreement") == ["visits/np2@NC": "conditional"])
  }

  @Test func aPersonHasOneValueForAllRequirements() throws {
    var program = hiring("", "agreements: []")
    program.text = program.text.replacing("{any: [np2]}, at: [clinic]}", with: "{any: [np2]}, at: [clinic, other]}")
      .replacing("setting: office}]", with: "setting: office}, {id: other, state: VA, setting: office}]")
    program.law = """
      NC:
        np.physician_agreement: transition
        np.independent: "practitioner.practice_hours >= 5000"
        scope.nurse_practitioner: [evaluation_and_management]
      VA:
        np.physician_agreement: transition
        np.independent: "practitioner.practice_hours <= 4000"
        scope.nurse_practitioner: [evaluation_and_management]
      """
    let outcomes = try program.check().outcomes("np-physician-agreement.agreement")
    #expect(outcomes == ["visits/np2@NC.clinic": "conditional", "visits/np2@VA.other": "unknown"])
  }

  @Test func aScreeningOfOthersIsNoneOfTheHire() throws {
    let program = hiring(
      "",
      """
      payers: [{id: medicare, kind: medicare_ffs}]
      screenings: [{of: [md1], list: leie, on: 2026-11-20, clear: true}]
      """)
    let check = try program.check()
    #expect(check.outcomes("exclusion-screening.cleared") == ["md1": "met", "np2": "conditional"])
    #expect(conditions(check).contains("np2: a screening against the list leie: `screenings`"))
  }
}
