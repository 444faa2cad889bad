import Comparing
import Diagnostics
import Documents
import Law
import Reporting
import TestSupport
import Testing

@Suite struct DifferenceTests {
  private let keys = "np.physician_agreement,medicaid.acupuncture,acu.regulation,pt.referrers"

  @Test func answersStandSideBySideWithWhatIsUnknown() throws {
    let law = try StatedLaw(
      """
      NC: {np.physician_agreement: {value: required, cite: NC law}, acu.regulation: license}
      OR:
        np.physician_agreement: {value: none, cite: OR law}
        medicaid.acupuncture: {value: covered, cite: OR plan, source: recalled}
        acu.regulation: license
      """)
    #expect(
      DifferenceText(try law.difference("NC", "OR", keys), style: Style()).text == """
        North Carolina on 2026-11-25 · Oregon on 2026-11-25

        np.physician_agreement
          Must a nurse practitioner have an agreement with a physician to practise?
          NC  required
                NC law (primary, as of 1900-01-01)
          OR  none
                OR law (primary, as of 1900-01-01)

        Known on one side alone

        medicaid.acupuncture
          Does Medicaid pay for acupuncture?
          NC  unknown
                nobody has coded it
          OR  covered
                OR plan (recalled, as of 1900-01-01)

        Unknown on both sides
          pt.referrers

        4 questions: 1 answered differently, 1 on one side alone, 1 on neither, 1 alike.

        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func onePlaceOnTwoDays() throws {
    let difference = try StatedLaw(smallLaw).difference("VA@2015", "VA@2026", keys)
    #expect(difference.entries(.differs).map(\.question.key) == ["np.physician_agreement"])
    #expect(difference.entries(.same).map(\.question.key) == ["medicaid.acupuncture"])
    #expect(difference.entries(.unknownOnBothSides).map(\.question.key) == ["acu.regulation", "pt.referrers"])
    let lines = DifferenceCSV(difference).text.split(separator: "\r\n")
    #expect(lines.count == 5)
    #expect(
      lines[1]
        == "np.physician_agreement,Must a nurse practitioner have an agreement with a physician to practise?,differs,"
        + "VA,2015-01-01,required,,,2019-01,VA old law,a test's law,,,primary,,,"
        + "VA,2026-01-01,transition,,2019-01,,VA law,a test's law,,,primary,,")
  }

  @Test func exceptionsAreADifference() throws {
    let law = try StatedLaw(
      """
      NC: {medicaid.acupuncture: covered}
      VA: {medicaid.acupuncture: {value: covered, except: [{when: course.visits > 8, value: not_covered}]}}
      """)
    let page = DifferenceMarkdown(try law.difference("NC", "VA", "medicaid.acupuncture")).text
    #expect(
      page.contains(
        "| medicaid.acupuncture | covered | a test's law | covered, except not covered when course.visits \\> 8 |"
          + " a test's law |\n"))
  }

  @Test func sidesMustBeComparable() throws {
    let law = try StatedLaw(smallLaw)
    #expect(
      rejection { _ = try law.difference("NC", "US", keys) }.map(\.line) == [
        "other-level: `NC` and `US` do not answer the same questions; "
          + "help: name two states, or one jurisdiction on two days, as in `US@2015 US@2026`"
      ])
    #expect(
      rejection { _ = try law.difference("NC", "NC@2026-11-25", keys) }.map(\.line) == [
        "same-side: both sides are `NC` on 2026-11-25; help: name another state, or another day, as in `NC@2015`"
      ])
  }
}
