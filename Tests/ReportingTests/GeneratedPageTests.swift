import Diagnostics
import Documents
import Foundation
import Programs
import Reporting
import Rules
import TestSupport
import Testing

/// `docs/rules/`, `docs/codebook.md` and `docs/program-file.md` are what the rules and shapes would write now.
@Suite struct GeneratedPageTests {
  private let rules: Rulebook

  init() throws { rules = try Shipped.rules() }

  /// The names of the cases in the test file beside each rule and pathway.
  private func cases() throws -> [String: [String]] {
    var names: [String: [String]] = [:]
    for path in Repository.files(below: "rules", ending: ".test.yaml") {
      let problems = Problems()
      let entries = try Repository.data.document(path).mapping(expecting: "a test file", problems: problems) ?? []
      let cases = entries.first { $0.key == "cases" }?.value.list(of: "cases", problems: problems) ?? []
      let id = path.split(separator: "/").last.map { String($0.dropLast(".test.yaml".count)) } ?? ""
      names[id] = cases.compactMap { node in
        node.mapping(expecting: "a case", problems: problems)?.first { $0.key == "name" }?.value.scalar?.text
      }
      try problems.check()
    }
    return names
  }

  @Test func everyRuleAndPathwayHasItsPage() throws {
    let pages = RulePages(rules, cases: try cases()).pages
    #expect(pages.count == rules.rules.count + rules.pathways.count + 1)
    for (path, text) in pages { try GeneratedPage.expect("docs/rules/\(path)", toBe: text) }
    let present = Repository.files(below: "docs/rules", ending: ".md")
    #expect(Set(present) == Set(pages.keys.map { "docs/rules/\($0)" }))
  }

  @Test func aPageSaysWhomARuleConcernsAndWhatItAsks() throws {
    let page = try #require(RulePages(rules, cases: try cases()).pages["supervision/np-physician-agreement.md"])
    for part in [
      "# np-physician-agreement\n", "| a gap is | unlawful |",
      "## Applies where\n\n```cel\npractitioner.profession == 'nurse_practitioner'\n```",
      "no agreement is needed:\n\n```cel\nlaw.np.physician_agreement == 'none'\n```",
      "| `np.physician_agreement` | Must a nurse practitioner have an agreement with a physician to practise? |",
      "- an agreement binds from the day on which it is signed\n",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func thePageOfTheCodebookHasEveryKeyAndItsReaders() throws {
    let page = CodebookPage(rules).markdown
    try GeneratedPage.expect("docs/codebook.md", toBe: page)
    for key in rules.codebook.questions.keys { #expect(page.contains("\n| `\(key)` | "), "\(key)") }
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `np.physician_agreement` | ") })
    #expect(row.contains("| the states | enum: none, transition, required"))
    #expect(row.hasSuffix("np-physician-agreement |") || row.contains("np-physician-agreement,"))
  }

  @Test func thePageOfTheProgramFileHasEveryFieldAndWord() throws {
    let page = ProgramFilePage(rules.vocabulary).markdown
    try GeneratedPage.expect("docs/program-file.md", toBe: page)
    for shape in ProgramShapes.all.values {
      #expect(page.contains("## \(shape.title)\n"), "\(shape.title)")
      for field in shape.fields { #expect(page.contains("| `\(field.name)` | ")) }
    }
    for word in rules.vocabulary.lists.values.joined() { #expect(page.contains("| `\(word.name)` | ")) }
  }
}
