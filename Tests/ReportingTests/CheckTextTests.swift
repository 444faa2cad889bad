import Diagnostics
import Checking
import Documents
import Foundation
import Law
import Programs
import Reporting
import Rules
import TestSupport
import Testing

@Suite struct CheckReportTests {
  private func check(_ text: String, _ law: String) throws -> Check {
    let rules = try Shipped.rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(law))
    try problems.check()
    let book = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
    let program = try Program(try document(text, named: "small.yaml"), vocabulary: rules.vocabulary)
    let day = try #require(Day("2026-11-25"))
    return Check(
      program, rules: rules, law: book, conditions: try rules.conditions(of: book),
      options: Check.Options(from: day, to: day))
  }

  private func small() throws -> Check {
    try check(
      """
      program: Small Clinic
      sites: [{id: clinic, state: NC}]
      staff: [{id: np1, profession: nurse_practitioner, authorities: [{kind: licence, state: NC, status: active, ends: 2027-01-31}]}]
      services:
        - {id: visits, service: evaluation_and_management, staff: {any: [np1]}, at: [clinic]}
      payers: []
      """,
      """
      NC:
        np.physician_agreement: {value: required, cite: N.C. Gen. Stat. § 90-18.2}
        scope.nurse_practitioner: {value: [evaluation_and_management], source: recalled}
      """)
  }

  @Test func saysWhatIsMissingAndWhy() throws {
    #expect(
      CheckText(try small(), style: Style()).text == """
        Small Clinic
        2026-11-25 · North Carolina · recalled facts not trusted

          line    lawful
          visits  no

        UNLAWFUL  np-physician-agreement.agreement                        small.yaml:5:5
          np1 (nurse practitioner) has no agreement with a physician in force; in North
          Carolina one is required
          subject   visits/np1@NC
          because   NC `np.physician_agreement` is required
                      N.C. Gen. Stat. § 90-18.2 (primary, as of 1900-01-01)
          and       program states `agreements`: none (small.yaml:1:1)

        UNVERIFIED  scope-of-practice.scope                               small.yaml:5:5
          Whoever delivers a service may lawfully do so by profession
          subject   visits/np1@NC
          since     within the practice act
          because   NC `scope.nurse_practitioner` is evaluation and management
                      a test's law (recalled, as of 1900-01-01)

        1 gap, 1 unverified, 1 met, 7 do not apply.
        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func givesOtherProgramsTheSame() throws {
    let json = try CheckJSON(try small()).text
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "ambit.check")
    #expect(document["version"] as? Int == 1)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.first?["id"] as? String == "np-physician-agreement.agreement:visits/np1@NC")
    #expect(findings.first?["outcome"] as? String == "gap")
    let lines = try #require(document["lines"] as? [[String: Any]])
    #expect(lines.first?["standing"] as? String == "blocked")
  }

  @Test func stacksTheTableOnANarrowTerminal() throws {
    let text = CheckText(try small(), style: Style(width: 40)).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }
}
