import Checking
import Diagnostics
import TestSupport
import Testing

@Suite struct CoverageTests {
  /// A case, and all that it shows.
  struct Example: CustomTestStringConvertible, Sendable {
    let body: String
    let shows: [String]
    var testDescription: String { body }

    init(_ body: String, _ shows: String...) {
      self.body = body
      self.shows = shows
    }
  }

  static let examples = [
    Example("expect: {agreement: gap}", "agreement is gap"),
    Example(
      "law: {NC: {np.physician_agreement: none}}, expect: {agreement: met}", "agreement is met",
      "agreement is decided by “none is needed”"),
    Example(
      "with: {\(SmallFolder.agreed)}, expect: {agreement: met}", "agreement is met",
      "agreement is decided by “one is in force”"),
    // Where both hold, neither decides.
    Example(
      "law: {NC: {np.physician_agreement: none}}, with: {\(SmallFolder.agreed)}, expect: {agreement: met}",
      "agreement is met"),
    Example("law: {NC: {np.physician_agreement: null}}, expect: {agreement: unknown}", "agreement is unknown"),
    // What only recalled law says is none of the three.
    Example(
      "law: {NC: {np.physician_agreement: {value: none, source: recalled}}}, expect: {agreement: unverified}"),
    Example("with: {staff: {np1: {profession: counselor}}}, expect: {agreement: not_applicable}"),
    Example(
      "with: {sites: [{id: a, state: VA}]}, expect: {agreement: not_applicable}",
      "the exception takes the place of the rule"),
    Example(
      "with: {staff: {np1: {employment: volunteer, home_state: NC}}}, expect: {agreement: met by volunteering}",
      "taken, and it succeeds", "home is met"),
    Example(
      "with: {staff: {np1: {employment: volunteer, home_state: VA}}}, expect: {agreement: gap}",
      "agreement is gap", "taken, and it fails", "home is gap"),
    Example(
      "with: {staff: {np1: {employment: volunteer}}}, expect: {agreement: unknown}", "agreement is unknown",
      "home is unknown"),
  ]

  @Test(arguments: examples) func countsWhatAnExpectationAsserts(_ example: Example) throws {
    let tests = try SmallFolder.tests(["{name: it, \(example.body)}"])
    #expect(tests.run().failures.map(\.line) == [])
    let coverage = try tests.coverage()
    let shown = coverage.entries.filter { $0.state == .covered }.map(\.item.text)
    #expect(Set(shown) == Set(example.shows))
    // Three outcomes and two alternatives of the rule, its exception, the pathway twice and its three outcomes.
    #expect(coverage.entries.count == 11)
    #expect(Self.examples.count == 11)
  }

  @Test func allOfThemTogetherLeaveNothingOut() throws {
    let cases = Self.examples.map { "{name: it, \($0.body)}" }
    let coverage = try SmallFolder.tests(cases).coverage()
    #expect(coverage.missing.map(\.item.text) == [])
    #expect(coverage.triple == [11, 0, 0])
  }

  @Test func countsNothingThatFails() throws {
    let tests = try SmallFolder.tests(["{name: it, expect: {agreement: met}}"])
    #expect(tests.run().failures.count == 1)
    #expect(try tests.coverage().triple == [0, 0, 11])
  }

