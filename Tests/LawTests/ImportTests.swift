import Diagnostics
import Documents
import Foundation
import Law
import Reporting
import TestSupport
import Testing

@Suite struct ImportTests {
  private static let head =
    "jurisdiction,key,value,effective_from,effective_to,citation,source_url,source_as_of,basis,note"

  private func facts(_ rows: String, head: String = head, _ codebook: Codebook) throws -> [TabledFact] {
    let problems = Problems()
    let table = FactTable(SourceText(name: "t.csv", text: "\(head)\n\(rows)"), problems: problems)
    let facts = TabledFact.all(table, codebook: codebook, problems: problems)
    try problems.check()
    return facts
  }

  private func refusals(_ rows: String, head: String = head) throws -> [String] {
    let codebook = try LawFixture("np.hours: []").codebook
    return rejection { _ = try facts(rows, head: head, codebook) }.map { "\($0.place) \($0.line)" }
  }

  private static let coded = """
    # Written by hand.
    np.agreement:
      - {value: required, from: 2010-07-01, to: 2020-01-01, source: a}
      - {value: none, from: 2020-01-01, source: a}  # The act of 2019.
    # The end.
    """

  // MARK: Reading

  @Test("quoted fields may hold commas, quotes and line breaks; lines may end in CRLF; a byte order mark is no text")
  func quoting() throws {
    let row = #"NC,np.words,"a, ""b"" é"#.appending("\nc\",2020,,\"§ 1, 2\",,,recalled,\r\n\r\n")
    let codebook = try LawFixture("np.hours: []").codebook
    let facts = try facts(row, head: "\u{FEFF}" + Self.head + "\r", codebook)
    #expect(facts.map(\.value) == [.text("a, \"b\" é\nc")])
    #expect(facts.map(\.row.cite) == ["§ 1, 2"])
    #expect(facts.map(\.row.note) == [nil])
  }

  @Test("an inclusive end becomes the day after it; a month or year, where the end lies somewhere, stays")
  func ends() throws {
    let codebook = try LawFixture("np.hours: []").codebook
    let rows = ["2024-02-29", "2024-12-31", "2024-05", "2024", ""].map { "NC,np.hours,1,,\($0),,,,recalled," }
    let ends = try rows.map { try facts($0, codebook)[0].to?.description }
    #expect(ends == ["2024-03-01", "2025-01-01", "2024-05", "2024", nil])
  }

  @Test("an end on which the next value begins was meant as the first day without the old one")
  func meetingEnds() throws {
    let codebook = try LawFixture("np.hours: []").codebook
    let rows = "NC,np.hours,1,,2020-07-01,,,,recalled,\nNC,np.hours,2,2020-07-01,,,,,recalled,"
    #expect(try facts(rows, codebook).map { $0.to?.description } == ["2020-07-01", nil])
  }

  @Test("a month or year that another value follows at once ends where that one begins")
  func followedEnds() throws {
    let codebook = try LawFixture("np.hours: []").codebook
    let rows = """
      NC,np.hours,1,,2015-06,,,,recalled,
      NC,np.hours,2,2015-07,2019,,,,recalled,
      NC,np.hours,3,2020,2021,,,,recalled,
      NC,np.hours,4,2023,2023,,,,recalled,
      """
    #expect(try facts(rows, codebook).map { $0.to?.description } == ["2015-07", "2020", "2021", "2023"])
  }

  @Test(
    "a value is read by the type of its question",
    arguments: [
      ("np.agreement", "none", "none", "in_force"), ("np.agreement", "enacted", "required", "enacted"),
      ("np.hours", "none", "0", "in_force"), ("np.hours", "3600", "3600", "in_force"),
      ("np.cap", "none", "none", "in_force"), ("np.cap", "7", "7", "in_force"),
      ("np.drugs", "two;three", "two, three", "in_force"), ("np.drugs", "none", "none", "in_force"),
      ("np.settled", "yes", "yes", "in_force"), ("np.words", "none", "none", "in_force"),
      ("np.hours", "unknown", "unknown", "in_force"),
    ])
  func values(_ key: String, _ text: String, _ value: String, _ status: String) throws {
    let codebook = try LawFixture("np.hours: []").codebook
    let fact = try facts("NC,\(key),\(text),,,,,,recalled,", codebook)[0]
    #expect(fact.value.description == value)
    #expect(fact.status.rawValue == status)
  }

