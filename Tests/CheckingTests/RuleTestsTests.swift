import Checking
import Documents

import TestSupport
import Testing

@Suite struct RuleTestsTests {
  /// The shipped folder with one test file in place of its own.
  private func run(_ test: String) throws -> RuleTestResults {
    var texts: [String: String] = [:]
    for path in Repository.files(below: "rules", ending: ".yaml") where !path.hasSuffix(".test.yaml") {
      texts[path] = try Repository.text(path)
    }
    texts["rules/supervision/np-physician-agreement.test.yaml"] = test
    return try RuleTests(in: .memory(texts)).run()
  }

  private let base = """
    tests: np-physician-agreement
    as_of: 2026-11-25
    law: {NC: {np.physician_agreement: required}}
    program:
      program: T
      sites: [{id: a, state: NC}]
      staff: [{id: np1, profession: nurse_practitioner}]
      services: [{id: s, service: evaluation_and_management, staff: {any: [np1]}, at: [a]}]
    cases:

    """

  @Test func passesWhereAllIsAsExpected() throws {
    let results = try run(
      base + """
          - {name: nothing is signed, expect: {agreement: {is: gap, message: "np1 (nurse practitioner) has no agreement with a physician in force; in North Carolina one is required"}}}
          - name: none is needed
            law: {NC: {np.physician_agreement: none}}
            expect: {agreement: {is: met, since: no agreement is needed}}
          - name: the law is recalled
            law: {NC: {np.physician_agreement: {value: none, source: recalled}}}
            expect: {agreement: [{is: unverified, of: "s/np1@NC"}]}

        """)
    #expect(results.failures.map(\.line) == [])
    #expect([results.files, results.cases, results.expectations] == [1, 3, 3])
  }

  @Test func tellsWhatIsNotAsExpected() throws {
    let input = MarkedText(base + "  - {name: nothing is signed, expect: {agreement: ▸met}}\n")
    let results = try run(input.text)
    #expect(
      results.failures.map(\.line) == [
        "rule-test: nothing is signed: agreement: s/np1@NC is gap, expected met; note: NC "
          + "np.physician_agreement: required; note: program agreements: none"
      ])
    #expect(results.failures.map(\.place) == input.places)
  }

  @Test func refusesAnUnknownRequirementOrOutcome() throws {
    let input = MarkedText(base + "  - {name: x, expect: {▸agrement: met, agreement: ▸mett}}\n")
    let found = rejection { _ = try run(input.text) }
    #expect(
      found.map(\.line) == [
        "unknown-requirement: `agrement` is no requirement of np-physician-agreement; help: write `agreement`",
        "unknown-outcome: `mett` is no outcome; help: write `met`",
      ])
    #expect(found.map(\.place) == input.places)
  }

  @Test func refusesToRunNothing() throws {
    let found = rejection { _ = try RuleTests(in: SmallTree.withoutTests()) }
    #expect(found.map(\.line) == ["no-tests: there is no test to run"])
  }
}

/// The shipped folder without tests.
enum SmallTree {
  static func withoutTests() throws -> FileTree {
    var texts: [String: String] = [:]
    for path in Repository.files(below: "rules", ending: ".yaml") where !path.hasSuffix(".test.yaml") {
      texts[path] = try Repository.text(path)
    }
    return .memory(texts)
  }
}
