import Diagnostics
import Documents

/// A word that programs use, with what the vocabulary says about it.
public struct Word: Sendable {
  /// The word, in snake_case.
  public let name: String
  /// As a person writes it, such as "nurse practitioner".
  public let title: String
  /// Further things said of it, such as the credential that a profession needs.
  public let attributes: [String: String]
  /// Where it stands.
  public let range: SourceRange
}

/// The words of a program: professions, services, payers and so on, each list read from one file.
public struct Vocabulary: Sendable {
  /// The words of each vocabulary, in the order of its file.
  public let lists: [String: [Word]]
  private let index: [String: [String: Word]]

  /// A vocabulary of these lists.
  public init(_ lists: [String: [Word]]) {
    self.lists = lists
    index = lists.mapValues { words in
      Dictionary(words.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The names of a vocabulary's words.
  public func words(_ vocabulary: String) -> [String] { (lists[vocabulary] ?? []).map(\.name) }

  /// One word of a vocabulary.
  public func word(_ name: String, in vocabulary: String) -> Word? { index[vocabulary]?[name] }

  /// All words by vocabulary.
  public var allWords: [String: [String]] { lists.mapValues { $0.map(\.name) } }

  /// The attributes that words of a vocabulary may carry, each with the vocabulary or kind of its values.
  public static let attributes: [String: [String]] = [
    "profession": ["title", "nucc", "credential", "compact", "scope", "medicare_benefit", "core_service"],
    "service": ["title", "medicaid"],
  ]

  /// The shape of a file of `rules/vocabulary/`.
  public static let shape = MappingShape(
    "a vocabulary", required: ["vocabulary": .text, "words": .map(nil, .anything)])

  /// The shape of a word of a vocabulary that is more than its title.
  public static func wordShape(of vocabulary: String) -> MappingShape {
    let further = (attributes[vocabulary] ?? []).filter { $0 != "title" }
    return MappingShape("a word", required: [("title", .text)], optional: further.map { ($0, .text) })
  }

  /// Reads one file of `rules/vocabulary/`: `vocabulary:` its name, `words:` each with its title or attributes.
  public static func read(_ node: Node, problems: Problems) -> (name: String, words: [Word])? {
    guard
      let fields = Fields(node, shape, problems: problems),
      let name = fields.required("vocabulary")?.text("a name", problems: problems),
      let entries = fields.required("words")?.mapping(expecting: "words", problems: problems)
    else { return nil }
    return (name, entries.compactMap { word($0, of: name, problems) })
  }

  private static func word(_ entry: Entry, of vocabulary: String, _ problems: Problems) -> Word? {
    if entry.value.scalar != nil {
      return entry.value.text("a title", problems: problems).map {
        Word(name: entry.key, title: $0, attributes: [:], range: entry.keyRange)
      }
    }
    let shape = wordShape(of: vocabulary)
    guard
      let fields = Fields(entry.value, shape, of: "the word `\(entry.key)`", problems: problems),
      let title = fields.required("title")?.text("a title", problems: problems)
    else { return nil }
    var values: [String: String] = [:]
    for attribute in shape.names where attribute != "title" {
      values[attribute] = fields[attribute]?.text("`\(attribute)`", problems: problems)
    }
    return Word(name: entry.key, title: title, attributes: values, range: entry.keyRange)
  }
}
