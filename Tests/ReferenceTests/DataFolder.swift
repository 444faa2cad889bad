import Documents
import Law
import Rules
import TestSupport

/// The shipped rules and vocabulary as texts by path, to which tests add rules and questions of their own.
struct DataFolder: Sendable {
  let texts: [String: String]
  /// The words of each vocabulary; those that shipped rules speak of first.
  let words: [String: [String]]
  let codebook: Codebook

  static let shared = Result { try DataFolder() }

  private init() throws {
    var texts: [String: String] = [:]
    for path in Repository.files(below: "rules", ending: ".yaml") where !path.hasSuffix(".test.yaml") {
      texts[path] = try Repository.text(path)
    }
    texts["rules/codebook.yaml", default: ""] += Self.questions
    let book = try Rulebook.load(from: .memory(texts))
    self.texts = texts
    codebook = book.codebook
    words = book.vocabulary.allWords.mapValues { Self.ranked($0) }
  }

  /// Vocabulary, codebook and definitions alone.
  var withoutRules: [String: String] {
    texts.filter { path, _ in !(Rulebook.families + ["pathways"]).contains { path.hasPrefix("rules/\($0)/") } }
  }

  /// One of several parts of the shipped rules, with all pathways.
  func some(_ part: Int, of parts: Int) -> [String: String] {
    let others = rulePaths.enumerated().filter { $0.offset % parts != part % parts }.map(\.element)
    return withoutOrphans(texts.filter { path, _ in !others.contains(path) })
  }

  /// Texts without the exceptions from rules that are not among them.
  private func withoutOrphans(_ texts: [String: String]) -> [String: String] {
    texts.filter { _, text in
      guard let target = Self.target(of: text) else { return true }
      return texts.values.contains { Self.declares($0, target) }
    }
  }

  /// The rule that a rule's text excepts from.
  private static func target(of text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix("excepts: ") }.map {
      String($0.dropFirst("excepts: ".count).split(separator: ".")[0])
    }
  }

  private static func declares(_ text: String, _ rule: String) -> Bool {
    text.hasPrefix("rule: \(rule)\n") || text.contains("\nrule: \(rule)\n")
  }

  /// The texts of one shipped rule, with the pathways that it may name and the rule from which it excepts.
  func onlyRule(_ path: String) -> [String: String] {
    let target = texts[path].flatMap { Self.target(of: $0) }
    return texts.filter { other, text in
      other == path || target.map { Self.declares(text, $0) } ?? false
        || !Rulebook.families.contains { other.hasPrefix("rules/\($0)/") }
    }
  }

  /// The paths of the shipped rules.
  var rulePaths: [String] {
    texts.keys.filter { path in Rulebook.families.contains { path.hasPrefix("rules/\($0)/") } }.sorted()
  }

  /// Words that the shipped rules tell apart, in front.
  private static let telling = [
    "nurse_practitioner", "physician", "physical_therapist", "acupuncturist", "health_coach", "acupuncture",
    "physical_therapy", "dry_needling", "evaluation_and_management", "health_coaching", "medicare_ffs",
    "medicaid_managed_care", "medicaid_ffs", "commercial_insured", "in_lieu_of_services",
  ]

  private static func ranked(_ words: [String]) -> [String] {
    telling.filter(words.contains) + words.filter { !telling.contains($0) }
  }

  /// Questions of the types that the shipped codebook has no question of yet.
  private static let questions = """
    made.cap: {question: made?, level: state, type: cap}
    made.count: {question: made?, level: state, type: int}
    made.day: {question: made?, level: state, type: date}
    made.flag: {question: made?, level: state, type: bool}
    made.kinds: {question: made?, level: state, type: list, vocabulary: profession}
    made.personal: {question: made?, level: state, type: condition, over: practice}
    made.records:
      question: made?
      level: state
      type: records
      fields:
        professions: {type: list, vocabulary: profession}
        degree: {type: enum, values: {alpha: one, beta: "two, which needs its note"}, vague: [beta]}
        most: {type: cap}
        least: {type: int, required: false}
        since: {type: date}
        open: {type: bool}
    made_federal.cap: {question: made?, level: federal, type: cap}
    made_federal.day: {question: made?, level: federal, type: date}
    made_federal.flag: {question: made?, level: federal, type: bool}

    """
}
