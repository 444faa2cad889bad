import Diagnostics
import Documents

/// Reads the law that a rule's test states: by jurisdiction and key a plain value, a dated value, or a list of dated
/// values. Such law holds from the beginning of time and is as good as read, unless it says otherwise.
public struct TestLawReader {
  private let codebook: Codebook
  private let problems: Problems

  /// A reader of the keys of a codebook.
  public init(codebook: Codebook, problems: Problems) {
    self.codebook = codebook
    self.problems = problems
  }

  /// The values by jurisdiction.
  public func read(_ node: Node) -> [String: [DatedValue]] {
    var law: [String: [DatedValue]] = [:]
    let codes = Jurisdiction.codes
    for entry in node.mapping(expecting: "law by jurisdiction", problems: problems) ?? [] {
      guard codes.contains(entry.key) else {
        problems.report(
          .unknownWord(
            entry.key, at: entry.keyRange, id: "unknown-jurisdiction", kind: "jurisdiction", allowed: codes))
        continue
      }
      law[entry.key, default: []] += values(entry.value, of: entry.key)
    }
    return law
  }

  private func values(_ node: Node, of code: String) -> [DatedValue] {
    let level: Level = Jurisdiction.level(of: code)
    let keys = codebook.keys(of: level)
    let entries = node.mapping(expecting: "values by key", problems: problems) ?? []
    return entries.flatMap { entry -> [DatedValue] in
      guard let question = codebook.questions[entry.key], question.level == level else {
        problems.report(
          .unknownWord(
            entry.key, at: entry.keyRange, id: "unknown-fact-key", kind: "\(level.rawValue) key of the codebook",
            allowed: keys))
        return []
      }
      let reader = FactReader(question: question, jurisdiction: code, sources: Self.sources, problems: problems)
      return entry.value.datedNodes.compactMap { reader.read($0.withTestSource) }
    }
  }

  /// The sources that a test can name by their basis.
  private static let sources: [String: Source] = Dictionary(
    uniqueKeysWithValues: Basis.allCases.map { basis in
      let source = Source(
        id: basis.rawValue, title: "a test's law", url: nil, read: nil,
        asOf: PartialDate("1900-01-01"), basis: basis)
      return (basis.rawValue, source)
    })
}

extension Node {
  /// The dated values that a test writes for one key.
  fileprivate var datedNodes: [Node] {
    switch content {
    case .sequence(let elements) where elements.contains { $0.isDatedValue }: elements
    case .mapping where isDatedValue: [self]
    default: [Node(.mapping([Entry("value", at: range, self)]), at: range)]
    }
  }

  private var isDatedValue: Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == "value" }
  }

  /// With a source, where the test names none.
  fileprivate var withTestSource: Node {
    guard case .mapping(let entries) = content, !entries.contains(where: { $0.key == "source" }) else { return self }
    let basis = Node(.scalar(Scalar(Basis.primary.rawValue, .plain)), at: range)
    return Node(.mapping(entries + [Entry("source", at: range, basis)]), at: range)
  }
}
