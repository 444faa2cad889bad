import Documents
import Foundation
import Law
import Reporting
import Testing

@Suite struct LintTests {
  private let day = Day(year: 2026, month: 11, day: 25) ?? Day(number: 0)

  /// The findings of a kind, each with the line of `facts:` or `sources:` that it stands on.
  private func findings(
    _ kind: LawFinding.Kind, _ facts: String, sources: String = LawFixture.sources, readers: [String: [String]] = [:]
  ) throws -> [String] {
    let law = try LawFixture(facts, sources: sources)
    let found = LawLint(law.book, readers: readers, on: day).findings.filter { $0.kind == kind }
    return found.map { "\($0.range?.start.line ?? 0): \($0.message)" }
  }

  @Test("values for the same days overlap, whether they agree or not; later decisions and options may")
  func overlaps() throws {
    let facts = """
      np.hours:
        - {value: 1, from: 2000-01-01, to: 2020-01-02, source: a}
        - {value: 1, from: 2020-01-01, source: b}
      np.settled:
        - {value: true, from: 2000-01-01, source: c}
        - {value: false, from: 2010-01-01, to: 2011-01-01, decided: 2012-01-01, source: a}
      plan.options:
        - {value: [{id: x}], source: a}
        - {value: [{id: y}], source: a}
      """
    #expect(
      try findings(.overlappingPeriods, facts) == ["10: NC np.hours: overlaps the value at states/nc.yaml:9:7"])
  }

  @Test("days between two values are a gap; a doubt that both share is none")
  func gaps() throws {
    let facts = """
      np.hours:
        - {value: 1, from: 2000-01-01, to: 2010-01-01, source: a}
        - {value: 2, from: 2010-01-02, to: 2015, source: b}
        - {value: 3, from: 2015, source: c}
      """
    #expect(try findings(.gappedPeriods, facts) == ["10: NC np.hours: no value from 2010-01-01 to 2010-01-02"])
  }

  @Test("numbers outside of what can be meant are odd")
  func oddValues() throws {
    let facts = """
      np.hours:
        - {value: -1, source: a}
      pt.limits:
        - {value: [{max: 0, unit: visits}], source: b}
      np.cap:
        - {value: none, source: c}
      """
    #expect(
      try findings(.oddValue, facts)
        == ["9: NC np.hours: -1 is negative", "11: NC pt.limits: 0 visits is a limit of nothing"])
  }

  @Test(
    "a citation names a section, a rule, an act or a case",
    arguments: [
      ("N.C. Gen. Stat. § 90-18.2", true), ("42 CFR 410.26", true), ("S.L. 2017-28", true),
      ("N.C. Acupuncture Licensing Bd. v. N.C. Bd. of Physical Therapy Exam'rs", true), ("AANP classes", false),
      ("none cited", false), ("123", false),
    ])
  func citations(_ cite: String, _ isCitation: Bool) throws {
    let facts = "np.hours:\n  - {value: 1, cite: \"\(cite)\", source: a}"
    let expected = isCitation ? [] : ["9: NC np.hours: `\(cite)` is no citation"]
    #expect(try findings(.oddCitation, facts) == expected)
  }

  @Test("a value without a law is named, an unknown one needs none")
  func missingCitations() throws {
    let facts = "np.hours:\n  - {value: 1, source: a}\nnp.cap:\n  - {value: unknown, source: b}"
    #expect(try findings(.missingCitation, facts) == ["9: NC np.hours: 1 rests on no law that is named"])
    #expect(try findings(.unknownValue, facts) == ["11: NC np.cap: not established"])
  }

  @Test("a source that nothing rests on, and one that is old, are named")
  func sources() throws {
    let sources = """
      a: {title: A statute, url: "https://a.example/1", as_of: 2021-11-24, read: 2026-11-22, basis: primary}
      b: {title: A statute, url: "https://a.example/2", as_of: 2021-11-25, read: 2026-11-22, basis: primary}
      c: {title: Memory, as_of: 2026-11-22, basis: recalled}
      """
    let facts = "np.hours:\n  - {value: 1, source: a}\nnp.cap:\n  - {value: 1, source: b}"
    #expect(
      try findings(.oldSource, facts, sources: sources)
        == ["9: NC np.hours: rests on what was attested on 2021-11-24"])
    #expect(try findings(.unusedSource, facts, sources: sources) == ["6: NC: nothing rests on `c`"])
  }

  @Test("a recalled value that a rule reads is named with the rule; questions for rules that none reads, too")
  func readers() throws {
    let facts = "np.hours:\n  - {value: 1, source: c}\nnp.cap:\n  - {value: 1, source: c}"
    #expect(
      try findings(.recalledAndRead, facts, readers: ["np.hours": ["np-agreement"]])
        == ["9: NC np.hours: 1 is recalled, and np-agreement reads it"])
    let codebook = try Codebook.load(
      from: .memory([
        "rules/codebook.yaml": """
        x.read: {question: A?, level: state, readers: [rules], type: bool}
        x.unread: {question: B?, level: state, readers: [rules], type: bool}
        x.shown: {question: C?, level: state, readers: [people], type: text}
        """
      ]), vocabularies: [:])
    let lint = LawLint(LawBook(codebook: codebook, jurisdictions: []), readers: ["x.read": ["r"]], on: day)
    #expect(lint.findings.map(\.message) == ["no rule or pathway reads `x.unread`"])
  }

  // MARK: The shipped law

  @Test("the shipped law has no mistake that can be seen from outside")
  func shippedLaw() throws {
    let rules = try CodedLaw.rules
    let found = LawLint(try CodedLaw.law, readers: rules.readers, on: day).findings
    let warnings = found.filter { $0.kind.severity == .warning }
    #expect(warnings.map(\.message) == [])
    #expect(found.contains { $0.kind == .mostlyUnknown && $0.key == "compact.dietitian" })
    #expect(rules.readers["np.physician_agreement"] == ["np-physician-agreement"])
    // Looked up by profession.
    #expect(rules.readers["compact.pt"] != nil)
  }

  @Test("SARIF names rule, level, message and place of each finding")
  func sarif() throws {
    let law = try LawFixture("np.hours:\n  - {value: -1, cite: § 1, source: a}")
    let found = LawLint(law.book, readers: [:], on: day).findings.filter { $0.kind == .oddValue }
    let text = try LintReport(found, law: law.book, on: day).sarif
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(json["version"] as? String == "2.1.0")
    #expect(result["ruleId"] as? String == "odd-value")
    #expect(result["level"] as? String == "warning")
    let message = try #require(result["message"] as? [String: String])
    #expect(message["text"] == "NC np.hours: -1 is negative")
    let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    let artifact = try #require(location?["artifactLocation"] as? [String: String])
    let region = try #require(location?["region"] as? [String: Int])
    #expect(artifact["uri"] == "states/nc.yaml")
    #expect(region["startLine"] == 9)
  }

  @Test("coverage counts answers by their basis")
  func coverage() throws {
    let law = try LawFixture(
      """
      np.hours:
        - {value: 1, source: a}
      np.cap:
        - {value: 1, source: b}
      np.settled:
        - {value: true, source: c}
      np.words:
        - {value: unknown, source: c}
      np.agreement:
        - {value: limited, source: b}
      """)
    let counts = LawCoverage(of: law.codebook.keys(of: .state), in: "NC", law: law.book, on: day)
    #expect(counts.asked == 5)
    let parts: [Int] = [counts.primary, counts.secondary, counts.recalled, counts.unknown, counts.vague]
    #expect(parts == [1, 2, 1, 1, 1])
    #expect(counts.percent(counts.secondary) == 40)
  }
}
