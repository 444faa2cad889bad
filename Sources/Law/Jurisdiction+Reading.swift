import Diagnostics
import Documents

extension Jurisdiction {
  /// Reads a file of `states/`. Every key must be a question of the codebook.
  public init?(_ node: Node, codebook: Codebook, problems: Problems) {
    guard let fields = Fields(node, LawShapes.jurisdiction, problems: problems) else { return nil }
    let codes = Jurisdiction.codes
    let code = fields.required("jurisdiction")?.word("jurisdiction", of: codes, problems: problems)
    let name = fields.required("name")?.text("a name", problems: problems)
    let sources = Self.sources(fields["sources"], problems)
    let entries = fields.required("facts")?.mapping(expecting: "facts by key", problems: problems) ?? []
    guard let code, let name else { return nil }
    let level = Jurisdiction.level(of: code)
    var facts: [String: [DatedValue]] = [:]
    for entry in entries {
      guard let question = codebook.questions[entry.key], question.level == level else {
        problems.report(
          .unknownWord(
            entry.key, at: entry.keyRange, id: "unknown-fact-key", kind: "\(level.rawValue) key of the codebook",
            allowed: codebook.keys(of: level)))
        continue
      }
      let reader = FactReader(question: question, jurisdiction: code, sources: sources, problems: problems)
      let values = entry.value.list(of: "dated values", problems: problems) ?? []
      facts[entry.key] = values.compactMap(reader.read)
    }
    self.code = code
    self.name = name
    self.facts = facts
    self.sources = sources
  }

  private static func sources(_ node: Node?, _ problems: Problems) -> [String: Source] {
    let entries = node?.mapping(expecting: "sources by name", problems: problems) ?? []
    var sources: [String: Source] = [:]
    for entry in entries { sources[entry.key] = source(entry, problems) }
    return sources
  }

  private static func source(_ entry: Entry, _ problems: Problems) -> Source? {
    guard let fields = Fields(entry.value, LawShapes.source, problems: problems) else { return nil }
    let title = fields.required("title")?.text("a title", problems: problems)
    let words = Basis.allCases.map(\.rawValue)
    let basis = fields.required("basis")?.word("basis", of: words, problems: problems).flatMap(Basis.init(rawValue:))
    let url = fields["url"]?.text("an address", problems: problems)
    let read = fields["read"]?.day("the day on which it was read", problems: problems)
    guard let title, let basis else { return nil }
    if basis.isVerified, url == nil || read == nil {
      problems.error(
        "unread-source", at: entry.keyRange,
        "a \(basis.rawValue) source needs `url` and `read`: the text that was read, and the day")
    }
    let asOf = fields["as_of"]?.partialDate("`as_of`", problems: problems)
    if asOf == nil, read == nil {
      problems.error(
        "undated-source", at: entry.keyRange,
        "a source needs `as_of` or `read`: what it says is attested up to that day and no further")
    }
    return Source(
      id: entry.key, title: title, url: url, read: read,
      asOf: asOf, basis: basis, range: entry.keyRange)
  }
}
