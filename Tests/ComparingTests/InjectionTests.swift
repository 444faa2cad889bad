import Comparing
import Reporting
import TestSupport
import Testing

/// Citations and notes that would run as a script or a formula, in every form of a comparison.
@Suite struct InjectionTests {
  private func comparison() throws -> Comparison {
    try StatedLaw(
      """
      NC: {np.physician_agreement: {value: required, cite: "=HYPERLINK(\\"http://e.org\\")", note: "\\e[2J+1"}}
      OR: {np.physician_agreement: {value: none, cite: "<img src=x onerror=alert(1)>", note: "</td><script>x"}}
      VA: {np.physician_agreement: {value: none, cite: "[a](javascript:x) | b", note: "@SUM(1)\\u202e"}}
      """
    ).compare("np.physician_agreement", in: "NC,OR,VA")
  }

  @Test func noFieldOfCSVIsAFormula() throws {
    let csv = ComparisonCSV(try comparison()).text
    #expect(csv.contains(#","'=HYPERLINK(""http://e.org"")","#))
    for line in csv.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",").map { $0.drop { $0 == "\"" } }
      #expect(fields.allSatisfy { field in !"=+-@\t".contains(field.first ?? "x") })
    }
  }

  @Test func noElementOfHTMLComesFromData() throws {
    let html = ComparisonHTML(try comparison()).text
    #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("href=\"javascript"))
  }

  @Test func noMarkupOfMarkdownComesFromData() throws {
    let markdown = ComparisonMarkdown(try comparison()).text
    #expect(markdown.contains("\\[a\\](javascript:x) \\| b"))
    #expect(markdown.contains("\\<img src=x onerror=alert(1)\\>"))
    #expect(!markdown.replacing("\\<", with: "(").contains("<img"))
  }

  @Test func noTextSteersTheTerminal() throws {
    let text = ComparisonText(try comparison(), style: Style()).text
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
