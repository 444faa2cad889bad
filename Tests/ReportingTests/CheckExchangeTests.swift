import Checking
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reporting

/// A check in the forms that other tools read.
@Suite struct CheckExchangeTests {
  private let gap = "np-physician-agreement.agreement"

  /// The small clinic by another file name, with another name of its program.
  private func check(file: String = "small.yaml", program: String = "Small Clinic") throws -> Check {
    let text = StatedCheck.small.text.replacing("program: Small Clinic", with: "program: \(program)")
    return try StatedCheck(text: text, law: StatedCheck.small.law, file: file).check()
  }

  // MARK: SARIF

  private func run(_ check: Check, below root: String = "") throws -> [String: Any] {
    let text = try CheckSARIF(check, below: root).text
    let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(page["version"] as? String == "2.1.0")
    return try #require((page["runs"] as? [[String: Any]])?.first)
  }

  @Test func sarifNamesEachGapAndDoubtOnce() throws {
    let results = try #require(try run(check())["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == [gap, "scope-of-practice.scope"])
    #expect(results.map { $0["level"] as? String } == ["error", "warning"])
    #expect(results.allSatisfy { $0["kind"] == nil })
    let message = try #require(results[0]["message"] as? [String: String])
    #expect(
      message["text"] == """
        UNLAWFUL: np1 (nurse practitioner) has no agreement with a physician in force; in North Carolina one is required
        Subject: visits/np1@NC (small.yaml:5:5)
        Because: NC `np.physician_agreement` is required: N.C. Gen. Stat. § 90-18.2 (primary, as of 1900-01-01)
        Because: program states `agreements`: none (small.yaml:1:1)
        """)
  }

  @Test func sarifFingerprintsAreTheIDsOfFindings() throws {
    let results = try #require(try run(check())["results"] as? [[String: Any]])
    #expect(
      results.map { $0["partialFingerprints"] as? [String: String] } == [
        ["ambitFinding/v1": "np-physician-agreement.agreement:visits/np1@NC"],
        ["ambitFinding/v1": "scope-of-practice.scope:visits/np1@NC"],
      ])
  }

  @Test func sarifHelpHasTheCitation() throws {
    let driver = try #require((try run(check())["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let rule = try #require(rules.first { $0["id"] as? String == gap })
    let help = try #require(rule["help"] as? [String: String])
    #expect(try #require(help["text"]).contains("\nN.C. Gen. Stat. § 90-18.2 (primary, as of 1900-01-01)\n"))
    #expect(try #require(help["markdown"]).contains("\n- N.C. Gen. Stat. § 90-18.2 (primary, as of 1900-01-01)\n"))
  }

  @Test(arguments: [
    ("/srv/own/clinics/a b%.yaml", "/srv/own", "clinics/a%20b%25.yaml"),
    ("./clinics/a:1.yaml", "/srv/own", "clinics/a%3A1.yaml"),
    ("/elsewhere/é.yaml", "/srv/own", "file:///elsewhere/%C3%A9.yaml"),
    ("/srv/owned/a.yaml", "/srv/own", "file:///srv/owned/a.yaml"),
  ])
  func sarifPlacesAreRelativeReferences(file: String, root: String, uri: String) throws {
    let results = try #require(try run(check(file: file), below: root)["results"] as? [[String: Any]])
    let location = (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    #expect((location?["artifactLocation"] as? [String: String])?["uri"] == uri)
    #expect((location?["region"] as? [String: Int])?["startLine"] == 5)
  }

  // MARK: Workflow commands

  @Test func workflowCommandsEscapeWhatSeparates() throws {
    let lines = CheckWorkflowCommands(try check(file: "a,b:100%.yaml"), below: "").text.split(separator: "\n")
    #expect(
      lines.first.map(String.init)
        == "::error file=a%2Cb%3A100%25.yaml,line=5,col=5,title=UNLAWFUL%3A np-physician-agreement.agreement::np1 "
        + "(nurse practitioner) has no agreement with a physician in force; in North Carolina one is required%0A"
        + "Subject: visits/np1@NC (a,b:100%25.yaml:5:5)%0ABecause: NC `np.physician_agreement` is required: N.C. Gen. "
        + "Stat. § 90-18.2 (primary, as of 1900-01-01)%0ABecause: program states `agreements`: none "
        + "(a,b:100%25.yaml:1:1)")
    #expect(lines[1].hasPrefix("::warning file=a%2Cb%3A100%25.yaml,line=5,col=5,title=UNVERIFIED%3A scope-of-practice"))
    #expect(lines.count { $0.hasPrefix("::") } == 2)
  }

  // MARK: JUnit

  @Test func junitFailsGapsAndSkipsDoubts() throws {
    let text = CheckJUnit(try check(program: "'A & <B>'")).text
    let reader = XMLParser(data: Data(text.utf8))
    #expect(reader.parse())
    #expect(
      text.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="A &amp; &lt;B&gt;" tests="3" failures="1" errors="0" skipped="1">
        """))
    #expect(
      text.contains(
        """
              <failure type="unlawful" message="np1 (nurse practitioner) has no agreement with a physician in force; in North Carolina one is required">Subject: visits/np1@NC (small.yaml:5:5)
        """))
    #expect(
      text.contains(
        """
              <skipped message="UNVERIFIED: Whoever delivers a service may lawfully do so by profession"/>
        """))
  }

  // MARK: CSV

  @Test func csvHasARowForEachFindingWithItsLaw() throws {
    let lines = CheckCSV(try check()).text.split(separator: "\r\n").map(String.init)
    #expect(
      lines.first
        == "finding,rule,requirement,outcome,pathway,consequence,barrier,concerns,subject,message,file,line,column,law,"
        + "value,citation,basis,source_title,source_url,source_read,source_as_of,rule_citation,program_facts,questions,"
        + "accepted_reason,accepted_owner,accepted_until")
    let row = try #require(lines.first { $0.hasPrefix("np-physician-agreement.agreement:visits/np1@NC,") })
    #expect(row.contains(",gap,,unlawful,regulation,delivery,visits/np1@NC,np1 (nurse practitioner) has no agreement"))
    #expect(
      row.contains(
        ",small.yaml,5,5,NC np.physician_agreement,required,N.C. Gen. Stat. § 90-18.2,primary,a test's law,,,1900-01-01,"
      ))
  }

  @Test func csvCanNotCarryFormulas() throws {
    let check = try check(file: "=1+1.yaml")
    #expect(CheckCSV(check).text.contains(",'=1+1.yaml,5,5,"))
    #expect(CheckCSV(check, isRaw: true).text.contains(",=1+1.yaml,5,5,"))
  }

  // MARK: HTML

  @Test func htmlStandsAloneAndSaysAllInWords() throws {
    let text = CheckHTML(try check(program: "\"<script>alert(1)</script>\"")).text
    #expect(!text.contains("<script"))
    #expect(text.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
    for outside in [" src=", "url(", "@import", "<link", "<img"] { #expect(!text.contains(outside)) }
    #expect(text.contains("default-src &#39;none&#39;"))
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.contains("<th scope=\"col\">lawful</th>"))
    #expect(text.contains("<th scope=\"row\">visits</th><td>no</td>"))
    #expect(
      text.contains("<h2>Gaps</h2><section class=\"finding gap\"><h3>UNLAWFUL: np-physician-agreement.agreement</h3>"))
    #expect(text.contains("<h2>Unverified</h2>"))
    for media in ["@media print", "prefers-color-scheme:dark"] { #expect(text.contains(media)) }
  }
}
