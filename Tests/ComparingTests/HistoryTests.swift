import Comparing
import Documents
import Law
import Reporting
import TestSupport
import Testing

@Suite struct HistoryTests {
  private let text = """
    NC: {np.physician_agreement: {value: required, cite: NC law}}
    VA:
      np.physician_agreement:
        - {value: required, to: 2019-01, cite: VA old law}
        - {value: transition, from: 2019-01, cite: VA law}
        - {value: none, status: refused, from: 2025-07-01, cite: VA bill}
    NJ:
      np.physician_agreement:
        - {value: required, from: 1999, to: 2020-03, cite: NJ law}
        - {value: none, from: 2020-04, to: 2026-04-03, cite: NJ order}
        - {value: required, from: 2026-04-03, cite: NJ law}
    """

  @Test func whatChangedWhereAndWhen() throws {
    let history = try StatedLaw(text).history("np.physician_agreement", in: "NC,NJ,VA,WY")
    #expect(
      HistoryText(history, style: Style()).text == """
        np.physician_agreement · history

          Must a nurse practitioner have an agreement with a physician to practise?
          1999        NJ  required
                          NJ law (primary, as of 1900-01-01)
          2019-01     VA  transition, until then required
                          VA law (primary, as of 1900-01-01)
          2020-03     NJ  required ends; what followed is not coded
          2020-04     NJ  none
                          NJ order (primary, as of 1900-01-01)
          2025-07-01  VA  none (refused)
                          VA bill (primary, as of 1900-01-01)
          2026-04-03  NJ  required, until then none
                          NJ law (primary, as of 1900-01-01)
          no date     NC  required
                          NC law (primary, as of 1900-01-01)
          no date     VA  required
                          VA old law (primary, as of 1900-01-01)
          nobody has coded it: WY

        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func changesSinceADayLeaveOutWhatHasNoDateAndCountIt() throws {
    let history = try StatedLaw(text).history("np.physician_agreement", in: "NC,NJ,VA", changedSince: "2020-03-15")
    #expect(
      history.events.map { "\($0.date?.description ?? "") \($0.code) \($0.kind.rawValue)" } == [
        "2020-03 NJ ends", "2020-04 NJ begins", "2025-07-01 VA begins", "2026-04-03 NJ begins",
      ])
    #expect(history.undated == 2)
  }

  @Test func asATable() throws {
    let history = try StatedLaw(text).history("np.physician_agreement", in: "VA", changedSince: "2019")
    #expect(
      HistoryCSV(history).text.split(separator: "\r\n").map(String.init) == [
        "date,jurisdiction,fips,name,key,event,value,code,before,status,effective_from,effective_to,citation,"
          + "source_title,source_url,source_read,basis,exceptions,contested,note",
        "2019-01,VA,51,Virginia,np.physician_agreement,begins,transition,2,required,in_force,2019-01,,VA law,"
          + "a test's law,,,primary,,,",
        "2025-07-01,VA,51,Virginia,np.physician_agreement,begins,none,1,,refused,2025-07-01,,VA bill,"
          + "a test's law,,,primary,,,",
      ])
  }

  @Test func asMarkdown() throws {
    let history = try StatedLaw(text).history("np.physician_agreement", in: "VA,WY", changedSince: "2019")
    #expect(
      HistoryMarkdown(history).text == """
        # History of np.physician\\_agreement

        changes since 2019-01-01 · 1 values without a date left out

        Must a nurse practitioner have an agreement with a physician to practise?

        | Date | Jurisdiction | What | Law | Basis |
        | --- | --- | --- | --- | --- |
        | 2019-01 | Virginia | transition, until then required | VA law | primary, as of 1900-01-01 |
        | 2025-07-01 | Virginia | none (refused) | VA bill | primary, as of 1900-01-01 |

        Nobody has coded it: WY.

        Ambit reports what the coded law and the program say. It is not legal advice; a lawyer of the state decides.

        """)
  }
}
