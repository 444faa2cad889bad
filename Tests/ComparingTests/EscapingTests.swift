import Documents
import Law
import Testing

@testable import Reporting

@Suite struct EscapingTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    ("\r=1", "\"'\r=1\""), ("a=1", "a=1"), ("say \"no\"", "\"say \"\"no\"\"\""), ("a,b", "\"a,b\""),
    ("a\nb", "\"a\nb\""),
    ("", ""), ("=\"x\",1", "\"'=\"\"x\"\",1\""),
  ])
  func aFieldIsNoFormulaAndNoTwoFields(value: String, written: String) {
    var table = CSVForm(columns: [], isRaw: false)
    let empty = table.text
    table.add([value])
    #expect(String(table.text.dropFirst(empty.count)) == written + "\r\n")
  }

  @Test func rawFieldsKeepTheirFirstCharacter() {
    var table = CSVForm(columns: ["a"], isRaw: true)
    table.add(["=1+1"])
    #expect(table.text == "a\r\n=1+1\r\n")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<img src=x>", "\\<img src=x\\>"), ("[a](b)", "\\[a\\](b)"),
    ("*a* `b` _c_", "\\*a\\* \\`b\\` \\_c\\_"),
    ("a\nb", "a b"), ("- a", "\\- a"), ("# a", "\\# a"), ("\\|", "\\\\\\|"),
  ])
  func markdownHasNoMarkupFromData(text: String, written: String) {
    #expect(MarkdownForm.escaped(text) == written)
  }

  @Test func markupIsEscapedInTextAndInAttributes() {
    let hostile = "\"'><script>alert(1)</script>&\u{0}"
    let element = SafeHTML.element(.p, [.plain(.label, hostile)], [.text(hostile)])
    let written = "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp; "
    #expect(element.markup == "<p aria-label=\"\(written)\">\(written)</p>")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org", "example.org", "file:///etc",
    " https://example.org", "https://example.org/a b", "https://example.org/\u{1}", "vbscript:x", "",
  ])
  func onlyTheWebCanBeLinked(text: String) { #expect(WebAddress(text) == nil) }

  @Test func addressesCantEndThePlaceThatTheyStandIn() {
    #expect(WebAddress("https://example.org/?a=<b>&c=\"d\"")?.text == "https://example.org/?a=%3Cb%3E&c=%22d%22")
    #expect(WebAddress("HTTP://example.org/a|b")?.text == "HTTP://example.org/a%7Cb")
  }
}
