import Circuits
import Comparing
import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct ComparisonTests {
  @Test func aConditionDecidesInThreeValues() throws {
    let comparison = try StatedLaw(smallLaw).compare(
      "np.physician_agreement", in: "NC,OR,NM,VA,WY",
      where: "law.np.physician_agreement == 'none' && law.medicaid.acupuncture != 'not_covered'")
    #expect(comparison.rows.map(\.code) == ["OR"])
    #expect(comparison.undecided.map(\.code) == ["NM", "WY"])
    #expect(comparison.excluded == ["NC", "VA"])
    #expect(
      comparison.undecided.map { $0.condition?.reasons } == [
        ["medicaid.acupuncture: the answer depends on conditions that are not coded"],
        ["np.physician_agreement: nobody has coded it", "medicaid.acupuncture: nobody has coded it"],
      ])
  }

  @Test func exceptionsOverAProgramLeaveAConditionOpen() throws {
    let law = try StatedLaw(smallLaw)
    let covered = try law.compare("medicaid.acupuncture", in: "VA", where: "law.medicaid.acupuncture == 'covered'")
    #expect(covered.undecided.map(\.code) == ["VA"])
    #expect(
      covered.undecided[0].condition?.reasons
        == ["medicaid.acupuncture: covered, except not_covered when course.visits > 8"])
    // What both values give stands.
    let either = try law.compare(
      "medicaid.acupuncture", in: "VA", where: "law.medicaid.acupuncture in ['covered', 'not_covered']")
    #expect(either.rows.map(\.code) == ["VA"])
  }

  @Test func aConditionThatRestsOnRecalledLawSaysSo() throws {
    let comparison = try StatedLaw(smallLaw).compare(
      "np.physician_agreement", in: "NM,OR", where: "law.np.physician_agreement == 'none'")
    #expect(comparison.rows.map { $0.condition?.recalled } == [["np.physician_agreement"], []])
  }

  @Test func aConditionMayReadTheLawOfAnotherState() throws {
    let comparison = try StatedLaw(smallLaw).compare(
      "np.physician_agreement", in: "NC,OR,NM",
      where: "law.np.physician_agreement == law_of('OR').np.physician_agreement")
    #expect(comparison.rows.map(\.code) == ["OR", "NM"])
    #expect(comparison.excluded == ["NC"])
  }

  @Test(arguments: [
    ("law.np.physician_agreement == 'requird'", "1:31 unknown-word: `requird` is no value of np.physician_agreement"),
    ("law.np.zzz", "1:8 unknown-field: `zzz` is no field of law.np.*"),
    ("practitioner.profession == 'x'", "1:1 unknown-name: `practitioner` is no variable"),
    ("law.np.physician_agreement ==", "1:30 expression-syntax: expected a value, found the end of the expression"),
    ("law.np.transition_hours", "1:1 wrong-type: expected bool, found int"),
  ])
  func aConditionIsTypedLikeARule(text: String, message: String) throws {
    let rules = try StatedLaw.rules()
    let found = rejection { _ = try rules.lawCondition(SourceText(name: "--where", text: text)) }
    let line = found.first.map { "\($0.place) \($0.id): \($0.summary)" } ?? "accepted"
    #expect(found.count == 1)
    #expect(line == message)
  }

  @Test func aTestOverASubjectCantBeAskedWithoutOne() throws {
    let rules = try StatedLaw.rules()
    let found = rejection { _ = try rules.lawCondition(SourceText(name: "--where", text: "law.np.independent")) }
    #expect(
      found[0].notes.last?.text
        == "the answer to `np.independent` is a test over a delivery, which a comparison of law does not have")
  }

  @Test func onlyWhatMayHaveChangedIsShown() throws {
    let law = try StatedLaw(
      """
      NC: {np.physician_agreement: [{value: required, to: 2015}, {value: transition, from: 2015}]}
      VA: {np.physician_agreement: [{value: required, to: 2019-01}, {value: transition, from: 2019-01}]}
      OR: {np.physician_agreement: [{value: none, to: 2018}, {value: none, from: 2018, cite: restated}]}
      TX: {np.physician_agreement: required}
      NY: {np.physician_agreement: [{value: required, to: 2027}, {value: none, from: 2027}]}
      """)
    let comparison = try law.compare("np.physician_agreement", in: "NC,VA,OR,TX,NY", changedSince: "2015-06-01")
    // Of NC's change only the year is known: it may fall after June.
    #expect(comparison.rows.map(\.code) == ["NC", "VA"])
    #expect(comparison.unchanged == ["OR", "TX", "NY"])
    let later = try law.compare("np.physician_agreement", in: "NC,VA,OR,TX,NY", changedSince: "2019-02-01")
    #expect(later.rows.isEmpty)
  }

  @Test func theDayDecides() throws {
    let law = try StatedLaw(smallLaw)
    func answer(on day: String) throws -> String? {
      let answer = try law.compare("np.physician_agreement", in: "VA", on: day).rows[0].answers[0].answer
      return answer.known?.value.description ?? answer.doubt?.explanation
    }
    #expect(try answer(on: "2018") == "required")
    #expect(try answer(on: "2019-01-15") == "it changed at a time of which only the year or month is known")
    #expect(try answer(on: "2019-02") == "transition")
  }

  @Test func answersHaveTheCodesOfTheCodebook() throws {
    let codebook = try StatedLaw.rules().codebook
    let agreement = try #require(codebook.questions["np.physician_agreement"])
    #expect(agreement.type.allowedValues.map(\.word) == ["none", "transition", "required"])
    #expect(AnswerCode.code(of: .word("required"), for: agreement) == "3")
    let hours = try #require(codebook.questions["np.transition_hours"])
    #expect(AnswerCode.code(of: .int(5400), for: hours) == "5400")
    let exempt = try #require(codebook.questions["pt.referral_required_for"])
    #expect(AnswerCode.code(of: .words([]), for: exempt) == "")
    #expect(AnswerCode.code(of: .unknown, for: hours) == nil)
  }
}