  @Test func tellsWhereWhatIsMissingStands() throws {
    let coverage = try SmallFolder.tests(["{name: it, expect: {agreement: gap}}"]).coverage()
    #expect(
      coverage.missing.map { "\($0.range.place) \($0.item.owner): \($0.item.text)" } == [
        "rules/payment/agreement.yaml:8:5 agreement: agreement is met",
        "rules/payment/agreement.yaml:8:5 agreement: agreement is unknown",
        "rules/payment/agreement.yaml:10:23 agreement: agreement is decided by “none is needed”",
        "rules/payment/agreement.yaml:11:24 agreement: agreement is decided by “one is in force”",
        "rules/payment/not-in-virginia.yaml:7:10 not-in-virginia: the exception takes the place of the rule",
        "rules/pathways/volunteering.yaml:1:1 volunteering: taken, and it succeeds",
        "rules/pathways/volunteering.yaml:1:1 volunteering: taken, and it fails",
        "rules/pathways/volunteering.yaml:9:5 volunteering: home is met",
        "rules/pathways/volunteering.yaml:9:5 volunteering: home is gap",
        "rules/pathways/volunteering.yaml:9:5 volunteering: home is unknown",
      ])
  }

  @Test func isConfinedToWhatIsAskedFor() throws {
    let coverage = try SmallFolder.tests(["{name: it, expect: {agreement: gap}}"], only: ["agreement"]).coverage()
    #expect(coverage.triple == [1, 0, 4])
  }

  // MARK: Reasons

  @Test func aReasonExcuses() throws {
    let more = """
      not_covered:
        - {requirement: agreement, outcome: unknown, because: law is always known}
        - {requirement: agreement, alternative: none is needed, because: no state is so kind}
        - {exception: not-in-virginia, because: Virginia is far}
        - {pathway: volunteering, outcome: met, because: nobody volunteers}
        - {pathway: volunteering, requirement: home, outcome: gap, because: everybody lives here}

      """
    let coverage = try SmallFolder.tests(["{name: it, expect: {agreement: gap}}"], more: more).coverage()
    #expect(coverage.triple == [1, 5, 5])
    #expect(
      coverage.entries.map(\.state).filter { $0 != .covered && $0 != .missing } == [
        .excused(because: "law is always known"), .excused(because: "no state is so kind"),
        .excused(because: "Virginia is far"), .excused(because: "nobody volunteers"),
        .excused(because: "everybody lives here"),
      ])
  }

  @Test func aReasonForWhatIsCoveredIsRefused() throws {
    let input = MarkedText(
      SmallFolder.head + """
        not_covered: [▸{requirement: agreement, outcome: gap, because: it can't be}]
        cases:
          - {name: it, expect: {agreement: gap}}

        """)
    let found = rejection { _ = try SmallFolder.tests(file: input.text).coverage() }
    #expect(found.map(\.line) == ["covered: the tests do show that agreement is gap: no reason is needed"])
    #expect(found.map(\.place) == input.places)
  }

  @Test func aReasonGivenTwiceIsRefused() throws {
    let reason = "{requirement: agreement, outcome: met, because: x}"
    let input = MarkedText(
      SmallFolder.head + "not_covered: [\(reason), ▸\(reason)]\ncases:\n  - {name: it, expect: {agreement: gap}}\n")
    let found = rejection { _ = try SmallFolder.tests(file: input.text).coverage() }
    #expect(
      found.map(\.line) == [
        "duplicate-reason: a reason is given twice why no test shows that agreement is met; note: first given here"
      ])
    #expect(found.map(\.place) == input.places)
  }

  @Test func aReasonMustSpeakOfSomethingThatThereIs() throws {
    let input = MarkedText(
      SmallFolder.head + """
        not_covered:
          - {requirement: ▸agrement, outcome: gap, because: x}
          - {requirement: agreement, outcome: ▸gaps, because: x}
          - {requirement: agreement, alternative: ▸none is neded, because: x}
          - {pathway: ▸volunteerng, outcome: met, because: x}
          - {exception: ▸not-in-virgina, because: x}
          - ▸{outcome: met, because: x}
          - ▸{requirement: agreement, outcome: met}
        cases:
          - {name: it, expect: {agreement: gap}}

        """)
    let found = rejection { _ = try SmallFolder.tests(file: input.text) }
    #expect(
      found.map(\.line) == [
        "unknown-requirement: `agrement` is no requirement; help: write `agreement`",
        "unknown-outcome: `gaps` is no outcome; help: write `gap`",
        "unknown-alternative: `none is neded` is no alternative; help: write `none is needed`",
        "unknown-pathway: `volunteerng` is no pathway; help: write `volunteering`",
        "unknown-exception: `not-in-virgina` is no exception; help: write `not-in-virginia`",
        "missing-key: what is not covered needs `requirement`",
        "missing-key: what is not covered needs `because`",
      ])
    #expect(found.map(\.place) == input.places)
  }
}

extension Coverage {
  /// How many are covered, excused and missing.
  fileprivate var triple: [Int] { [counts.covered, counts.excused, counts.missing] }
}