  @Test("what can't be read is said with line, expectation and nearest spelling")
  func refusal() throws {
    #expect(
      try refusals("NC,np.agreemnt,none,,,,,,recalled,")
        == ["2:1 unknown-fact-key: `np.agreemnt` is no state key of the codebook; help: write `np.agreement`"])
    #expect(
      try refusals("NC,np.agreement,requird,,,,,,recalled,")
        == ["2:1 unknown-value: `requird` is no value of np.agreement; help: write `required`"])
    #expect(try refusals("NC,np.hours,many,,,,,,recalled,") == ["2:1 wrong-type: `many` is no answer to `np.hours`"])
    #expect(
      try refusals("NC,pt.limits,30,,,,,,recalled,") == [
        "2:1 unsayable-value: a table can't say the answer to `pt.limits`, which is more than one value; "
          + "help: write it into the file of the jurisdiction"
      ])
    #expect(
      try refusals("NC,np.hours,1,2020-02-30,,,,,recalled,") == [
        "2:1 wrong-field: expected a date as YYYY-MM-DD, YYYY-MM or YYYY under `effective_from`, found `2020-02-30`"
      ])
    #expect(
      try refusals("NC,np.hours,1,,,,,,guessed,")
        == ["2:1 wrong-field: expected `primary`, `secondary` or `recalled` under `basis`, found `guessed`"])
    #expect(
      try refusals("NC,np.hours,1") == [
        "2:1 uneven-row: this row has 3 fields; the first line names 10 columns"
      ])
    #expect(
      try refusals("NC,np.hours,\"1,,,,,,recalled,")
        == [
          "2:1 uneven-row: this row has 3 fields; the first line names 10 columns",
          "2:13 open-quote: a quoted field is never closed",
        ])
    #expect(
      try refusals("", head: Self.head.replacing("basis", with: "bases")) == [
        "1:1 unknown-column: `bases` is no column of a fact table; help: write `basis`",
        "1:1 missing-column: a fact table needs the column `basis`",
      ])
  }

  // MARK: Comparing

  @Test("what is there is present, what is absent is added, what differs or is contradicted is left alone")
  func outcomes() throws {
    let law = try LawFixture(Self.coded)
    let rows = """
      NC,np.agreement,required,2010-07-01,2019-12-31,,,,recalled,
      NC,np.agreement,transition,2015-01-01,2016-12-31,,,,recalled,
      NC,np.agreement,required,1990-01-01,2010-06-30,,,,recalled,
      NC,np.hours,1,2020-01-01,,,,,recalled,
      NC,np.cap,4,,,,,,recalled,
      NC,np.cap,5,,,,,,recalled,
      """
    let result = FactImport(try facts(rows, law.codebook), into: law.book)
    let outcomes = result.rows.map { row in
      switch row.outcome {
      case .added: "added"
      case .present: "present"
      case .differs(let coded): "differs from \(coded.map(\.value.description))"
      case .contradicts(let other): "contradicted by \(other.row.value)"
      }
    }
    #expect(
      outcomes == [
        "present", "differs from [\"required\"]", "added", "added", "contradicted by 5", "contradicted by 4",
      ])
    #expect(result.hasDifferences)
    #expect(ImportText(result, style: Style()).text.hasSuffix("2 added, 1 there already, 3 to be settled by hand.\n"))
  }

  // MARK: Writing

  @Test("additions keep comments, order and layout, and take known sources")
  func additions() throws {
    let law = try LawFixture(Self.coded)
    let rows = #"""
      NC,np.agreement,required,1990-01-01,2010-06-30,§ 90-18,https://b.example/1,2024,secondary,"says ""always"""
      NC,np.hours,1,2020-01-01,,,,,recalled,
      NC,plan.options,unknown,,,,https://www.law.example.org/x?y,,primary,
      """#
    let source = SourceText(name: "states/nc.yaml", text: LawFixture.file(Self.coded))
    let file = try FactFile(source, codebook: law.codebook)
    let text = try file.adding(try facts(rows, law.codebook), day: try #require(Day("2026-12-01")))
    #expect(
      text == """
        jurisdiction: NC
        name: North Carolina
        sources:
          a: {title: A statute, url: "https://a.example/1", read: 2026-11-22, basis: primary}
          b: {title: An article, url: "https://b.example/1", as_of: 2024, read: 2026-11-22, basis: secondary}
          c: {title: Memory, as_of: 2026-11-22, basis: recalled}
          law-example: {title: "law.example.org", url: "https://www.law.example.org/x?y", read: 2026-12-01, basis: primary}
        facts:
          # Written by hand.
          np.agreement:
            - {value: required, from: 2010-07-01, to: 2020-01-01, source: a}
            - {value: none, from: 2020-01-01, source: a}  # The act of 2019.
            - {value: required, from: 1990-01-01, to: 2010-07-01, cite: "§ 90-18", source: b, note: "says \\"always\\""}
          np.hours:
            - {value: 1, from: 2020-01-01, source: c}
          plan.options:
            - {value: unknown, source: law-example}
          # The end.

        """)
    let again = try FactFile(SourceText(name: "nc.yaml", text: text), codebook: law.codebook)
    #expect(throws: Never.self) { _ = again }
  }

  @Test("a row that claims to have been read and gives no address is refused")
  func noAddress() throws {
    let law = try LawFixture(Self.coded)
    let file = try FactFile(SourceText(name: "nc.yaml", text: LawFixture.file(Self.coded)), codebook: law.codebook)
    let rows = try facts("NC,np.hours,1,,,,,,secondary,", law.codebook)
    let found = rejection { _ = try file.adding(rows, day: Day(number: 0)) }
    #expect(
      found.map(\.line) == ["unread-source: a secondary row needs `source_url`, the text that was read"])
  }

  @Test("a jurisdiction without a file gets one, with what can steer a terminal written as an escape")
  func newFile() throws {
    let law = try LawFixture(Self.coded)
    let rows = try facts("VA,np.words,yes\u{7},,,,,,recalled,", law.codebook)
    let text = try FactFile.text(of: rows, code: "VA", name: "Virginia", day: try #require(Day("2026-12-01")))
    #expect(
      text == """
        jurisdiction: VA
        name: Virginia
        sources:
          coding-va: {title: "Coding of 2026-12-01, general knowledge", as_of: 2026-12-01, basis: recalled}
        facts:
          np.words:
            - {value: "yes\\x07", source: coding-va}

        """)
  }
}

/// Imports on disk.
@Suite struct ImportFilesTests {
  @Test("files are replaced whole, nothing else is left in the folder, and a second import adds nothing")
  func replacement() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(root)/states", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try replaceFile(at: "\(root)/states/nc.yaml", with: LawFixture.file("np.hours:\n  - {value: 1, source: a}"))
    let codebook = try LawFixture("np.hours: []").codebook
    let head = "jurisdiction,key,value,effective_from,effective_to,citation,source_url,source_as_of,basis,note"
    let table = SourceText(name: "t.csv", text: "\(head)\nNC,np.cap,4,,,,,,recalled,\nVA,np.cap,none,,,,,,recalled,")
    let problems = Problems()
    let facts = TabledFact.all(FactTable(table, problems: problems), codebook: codebook, problems: problems)
    let folder = FileTree.disk(root)
    let day = try #require(Day("2026-12-01"))

    let law = try LawBook.load(codes: ["NC", "VA"], from: folder, codebook: codebook)
    let texts = try FactImport(facts, into: law).texts(in: root, codebook: codebook, day: day)
    for (path, text) in texts { try replaceFile(at: "\(root)/\(path)", with: text) }
    #expect(fileNames(in: "\(root)/states") == ["nc.yaml", "va.yaml"])

    let again = try LawBook.load(codes: ["NC", "VA"], from: folder, codebook: codebook)
    #expect(again.jurisdictions["NC"]?.facts["np.cap"]?.map(\.value) == [.cap(4)])
    #expect(again.jurisdictions["VA"]?.facts["np.cap"]?.map(\.value) == [.cap(nil)])
    #expect(try FactImport(facts, into: again).texts(in: root, codebook: codebook, day: day).isEmpty)
  }

  @Test("a folder that is not there is said, and nothing is left behind")
  func unwritable() {
    let found = rejection { try replaceFile(at: "/nowhere/at/all.yaml", with: "") }
    #expect(
      found.map(\.line) == ["unwritable-file: `/nowhere/at/all.yaml` can't be written: No such file or directory"])
  }
}
