import Documents
import Testing

@testable import Circuits

/// A check evaluates each stretch of days once: no day on which an answer may turn is missed (S5).
@Suite struct BreakpointTests {
  private func next(_ formula: String, _ fact: String, on text: String) throws -> [String?] {
    let grounding = try SmallClinic.grounding(
      formula, question: "type: bool", fact: fact, on: #require(Day(text)))
    return [grounding.nextChange, grounding.circuit.nextTurn].map { $0.map { Day(number: $0).description } }
  }

  @Test(arguments: [
    // (the law that is read, the day on which what it says changes)
    ("law.made.fact", "2026-04-01"),
    ("law_of('NC', on).made.fact", "2026-04-01"),
    ("law_of('NC', add(on, -30)).made.fact", "2026-05-01"),
    ("law_of('NC', add(on, 10)).made.fact", "2026-03-22"),
  ])
  func lawOfAMovingDayChangesThatManyDaysLater(_ formula: String, _ day: String) throws {
    let fact = "{value: true, from: 2020-01-01, to: 2026-04-01, source: text}"
    #expect(try next(formula, fact, on: "2026-03-05") == [day, nil])
  }

  @Test func lawOfThePastHasChanged() throws {
    let fact = "{value: true, from: 2020-01-01, to: 2026-04-01, source: text}"
    #expect(try next("law_of('NC', add(on, 30)).made.fact", fact, on: "2026-03-05") == [nil, nil])
  }

  @Test(arguments: [("2026-03-05", "2026-04-01"), ("2026-04-01", "2026-05-01"), ("2026-05-01", nil)])
  func anExceptionFromARuleBeginsAndEndsOnADayOfItsOwn(_ on: String, _ next: String?) throws {
    let change = try SmallClinic.grounding(
      "true", question: "type: bool", fact: "{value: true, from: 2020-01-01, source: text}",
      exception: "{from: 2026-04-01, to: 2026-05-01}", on: #require(Day(on))
    ).nextChange
    #expect(change.map { Day(number: $0).description } == next)
  }

  /// The person counts in the lane of all bases, and may count in the verified one: there the first day on which the
  /// agreement may be too old comes earlier.
  @Test func aTurnInEitherLaneIsATurn() throws {
    let formula = "program.agreements.exists(a, days(a.signed, on) <= size(program.staff.filter(p, law.made.fact)))"
    let fact = "{value: true, from: 2020-01-01, source: memory}"
    #expect(try next(formula, fact, on: "2026-03-05") == [nil, "2026-03-11"])
    #expect(try next(formula, fact, on: "2026-03-11") == [nil, "2026-03-12"])
  }
}
