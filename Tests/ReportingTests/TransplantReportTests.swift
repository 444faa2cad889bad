import Checking
import Foundation
import Programs
import Reporting
import TestSupport
import Testing

@Suite struct TransplantReportTests {
  private let two = StatedCheck(
    text: StatedCheck.small.text,
    law: """
      NC:
        np.physician_agreement: {value: required, cite: N.C. Gen. Stat. § 90-18.2}
        scope.nurse_practitioner: [evaluation_and_management]
      VA:
        np.physician_agreement: none
        scope.nurse_practitioner: {value: [evaluation_and_management], source: recalled, cite: "=Va. Code § 54.1-2957"}
      """)

  @Test func tellsVerdictsAssumptionsAndLaw() throws {
    #expect(
      TransplantText(try two.transplant(to: ["NC", "VA"], keeping: [.homes]), style: Style()).text == """
        Small Clinic
        2026-11-25 · 2 states · recalled facts not trusted
        Assumed: every site moves to the state; with them, as far as they are in North
        Carolina, the states of payers, licences and registrations, enrollments,
        patients seen from afar. Kept where they are: homes of staff. --keep leaves more
        in place.

          state  visits
          NC     unlawful
          VA     unverified

        ready; pathways: ready by pathways taken; unverified: by facts nobody checked;
          unknown; unpaid: a payer does not pay or credential; unlawful

        North Carolina
          blocked by: NC `np.physician_agreement` is required, N.C. Gen. Stat. § 90-18.2
            (visits)

        Virginia
          not verified: VA `scope.nurse_practitioner` is evaluation and management, =Va.
            Code § 54.1-2957 (visits)

        1 unverified, 1 unlawful.
        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func givesATableForSpreadsheets() throws {
    #expect(
      TransplantCSV(try two.transplant(to: ["NC", "VA"])).text
        == "state,line,verdict,lawful,paid,blocked_by,missing,unverified\r\n"
        + "NC,visits,unlawful,blocked,no_payer,\"np.physician_agreement = required, N.C. Gen. Stat. § 90-18.2\",,\r\n"
        + "VA,visits,unverified,unverified,no_payer,,,"
        + "\"scope.nurse_practitioner = evaluation_and_management, =Va. Code § 54.1-2957\"\r\n")
  }

  @Test func givesAPageForFiling() throws {
    let text = TransplantMarkdown(try two.transplant(to: ["NC", "VA"])).text
    #expect(text.contains("| State | visits |\n| --- | --- |\n| NC | unlawful |\n| VA | unverified |\n"))
    #expect(
      text.contains(
        "| NC | blocked by: NC \\`np.physician\\_agreement\\` is required, N.C. Gen. Stat. § 90-18.2 | visits |\n"))
  }

  @Test func givesOtherProgramsTheSame() throws {
    let json = try TransplantJSON(try two.transplant(to: ["NC", "VA"], keeping: [.patients])).text
    let page = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(page["format"] as? String == "ambit.states")
    #expect(page["home"] as? [String] == ["NC"])
    #expect(page["kept"] as? [String] == ["patients"])
    #expect(page["moved"] as? [String] == ["payers", "authorities", "enrollments", "homes"])
    let states = try #require(page["states"] as? [[String: Any]])
    let lines = states.compactMap { ($0["lines"] as? [[String: Any]])?.first?["verdict"] as? String }
    #expect(lines == ["unlawful", "unverified"])
  }
}
