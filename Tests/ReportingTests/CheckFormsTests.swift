import Checking
import Foundation
import Reporting
import TestSupport
import Testing

/// Conditions of hire, barriers and Markdown in the reports of a check.
@Suite struct CheckFormsTests {
  private let hiring = StatedCheck(
    text: """
      program: Hiring Clinic
      sites: [{id: clinic, state: NC}]
      staff: [{id: np2, profession: nurse_practitioner, hire: true}]
      services:
        - {id: visits, service: evaluation_and_management, staff: {any: [np2]}, at: [clinic]}
      payers: []
      """,
    law: """
      NC:
        np.physician_agreement: required
        scope.nurse_practitioner: [evaluation_and_management]
      """)

  @Test func listsConditionsOfHire() throws {
    let text = CheckText(try hiring.check(), style: Style()).text
    #expect(
      text.hasPrefix(
        """
        Hiring Clinic
        2026-11-25 · North Carolina · recalled facts not trusted

          line    lawful
          visits  yes

        Conditions of hire
          np2: a licence of North Carolina: `authorities`
          np2: an agreement with a physician: `agreements`

        2 conditional, 1 met,
        """.trimmingCharacters(in: .newlines)))
  }

  @Test func conditionsStandInJSON() throws {
    let json = try CheckJSON(try hiring.check()).text
    let page = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require(page["conditionsOfHire"] as? [[String: Any]])
    #expect(
      rows.map { "\($0["position"] ?? "") \($0["field"] ?? "") \($0["text"] ?? "")" } == [
        "np2 authorities a licence of North Carolina: `authorities`",
        "np2 agreements an agreement with a physician: `agreements`",
      ])
    #expect(rows.first?["findings"] as? [String] == ["licence-held.licence:np2@NC"])
    let findings = try #require(page["findings"] as? [[String: Any]])
    #expect(findings.first?["outcome"] as? String == "conditional")
    #expect((page["counts"] as? [String: Int])?["conditional"] == 2)
  }

  @Test func groupsFindingsByBarrier() throws {
    let text = CheckText(try StatedCheck.small.check(), style: Style(), isGrouped: true).text
    #expect(
      text.contains(
        """
          visits  no

        Coverage and payment
        What payers cover, whom they pay, and what they ask for before they pay.
        Nothing stands out here.

        Changing the organization
        How care is staffed, credentialed, supervised and documented within the
        organization.
        Nothing stands out here.

        The business case
        What the program must earn or spend for its services to last.
        Nothing stands out here.

        Law and regulation
        What practice acts, licences and program rules allow, and to whom.

        UNLAWFUL  np-physician-agreement.agreement                        small.yaml:5:5
        """))
  }

  @Test func writesMarkdownForFiling() throws {
    let text = CheckMarkdown(try StatedCheck.small.check()).text
    #expect(
      text.hasPrefix(
        """
        # Small Clinic

        2026-11-25 · North Carolina · recalled facts not trusted

        | line | lawful |
        | --- | --- |
        | visits | no |

        ## Gaps

        ### UNLAWFUL: np-physician-agreement.agreement

        np1 (nurse practitioner) has no agreement with a physician in force; in North Carolina one is required

        - Subject: visits/np1@NC (small.yaml:5:5)
        - Because: NC \\`np.physician\\_agreement\\` is required: N.C. Gen. Stat. § 90-18.2 (primary, as of 1900-01-01)
        - Because: program states \\`agreements\\`: none (small.yaml:1:1)

        ## Unverified

        ### UNVERIFIED: scope-of-practice.scope

        Whoever delivers a service may lawfully do so by profession

        - Subject: visits/np1@NC (small.yaml:5:5)
        - Since: within the practice act
        - Because: NC \\`scope.nurse\\_practitioner\\` is evaluation and management: a test's law (recalled, as of 1900-01-01)

        1 gap, 1 unverified, 1 met,
        """.trimmingCharacters(in: .newlines)))
    #expect(text.hasSuffix("It is not legal advice; a lawyer of the state decides.\n"))
  }

  @Test func namesCanNotBecomeMarkup() throws {
    let check = StatedCheck(
      text: StatedCheck.small.text.replacing("Small Clinic", with: "\"<b>*x* [y](javascript:z) | #1\""),
      law: StatedCheck.small.law)
    let heading = try #require(CheckMarkdown(try check.check()).text.split(separator: "\n").first)
    #expect(heading == ##"# \<b\>\*x\* \[y\](javascript:z) \| \#1"##)
  }

  @Test func groupsMarkdownByBarrier() throws {
    let text = CheckMarkdown(try StatedCheck.small.check(), isGrouped: true).text
    #expect(
      text.contains(
        "## Law and regulation\n\nWhat practice acts, licences and program rules allow, and to whom.\n\n### UNLAWFUL: np-"
      ))
  }
}
