import Comparing
import Foundation
import Law
import Reporting
import TestSupport
import Testing

@Suite struct ComparisonReportTests {
  private func comparison(where condition: String? = nil, _ codes: String = "NC,OR,NM,WY") throws -> Comparison {
    try StatedLaw(smallLaw).compare("np.physician_agreement,medicaid.acupuncture", in: codes, where: condition)
  }

  @Test func severalKeysStandInColumns() throws {
    #expect(
      ComparisonText(try comparison(), style: Style()).text == """
        Law of 4 jurisdictions · as of 2026-11-25

            np.physician_agreement  medicaid.acupuncture
        NC  required                not covered
        OR  none                    covered
        NM  none                    unknown
        WY  unknown                 unknown

        The law behind an answer: name one key, or --format csv, json or markdown.

        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func oneKeyStandsWithItsLawAndTheUndecidedApart() throws {
    let comparison = try StatedLaw(smallLaw).compare(
      "np.physician_agreement", in: "NC,OR,NM,WY",
      where: "law.np.physician_agreement == 'none' && law.medicaid.acupuncture != 'not_covered'")
    #expect(
      ComparisonText(comparison, style: Style()).text == """
        Law of 4 jurisdictions · as of 2026-11-25
        where law.np.physician_agreement == 'none' && law.medicaid.acupuncture !=
          'not_covered': true in 1, unknown in 2, false in 1

        np.physician_agreement
          Must a nurse practitioner have an agreement with a physician to practise?
          OR  none  OR law, ch. 1 (primary, as of 1900-01-01)

        Not known whether the condition holds
          NM  medicaid.acupuncture: the answer depends on conditions that are not coded
          WY  np.physician_agreement: nobody has coded it; medicaid.acupuncture: nobody
              has coded it

        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func jurisdictionsAreGroupedByTheirAnswer() throws {
    let comparison = try StatedLaw(smallLaw).compare("medicaid.acupuncture", in: "NC,OR,NM,VA,WY")
    #expect(
      ComparisonText(comparison, style: Style(), isGrouped: true).text == """
        Law of 5 jurisdictions · as of 2026-11-25

        medicaid.acupuncture
          Does Medicaid pay for acupuncture?
          covered (1)
              OR
          covered, except not covered when course.visits > 8 (1)
              VA
          not covered (1)
              NC
          unknown: limited is coded, and depends on conditions that are not (1)
              NM
          unknown: nobody has coded it (1)
              WY

        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func theDataSetHasARowForEachJurisdictionAndKey() throws {
    let condition = "law.np.physician_agreement == 'none'"
    #expect(
      ComparisonCSV(try comparison(where: condition)).text
        == [
          "jurisdiction,fips,name,key,as_of,code,value,doubt,coded_value,effective_from,effective_to,citation,"
            + "source_title,source_url,source_read,basis,exceptions,contested,pending,note,condition,condition_reasons",
          "OR,41,Oregon,np.physician_agreement,2026-11-25,1,none,,,1979,,\"OR law, ch. 1\",a test's law,,,primary,,,,,"
            + "true,",
          "OR,41,Oregon,medicaid.acupuncture,2026-11-25,1,covered,,,2016-07-01,,OR plan,a test's law,,,primary,,,,,true,",
          "NM,35,New Mexico,np.physician_agreement,2026-11-25,1,none,,,,,NM law,a test's law,,,recalled,,,,,true,",
          "NM,35,New Mexico,medicaid.acupuncture,2026-11-25,,,vague,limited,,,NM rule,a test's law,,,primary,,,,"
            + "'=only by waiver,true,",
          "WY,56,Wyoming,np.physician_agreement,2026-11-25,,,not_coded,,,,,,,,,,,,,unknown,"
            + "np.physician_agreement: nobody has coded it",
          "WY,56,Wyoming,medicaid.acupuncture,2026-11-25,,,not_coded,,,,,,,,,,,,,unknown,"
            + "np.physician_agreement: nobody has coded it", "",
        ].joined(separator: "\r\n"))
  }

  @Test func theCodebookExplainsTheCodes() throws {
    let question = try #require(try StatedLaw.rules().codebook.questions["np.physician_agreement"])
    let head =
      "np.physician_agreement,Must a nurse practitioner have an agreement with a physician to practise?,state,enum,"
    #expect(
      CodebookCSV([question], readers: [question.key: ["np-physician-agreement", "other"]]).text
        == [
          "key,question,level,type,unit,value,code,meaning,needs_note,read_by",
          "\(head),none,1,no agreement is needed,no,np-physician-agreement; other",
          "\(head),transition,2,an agreement is needed until the state's test of independence is passed,no,"
            + "np-physician-agreement; other",
          "\(head),required,3,an agreement is always needed,no,np-physician-agreement; other", "",
        ].joined(separator: "\r\n"))
  }

  @Test func otherProgramsGetTheSame() throws {
    let text = try ComparisonJSON(try comparison(where: "law.np.physician_agreement == 'none'"), isGrouped: true).text
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "ambit.compare")
    #expect(json["version"] as? Int == 1)
    #expect(json["excluded"] as? [String] == ["NC"])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.map { $0["jurisdiction"] as? String } == ["OR", "NM"])
    #expect(rows[1]["recalled"] as? [String] == ["np.physician_agreement"])
    let answers = try #require(rows[1]["answers"] as? [[String: Any]])
    #expect(answers[1]["doubt"] as? String == "vague")
    #expect(answers[1]["coded"] as? String == "limited")
    #expect(answers[1]["value"] == nil)
    let undecided = try #require(json["undecided"] as? [[String: Any]])
    #expect(undecided.map { $0["reasons"] as? [String] } == [["np.physician_agreement: nobody has coded it"]])
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.map { $0["answer"] as? String }.first == "none")
  }

  @Test func asMarkdown() throws {
    let comparison = try StatedLaw(smallLaw).compare("medicaid.acupuncture", in: "OR,NM")
    #expect(
      ComparisonMarkdown(comparison).text == """
        # Law of 2 jurisdictions · as of 2026-11-25

        | Key | Question |
        | --- | --- |
        | medicaid.acupuncture | Does Medicaid pay for acupuncture? |

        | Jurisdiction | medicaid.acupuncture |
        | --- | --- |
        | Oregon | covered |
        | New Mexico | unknown |

        ## Law

        | Jurisdiction | Key | Answer | In force | Citation | Basis |
        | --- | --- | --- | --- | --- | --- |
        | Oregon | medicaid.acupuncture | covered | from 2016-07-01 | OR plan | primary, as of 1900-01-01 |
        | New Mexico | medicaid.acupuncture | unknown |  | limited is coded, and depends on conditions that are not; \
        NM rule (primary, as of 1900-01-01) |  |

        Ambit reports what the coded law and the program say. It is not legal advice; a lawyer of the state decides.

        """)
  }
}
