import Documents
import Testing

@testable import Circuits

/// A case under audit is judged on its date of service (S5), not on the day on which somebody looks.
@Suite struct AuditTests {
  private static let program = """
    program: small
    sites: [{id: clinic, state: NC}]
    staff: [{id: np1, profession: nurse_practitioner}]
    services: [{id: needles, service: acupuncture, staff: {any: [np1]}, at: [clinic]}]
    cases: [{id: visit, service: needles, on: 2025-06-30}]

    """

  /// Whether the planned line and the case hold on 2026-03-15.
  private func holds(_ formula: String, _ fact: String, exception: String? = nil) throws -> [Truth] {
    let grounding = try SmallClinic.grounding(
      formula, question: "type: bool", fact: fact, exception: exception, in: Self.program,
      on: #require(Day("2026-03-15")))
    let evaluation = Evaluation(grounding.circuit, lane: .all)
    return grounding.requirements.filter { $0.rule.id == "made" }.map { evaluation[$0.holds] }
  }

  /// Forbidden until the end of 2025, allowed since.
  private let turned =
    "{value: false, from: 2020-01-01, to: 2026-01-01, source: text}, {value: true, from: 2026-01-01, source: text}"

  @Test(arguments: ["law.made.fact", "law_of(place.state).made.fact", "law_of('NC', on).made.fact"])
  func lawIsThatOfTheDayOfTheCase(_ formula: String) throws {
    let found = try holds(formula, turned)
    #expect(found == [.yes, .no])
  }

  @Test func anExceptionThatBeganAfterTheCaseDoesNotExcuseIt() throws {
    let found = try holds(
      "false", "{value: true, from: 2020-01-01, source: text}", exception: "{states: [NC], from: 2026-01-01}")
    #expect(found == [.yes, .no])
  }

  @Test func anExceptionThatEndedAfterTheCaseExcusesIt() throws {
    let found = try holds(
      "false", "{value: true, from: 2020-01-01, source: text}", exception: "{states: [NC], to: 2026-01-01}")
    #expect(found == [.no, .yes])
  }
}
