import Checking
import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

@Suite struct MutationTests {
  private func mutants(of owner: Mutant.Owner, _ entries: [Mutation.Entry]) -> [String] {
    entries.filter { $0.mutant.owner == owner }.map { "\($0.mutant.part): \($0.mutant.was) -> \($0.mutant.becomes)" }
  }

  private let gap = "{name: gap, expect: {agreement: gap}}"

  @Test func aRuleIsAlteredInItsConditionItsAlternativesAndItsPathways() throws {
    let entries = try SmallFolder.tests([gap]).mutation().entries
    #expect(
      mutants(of: .rule("agreement"), entries) == [
        "applies: practitioner.profession == 'nurse_practitioner' -> true",
        "applies: practitioner.profession == 'nurse_practitioner' -> practitioner.profession != 'nurse_practitioner'",
        "applies: 'nurse_practitioner' -> 'physician_assistant'",
        "agreement: none is needed -> nothing",
        "agreement.none is needed: law.np.physician_agreement == 'none' -> law.np.physician_agreement != 'none'",
        "agreement.none is needed: 'none' -> 'transition'",
        "agreement: one is in force -> nothing",
        "agreement.one is in force: 'physician' -> 'nurse_practitioner'",
        "agreement.pathways: volunteering -> nothing",
      ])
    // A condition that always holds can't be made to; it can be made never to hold.
    #expect(mutants(of: .rule("not-in-virginia"), entries) == ["applies: true -> false"])
  }

  @Test func aPathwayIsAlteredInWhetherItIsOpenAndTakenAndInWhatItAsks() throws {
    let entries = try SmallFolder.tests([gap]).mutation().entries
    #expect(
      mutants(of: .pathway("volunteering"), entries) == [
        "chosen: practitioner.employment == 'volunteer' -> true",
        "chosen: practitioner.employment == 'volunteer' -> practitioner.employment != 'volunteer'",
        "chosen: 'volunteer' -> 'employee'",
        "available: practitioner.profession != 'physician' -> true",
        "available: practitioner.profession != 'physician' -> practitioner.profession == 'physician'",
        "available: 'physician' -> 'nurse_practitioner'",
        "requires: home -> nothing",
        "home: practitioner.home_state == 'NC' -> practitioner.home_state != 'NC'",
        "home: 'NC' -> 'ND'",
      ])
  }

  @Test func aDefinitionIsAlteredInItsOperatorsAndMacros() throws {
    let entries = try SmallFolder.tests([gap]).mutation().entries
    let body = "a.of == p && a.with.profession == other && a.signed <= on && on <= a.ends"
    #expect(
      mutants(of: .definition("agreed"), entries) == [
        "is: g.agreements.exists(a, …) -> g.agreements.all(a, …)",
        "is: \(body) -> a.of == p && a.with.profession == other || a.signed <= on && on <= a.ends",
        "is: a.of == p && a.with.profession == other -> a.of == p || a.with.profession == other",
        "is: a.of == p -> a.of != p",
        "is: a.with.profession == other -> a.with.profession != other",
        "is: a.signed <= on && on <= a.ends -> a.signed <= on || on <= a.ends",
        "is: a.signed <= on -> a.signed < on",
        "is: on <= a.ends -> on < a.ends",
      ])
  }

  @Test func aMutantStandsWhereItIsAltered() throws {
    let entries = try SmallFolder.tests([gap]).mutation().entries
    let places = entries.filter { $0.mutant.owner == .definition("agreed") }.map { $0.mutant.range?.place }
    // The word of the macro, then each operator.
    let columns = [20, 70, 40, 35, 61, 88, 82, 94]
    #expect(places == columns.map { "rules/definitions.yaml:3:\($0)" })
  }

  // MARK: Fates

  @Test func survivesWhatNoCaseLooksAt() throws {
    let mutation = try SmallFolder.tests([gap]).mutation()
    let noticed = mutation.entries.filter { $0.fate == .noticed }.map { "\($0.mutant.was) -> \($0.mutant.becomes)" }
    #expect(
      noticed == [
        "practitioner.profession == 'nurse_practitioner' -> practitioner.profession != 'nurse_practitioner'",
        "'nurse_practitioner' -> 'physician_assistant'",
        "law.np.physician_agreement == 'none' -> law.np.physician_agreement != 'none'",
        // Once it is taken, it is not known whether what it asks is met.
        "practitioner.employment == 'volunteer' -> true",
        "practitioner.employment == 'volunteer' -> practitioner.employment != 'volunteer'",
        "'volunteer' -> 'employee'",
        "g.agreements.exists(a, …) -> g.agreements.all(a, …)",
      ])
    #expect(mutation.total.all == 27)
    #expect(mutation.total.percent == 25)
    #expect(!mutation.reachesGoal)
  }

  @Test func scoresOwnersAndFamilies() throws {
    let mutation = try SmallFolder.tests([gap]).mutation()
    #expect(
      mutation.families.map { "\($0.name) \($0.noticed)/\($0.all)" } == [
        "payment 3/10", "pathways 3/9", "definitions 1/8",
      ])
    #expect(
      mutation.owners.map { "\($0.family) \($0.score.name) \($0.score.noticed)/\($0.score.all)" } == [
        "payment agreement 3/9", "payment not-in-virginia 0/1", "pathways volunteering 3/9", "definitions agreed 1/8",
      ])
  }

  @Test func isConfinedToWhatIsAskedForAndWhatThatUses() throws {
    let tests = try SmallFolder.tests([gap], only: ["volunteering"])
    #expect(tests.run().cases == 1)
    #expect(try tests.mutation().owners.map(\.score.name) == ["volunteering"])
  }

  // MARK: Reasons

  @Test func aReasonExcuses() throws {
    let more = """
      not_noticed:
        - {was: volunteering, becomes: nothing, because: nobody volunteers}
        - {definition: agreed, was: a.signed <= on, becomes: a.signed < on, because: nobody signs}
        - {pathway: volunteering, part: home, was: "'NC'", becomes: "'ND'", because: nobody moves}

      """
    let mutation = try SmallFolder.tests([gap], more: more).mutation()
    #expect(mutation.excused == 3)
    #expect(mutation.total.all == 24)
  }

  @Test func aReasonThatIsNotNeededIsRefused() throws {
    let input = MarkedText(
      SmallFolder.head + """
        not_noticed:
          - ▸{was: "'nurse_practitioner'", becomes: "'physician_assistant'", because: x}
          - ▸{was: "'nurse_practitioner'", becomes: "'physician'", because: x}
        cases:
          - \(gap)

        """)
    let found = rejection { _ = try SmallFolder.tests(file: input.text).mutation() }
    #expect(
      found.map(\.line) == [
        "noticed: the tests do notice what turns `'nurse_practitioner'` into `'physician_assistant'` in agreement: "
          + "no reason is needed",
        "no-such-mutant: no mutant turns `'nurse_practitioner'` into `'physician'` in agreement",
      ])
    #expect(found.map(\.place) == input.places)
  }

  // MARK: The command

  @Test func theCommandReportsBothAndFailsBelowTheGoal() throws {
    let ambit = Binary()
    let result = try ambit.run(
      "rules", "test", "medicaid-enrollment", "--coverage", "--mutate", "--format", "json")
    #expect(result.errors == "")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "ambit.rules-test")
    #expect(json["version"] as? Int == 1)
    let coverage = try #require(json["coverage"] as? [String: Any])
    // Its one requirement met, a gap and unknown, and each of its two named alternatives.
    #expect((coverage["entries"] as? [Any])?.count == 5)
    #expect(coverage["missing"] as? Int == 0)
    let mutation = try #require(json["mutation"] as? [String: Any])
    #expect(mutation["reachesGoal"] as? Bool == (result.status == 0))
    #expect(mutation["goal"] as? Int == 85)
    #expect(mutation["familyGoal"] as? Int == 75)
  }
}
