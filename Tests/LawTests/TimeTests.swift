import Documents
import Law
import Testing

/// Page S5 of the semantics: what a dated value answers, and when.
@Suite struct TimeTests {
  @Test("a value holds from its first day up to the day before its end")
  func halfOpenPeriods() throws {
    let law = try LawFixture(
      """
      np.agreement:
        - {value: required, from: 2010-07-01, to: 2020-01-01, source: a}
        - {value: none, from: 2020-01-01, source: a}
      """)
    let expected = [
      "2010-06-30": "notCovered", "2010-07-01": "required", "2019-12-31": "required", "2020-01-01": "none",
      "2030-01-01": "none",
    ]
    for (day, answer) in expected { #expect(try law.said("np.agreement", on: day) == answer, "\(day)") }
  }

  @Test("inside the doubt of a year the answer is unknown, outside of it is not")
  func yearOfDoubt() throws {
    let law = try LawFixture(
      """
      np.agreement:
        - {value: required, from: 2000-01-01, to: 2019, source: a}
        - {value: none, from: 2019, source: a}
      """)
    let expected = [
      "2018-12-31": "required", "2019-01-01": "betweenDates", "2019-07-01": "betweenDates",
      "2019-12-30": "betweenDates", "2019-12-31": "none", "2020-01-01": "none",
    ]
    for (day, answer) in expected { #expect(try law.said("np.agreement", on: day) == answer, "\(day)") }
  }

  @Test("inside the doubt of a month the answer stands where both neighbours agree")
  func agreeingNeighbours() throws {
    let law = try LawFixture(
      """
      np.hours:
        - {value: 2000, from: 2000-01-01, to: 2019-04, cite: Old act, source: a}
        - {value: 2000, from: 2019-04, to: 2021-02, cite: New act, source: a}
        - {value: 3000, from: 2021-02, source: a}
      """)
    #expect(try law.said("np.hours", on: "2019-04-15") == "2000")
    #expect(try law.said("np.hours", on: "2021-02-15") == "betweenDates")
    #expect(try law.said("np.hours", on: "2021-03-01") == "3000")
  }

  @Test("two values that nobody attests yet, or that may not have begun, do not vouch for each other")
  func noNeighbours() throws {
    let unattested = try LawFixture("np.hours:\n  - {value: 1, source: a}\n  - {value: 1, source: c}")
    #expect(try unattested.said("np.hours", on: "2020-01-01") == "attestedFrom(2026-11-22)")
    let beginning = try LawFixture(
      "np.hours:\n  - {value: 1, from: 2025, source: a}\n  - {value: 1, from: 2025-07, source: a}")
    #expect(try beginning.said("np.hours", on: "2025-07-15") == "betweenDates")
  }

  @Test("where values agree, those that hold are as good as the best, those that meet in doubt as the weaker")
  func basisOfAgreement() throws {
    func basis(_ facts: String, on day: String) throws -> Basis? {
      let law = try LawFixture("np.hours:\n" + facts)
      return law.book.answer("np.hours", in: "NC", on: try #require(Day(day))).known?.source.basis
    }
    let first = "  - {value: 1, from: 2020-01-01, source: a}\n"
    let second = "  - {value: 1, from: 2021-01-01, source: c}\n"
    #expect(try basis(first + second, on: "2025-01-01") == .primary)
    #expect(try basis(second + first, on: "2025-01-01") == .primary)
    let ending = "  - {value: 1, from: 2020-01-01, to: 2025-07, source: c}\n"
    let beginning = "  - {value: 1, from: 2025-07, source: a}\n"
    #expect(try basis(ending + beginning, on: "2025-07-15") == .recalled)
    #expect(try basis(ending + beginning, on: "2025-08-15") == .primary)
  }

  @Test("a value that begins in a year that is known in part is not yet certain in that year")
  func partialStart() throws {
    let law = try LawFixture("np.hours:\n  - {value: 2000, from: 2019, source: a}")
    #expect(try law.said("np.hours", on: "2018-12-31") == "notCovered")
    #expect(try law.said("np.hours", on: "2019-06-01") == "betweenDates")
    #expect(try law.said("np.hours", on: "2019-12-31") == "2000")
  }

  @Test(
    "a value without a start holds from the day to which its source attests",
    arguments: [
      // The source's own date, its last possible day.
      ("b", "2024-12-30", "attestedFrom(2024-12-31)"), ("b", "2024-12-31", "2000"),
      // Else the day on which it was read.
      ("a", "2026-11-21", "attestedFrom(2026-11-22)"), ("a", "2026-11-22", "2000"),
      // Else the day of coding.
      ("c", "2026-11-21", "attestedFrom(2026-11-22)"), ("c", "2026-11-22", "2000"),
    ])
  func attestation(_ source: String, _ day: String, _ expected: String) throws {
    let law = try LawFixture("np.hours:\n  - {value: 2000, source: \(source)}")
    #expect(try law.said("np.hours", on: day) == expected)
  }

  @Test func aSourceOfTheYearInWhichItWasReadAttestsUpToThatDay() throws {
    let law = try LawFixture(
      "np.hours:\n  - {value: 2000, source: d}",
      sources: #"d: {title: A code, url: "https://d.example/1", as_of: 2026, read: 2026-11-22, basis: primary}"#)
    #expect(try law.said("np.hours", on: "2026-11-21") == "attestedFrom(2026-11-22)")
    #expect(try law.said("np.hours", on: "2026-11-22") == "2000")
  }

  @Test(
    "a value that is not in force leaves the one before it standing, and is pending",
    arguments: ["enacted", "paused", "unfunded", "refused"])
  func status(_ status: String) throws {
    let law = try LawFixture(
      """
      np.agreement:
        - {value: required, from: 2000-01-01, source: a}
        - {value: none, from: 2026-01-01, status: \(status), source: a}
      """)
    let answer = law.book.answer("np.agreement", in: "NC", on: try #require(Day("2026-06-01")))
    #expect(answer.known?.value == .word("required"))
    #expect(answer.pending.map(\.value) == [.word("none")])
    #expect(answer.pending.map(\.status.rawValue) == [status])
  }

  @Test("what is only on its way answers nothing by itself")
  func onlyPending() throws {
    let law = try LawFixture("np.agreement:\n  - {value: none, from: 2026-01-01, status: enacted, source: a}")
    #expect(try law.said("np.agreement", on: "2026-06-01") == "notCoded")
  }

  @Test("a lapse that was closed retroactively was in force on the day, and is not any more")
  func retroactiveRepair() throws {
    // Medicare telehealth lapsed on 2026-01-31 and was restored on 2026-02-03, reaching back.
    let law = try LawFixture(
      """
      np.settled:
        - {value: true, from: 2025-11-13, to: 2026-01-31, source: a}
        - {value: false, from: 2026-01-31, to: 2026-02-03, source: a}
        - {value: true, from: 2026-01-31, to: 2026-02-03, decided: 2026-02-03, source: a}
        - {value: true, from: 2026-02-03, source: a}
      """)
    #expect(try law.said("np.settled", on: "2026-02-01") == "yes")
    #expect(try law.said("np.settled", on: "2026-02-01", asKnownOn: "2026-02-03") == "yes")
    #expect(try law.said("np.settled", on: "2026-02-01", asKnownOn: "2026-02-02") == "no")
    #expect(try law.said("np.settled", on: "2026-01-30", asKnownOn: "2026-02-02") == "yes")
  }

  @Test("two texts for the same day with different values contradict each other")
  func contradiction() throws {
    let law = try LawFixture(
      """
      np.hours:
        - {value: 2000, from: 2000-01-01, source: a}
        - {value: 3000, from: 2010-01-01, source: a}
      """)
    #expect(try law.said("np.hours", on: "2009-12-31") == "2000")
    #expect(try law.said("np.hours", on: "2010-01-01") == "contradictory")
  }

  @Test("a value that can't be used without its note, and one that is unknown, answer nothing")
  func vagueness() throws {
    let law = try LawFixture(
      """
      np.agreement:
        - {value: limited, from: 2000-01-01, source: a, note: only in hospitals}
      np.hours:
        - {value: unknown, from: 2000-01-01, source: a}
      """)
    #expect(try law.said("np.agreement", on: "2026-01-01") == "vague")
    #expect(try law.said("np.hours", on: "2026-01-01") == "notEstablished")
    #expect(try law.said("np.cap", on: "2026-01-01") == "notCoded")
  }

  @Test("the next change is the nearest day on which the answer may be another")
  func nextChange() throws {
    let law = try LawFixture(
      """
      np.hours:
        - {value: 2000, from: 2000-01-01, to: 2027-04, source: a}
        - {value: 3000, from: 2027-04, source: a}
      """)
    let changes = try ["2026-01-01", "2027-04-01", "2027-04-30"].map { day in
      law.book.answer("np.hours", in: "NC", on: try #require(Day(day))).changes?.description
    }
    #expect(changes == ["2027-04-01", "2027-04-30", nil])
  }

  @Test("options that hold on a day answer together, as well founded as the weakest of them")
  func gathering() throws {
    let law = try LawFixture(
      """
      plan.options:
        - {value: [{id: pilot}], from: 2020-01-01, to: 2024-01-01, cite: Act 1, source: a}
        - {value: [{id: bundle}], from: 2022-01-01, cite: Act 2, source: b}
        - {value: [{id: paused}], from: 2022-01-01, status: paused, source: a}
      """)
    #expect(try law.said("plan.options", on: "2021-01-01") == "id: pilot")
    #expect(try law.said("plan.options", on: "2023-01-01") == "id: pilot; id: bundle")
    #expect(try law.said("plan.options", on: "2025-01-01") == "id: bundle")
    let answer = law.book.answer("plan.options", in: "NC", on: try #require(Day("2023-01-01")))
    #expect(answer.known?.citation == "Act 1; Act 2 (secondary, read 2026-11-22)")
  }

  @Test("one option alone answers with its exceptions; of several, what is excepted of one can't be told apart")
  func gatheringExceptions() throws {
    let one = """
      plan.options:
        - {value: [{id: pilot}], from: 2020-01-01, source: a, except: [{when: "true", value: [], cite: § 1}]}
      """
    let alone = try LawFixture(one).book.answer("plan.options", in: "NC", on: try #require(Day("2021-01-01")))
    #expect(alone.known?.exceptions.count == 1)
    let two = try LawFixture(one + "\n  - {value: [{id: bundle}], from: 2022-01-01, source: a}")
    #expect(try two.said("plan.options", on: "2023-01-01") == "vague")
  }

  @Test("where one option's start is in doubt, so is the whole of them")
  func gatheringInDoubt() throws {
    let law = try LawFixture(
      """
      plan.options:
        - {value: [{id: pilot}], from: 2020-01-01, source: a}
        - {value: [{id: bundle}], source: a}
      """)
    #expect(try law.said("plan.options", on: "2025-01-01") == "attestedFrom(2026-11-22)")
    #expect(try law.said("plan.options", on: "2026-11-22") == "id: pilot; id: bundle")
  }
}
