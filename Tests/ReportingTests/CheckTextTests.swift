import Checking
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct CheckReportTests {
  private func small() throws -> Check { try StatedCheck.small.check() }

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

        1 gap, 1 unverified, 1 met, 1 does not apply.
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
