import Comparing
import Diagnostics
import Documents
import Law
import TestSupport
import Testing

@Suite struct SelectionTests {
  private func keys(_ patterns: String, _ levels: Set<Level> = [.state]) throws -> [String] {
    try StatedLaw.rules().codebook.keys(matching: patterns, of: levels)
  }

  private func refusal(_ patterns: String) -> [String] { rejection { _ = try keys(patterns) }.map(\.line) }

  @Test func starsStandForAnyLetters() throws {
    let all = try StatedLaw.rules().codebook.keys(of: .state)
    #expect(try keys("np.*") == all.filter { $0.hasPrefix("np.") })
    #expect(try keys("*.referrers") == ["pt.referrers"])
    #expect(try keys("pt.dry*hours") == ["pt.dry_needling_training_hours"])
    #expect(try keys("*") == all)
  }

  @Test func keysStandInTheOrderOfThePatternsAndOnce() throws {
    let chosen = try keys("pt.referrers, np.transition_hours,*.referrers")
    #expect(chosen == ["pt.referrers", "np.transition_hours"])
  }

  @Test func everyPatternThatMatchesNothingIsRefused() {
    #expect(
      refusal("np.physican_agreement,npp.*") == [
        "unknown-key: `np.physican_agreement` is no state key of the codebook; help: write `np.physician_agreement`",
        "unknown-key: `npp.*` matches no state key of the codebook; help: write `np.*`",
      ])
    #expect(
      refusal("acu.zz*").first?.hasPrefix(
        "unknown-key: `acu.zz*` matches no state key of the codebook; note: expected one of `acu.") ?? false)
    #expect(
      refusal(" , ") == ["no-keys: no key is named; write a key of the codebook, or a pattern such as `np.*`"])
  }

  @Test func aKeyOfAnotherLevelIsToldFromAMisspeltOne() {
    #expect(
      refusal("medicare.acupuncture_limits") == [
        "other-level: `medicare.acupuncture_limits` is a federal key: it is asked of the United States; "
          + "help: name the jurisdiction `US`"
      ])
  }

  @Test func jurisdictionsAreReadInTheirOrder() throws {
    #expect(try JurisdictionSelection.codes("va, NC,va,us") == ["VA", "NC", "US"])
    #expect(
      rejection { _ = try JurisdictionSelection.codes("NC,North Carolna,Q1") }.map(\.line) == [
        "unknown-jurisdiction: `North Carolna` is no jurisdiction; help: write `NC`",
        "unknown-jurisdiction: `Q1` is no jurisdiction; note: expected a postal code, `US` or `STANDARDS`",
      ])
  }

  @Test(arguments: [
    ("NC", "NC", "2026-11-25"), ("nc@2015", "NC", "2015-01-01"), ("US@2015-07", "US", "2015-07-01"),
    ("VA@2015-07-09", "VA", "2015-07-09"),
  ])
  func aPlaceMayHaveADay(text: String, code: String, day: String) throws {
    let today = try JurisdictionSelection.day("2026-11-25")
    let place = try JurisdictionSelection.place(text, otherwise: today)
    #expect(place.code == code)
    #expect(place.day.description == day)
  }

  @Test(arguments: ["NC@", "NC@2015-02-30", "NC@15", "NC@2015@2016"])
  func aDateThatDoesNotExistIsRefused(text: String) throws {
    let today = try JurisdictionSelection.day("2026-11-25")
    let date = text.dropFirst(3)
    #expect(
      rejection { _ = try JurisdictionSelection.place(text, otherwise: today) }.map(\.line) == [
        "bad-date: `\(date)` is no date; expected YYYY, YYYY-MM or YYYY-MM-DD, a day that exists"
      ])
  }
}
