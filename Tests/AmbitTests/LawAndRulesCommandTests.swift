import Foundation
import TestSupport
import Testing

@Suite struct LawAndRulesCommandTests {
  private let ambit = Binary()

  @Test func lawShowsAHistoryWithItsSources() throws {
    let result = try ambit.run("law", "nc", "pt.dry_needling_training_hours", "--as-of", "2014-01-01", "--sources")
    #expect(result.status == 0)
    #expect(result.output.contains("from 2012-06-16 until 2015-01-16: 54\n"))
    #expect(result.output.contains("On 2014-01-01:\n  pt.dry_needling_training_hours  54\n"))
    #expect(result.output.contains("https://www.kinetacore.com/about/scope-of-practice/north-carolina/\n"))
  }

  @Test func lawSuggestsTheNearestKey() throws {
    let result = try ambit.run("law", "NC", "np.physican_agreement")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "error: `np.physican_agreement` is no state key of the codebook [unknown-key]\n"
        + "  help: write `np.physician_agreement`\n\n1 error\n")
  }

  @Test func lawGivesOtherProgramsTheSame() throws {
    let result = try ambit.run("law", "US", "medicare.acupuncture_limits", "--as-of", "2026-11-25", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "ambit.law")
    let facts = try #require(json["facts"] as? [[String: Any]])
    #expect(facts.first?["value"] as? String == "12 visits within 90 days; 20 visits within 365 days")
  }

  @Test func lawOfSeveralKeysIsTheAnswersOfTheDay() throws {
    let result = try ambit.run("law", "NC", "pt.dry_needling*", "--as-of", "2014-01-01")
    #expect(result.status == 0)
    let head = "North Carolina · 2014-01-01 · 2 of 3 questions coded\n\npt.dry_needling  allowed\n"
    #expect(result.output.hasPrefix(head))
    #expect(result.output.contains("\npt.dry_needling_training_hours  54\n"))
    #expect(!result.output.contains("np."))
  }

  @Test func lawNamesTheNearestTopicOfAPattern() throws {
    let result = try ambit.run("law", "NC", "npp.*")
    #expect(result.status == 2)
    #expect(
      result.errors == "error: `npp.*` matches no state key of the codebook [unknown-key]\n"
        + "  help: write `np.*`\n\n1 error\n")
  }

  @Test func lawIsATableOfAllValuesOverTime() throws {
    let result = try ambit.run(
      "law", "NC", "pt.dry_needling_training_hours", "--as-of", "2014-01-01", "--format", "csv")
    let lines = result.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      lines.first
        == "jurisdiction,fips,name,key,as_of,answer,doubt,value,code,status,effective_from,effective_to,citation,"
        + "source_title,source_url,source_read,basis,exceptions,contested,note")
    let head = "NC,37,North Carolina,pt.dry_needling_training_hours,2014-01-01,54,,"
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(head) })
    #expect(lines.contains { $0.hasPrefix(head + "54,54,in_force,2012-06-16,2015-01-16,") })
  }

  @Test func lawIsAPageOfMarkdown() throws {
    let answers = try ambit.run("law", "NC", "pt.*", "--as-of", "2014-01-01", "--format", "markdown")
    let head = "# Law of North Carolina · 2014-01-01\n\n| Key | Answer | In force | Law | Basis |\n"
    #expect(answers.output.hasPrefix(head))
    #expect(answers.output.contains("| `pt.dry_needling_training_hours` | 54 | from 2012-06-16 until 2015-01-16 | "))
    let history = try ambit.run(
      "law", "NC", "pt.dry_needling_training_hours", "--as-of", "2014-01-01", "--format", "markdown", "--sources")
    #expect(history.output.contains("\n\nOn 2014-01-01: 54\n\n| Value | In force | Status | Law | Basis |"))
    #expect(history.output.contains("\n\n## Sources\n\n- "))
  }

  @Test func rulesAreListedShownAndTested() throws {
    #expect(try ambit.run("rules", "list").output.contains("np-physician-agreement"))
    let page = try ambit.run("rules", "show", "np-physician-agreement")
    #expect(page.output.contains("  reads       np.independent: When may a nurse practitioner practise without an"))
    let unknown = try ambit.run("rules", "show", "np-physican-agreement")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("help: write `np-physician-agreement`"))
  }

  @Test func helpComesWithoutAnError() throws {
    #expect(try ambit.run("--help").status == 0)
    #expect(try ambit.run("check", "--help").status == 0)
  }
}
