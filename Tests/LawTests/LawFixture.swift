import Diagnostics
import Documents
import Law

/// Law that a test writes down as the files would have it.
struct LawFixture {
  let codebook: Codebook
  let book: LawBook

  static let codebook = """
    np.agreement:
      question: Must a nurse practitioner have an agreement?
      level: state
      type: enum
      values: {none: no, transition: at first, required: always, limited: sometimes}
      vague: [limited]
      on_its_way: required
    np.hours:
      question: How many hours?
      level: state
      type: int
    np.cap:
      question: How many?
      level: state
      type: cap
    np.drugs:
      question: Which schedules?
      level: state
      type: list
      values: {two: Schedule II, three: Schedule III}
    np.settled:
      question: Is it settled?
      level: state
      type: bool
    np.words:
      question: In words?
      level: state
      type: text
    np.independent:
      question: When?
      level: state
      type: condition
      over: delivery
    pt.limits:
      question: Within which limits?
      level: state
      type: limits
    plan.options:
      question: Which options?
      level: state
      type: records
      gathered: true
      fields:
        id: {type: text}
    """

  /// - Parameters:
  ///   - values: the lines of `facts:` of North Carolina, without indentation.
  ///   - sources: the lines of `sources:`; `a` was read on 2026-11-22, `b` is of 2024, `c` is recalled.
  init(_ facts: String, sources: String = LawFixture.sources) throws {
    let files = ["rules/codebook.yaml": Self.codebook, "states/nc.yaml": Self.file(facts, sources: sources)]
    let folder = FileTree.memory(files)
    codebook = try Codebook.load(from: folder, vocabularies: [:])
    book = try LawBook.load(codes: ["NC"], from: folder, codebook: codebook)
  }

  static let sources = """
    a: {title: A statute, url: "https://a.example/1", read: 2026-11-22, basis: primary}
    b: {title: An article, url: "https://b.example/1", as_of: 2024, read: 2026-11-22, basis: secondary}
    c: {title: Memory, as_of: 2026-11-22, basis: recalled}
    """

  static func file(_ facts: String, sources: String = LawFixture.sources) -> String {
    """
    jurisdiction: NC
    name: North Carolina
    sources:
    \(indented(sources))
    facts:
    \(indented(facts))
    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  /// What a test compares: the value, or the doubt.
  func said(_ key: String, on day: String, asKnownOn known: String? = nil) throws -> String {
    let answer = book.answer(key, in: "NC", on: try #require(Day(day)), asKnownOn: known.flatMap(Day.init))
    return answer.known?.value.description ?? answer.doubt.map { "\($0)" } ?? "nothing"
  }
}

import Testing
