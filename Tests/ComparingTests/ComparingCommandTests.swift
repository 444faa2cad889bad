import Foundation
import TestSupport
import Testing

@Suite struct ComparingCommandTests {
  private let ambit = Binary()

  @Test func compareShowsTheCodedLaw() throws {
    let result = try ambit.run(
      "compare", "law", "--keys", "pt.dry_needling_training_hours", "--states", "nc", "--as-of", "2014")
    #expect(result.status == 0)
    #expect(result.output.contains("\n  NC  54  Board guideline of 2012, withdrawn 2015 (secondary, read"))
  }

  @Test func everyFormIsWritten() throws {
    let base = ["compare", "law", "--keys", "np.physician_agreement", "--as-of", "2026-11-25", "--format"]
    let beginnings = [
      "text": "Law of 51 jurisdictions · as of 2026-11-25", "json": "{\n  \"asOf\" : \"2026-11-25\"",
      "csv": "jurisdiction,fips,name,key", "markdown": "# Law of 51 jurisdictions", "svg": "<?xml version=\"1.0\"",
      "html": "<!DOCTYPE html>",
    ]
    for (format, beginning) in beginnings {
      let result = try ambit.run(base + [format])
      #expect(result.status == 0, "\(format)")
      #expect(result.output.hasPrefix(beginning), "\(format)")
      #expect(result.errors.isEmpty)
    }
    #expect(beginnings.count == 6)
  }

  @Test func reportsReplaceAFileWhole() throws {
    try withFolder(["map.svg": "old"]) { folder in
      let result = try ambit.run(
        "compare", "law", "--keys", "np.physician_agreement", "--format", "svg", "--output", "\(folder)/map.svg",
        "--codebook", "\(folder)/codebook.csv")
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(try String(contentsOfFile: "\(folder)/map.svg", encoding: .utf8).hasSuffix("</svg>\n"))
      #expect(try String(contentsOfFile: "\(folder)/codebook.csv", encoding: .utf8).hasPrefix("key,question,level"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["codebook.csv", "map.svg"])
    }
  }

  @Test func historyAndDiffShowTheCodedLaw() throws {
    let history = try ambit.run("history", "pt.dry_needling_training_hours", "--states", "NC", "--format", "csv")
    #expect(history.status == 0)
    #expect(history.output.contains("\r\n2012-06-16,NC,37,North Carolina,pt.dry_needling_training_hours,begins,54,54,"))
    let diff = try ambit.run("diff", "NC@2014", "NC@2026", "--keys", "pt.dry_needling_training_hours")
    #expect(diff.status == 0)
    #expect(diff.output.contains("\n  NC@2014-01-01  54\n"))
    #expect(diff.output.contains("\n  NC@2026-01-01  0\n"))
    let json = try ambit.run("diff", "US@2015", "US@2026", "--keys", "medicare.acupuncture_limits", "--format", "json")
    #expect(json.output.contains("\"format\" : \"ambit.diff\""))
  }

  @Test(arguments: [
    (
      ["compare", "law", "--keys", "npp.*"],
      "error: `npp.*` matches no state key of the codebook [unknown-key]\n  help: write `np.*`\n\n1 error\n"
    ),
    (
      ["compare", "law", "--keys", "np.physician_agreement", "--states", "NCX"],
      "error: `NCX` is no jurisdiction [unknown-jurisdiction]\n  help: write `NC`\n\n1 error\n"
    ),
    (
      ["compare", "law", "--keys", "np.physician_agreement", "--as-of", "2026-02-30"],
      "error: `2026-02-30` is no date; expected YYYY, YYYY-MM or YYYY-MM-DD, a day that exists [bad-date]\n\n1 error\n"
    ),
    (
      ["compare", "law", "--keys", "np.physician_agreement", "--where", "law.np.physician_agreement == 'requird'"],
      """
      --where:1:31: error: `requird` is no value of np.physician_agreement [unknown-word]
        1 | law.np.physician_agreement == 'requird'
          |                               ^^^^^^^^^
        help: write `required`

      1 error

      """
    ),
    (
      ["compare", "law", "--keys", "np.physician_agreement,pt.referrers", "--format", "svg"],
      "error: a map shows one key of the states, but --keys names 2 [map-of-one-key]\n"
        + "  help: name one key, or write --format html for a map of each\n\n1 error\n"
    ),
    (
      ["compare", "law", "--keys", "np.physician_agreement", "--group-by", "value", "--format", "csv"],
      "error: --group-by goes with text, json and markdown [grouped-form]\n\n1 error\n"
    ),
    (
      ["history", "np.physican_agreement", "--states", "NC"],
      "error: `np.physican_agreement` is no state key of the codebook [unknown-key]\n"
        + "  help: write `np.physician_agreement`\n\n1 error\n"
    ),
    (
      ["diff", "NC", "VA@2015-13"],
      "error: `2015-13` is no date; expected YYYY, YYYY-MM or YYYY-MM-DD, a day that exists [bad-date]\n\n1 error\n"
    ),
    (
      ["diff", "NC", "VA", "--output", "/dev/null/x"],
      "error: `/dev/null/x` can't be written: Not a directory [unwritable-file]\n\n1 error\n"
    ),
  ])
  func whatIsWrongIsSaidInFull(arguments: [String], message: String) throws {
    let result = try ambit.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors == message)
  }
}
