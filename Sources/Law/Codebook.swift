import Diagnostics
import Documents

/// Whose law answers a question.
public enum Level: String, CaseIterable, Sendable {
  /// The states and DC.
  case state
  /// The United States.
  case federal
  /// Accreditors, compact commissions and other bodies besides the states and the United States.
  case standard
}

/// For whom a question is asked.
public enum Reader: String, CaseIterable, Sendable {
  /// Rules that check a program.
  case rules
  /// Pathways that may close a gap.
  case pathways
  /// Comparisons of places and times.
  case comparisons
  /// People: the answer is shown, nothing is computed with it.
  case people
}

/// One question that law answers.
public struct Question: Sendable {
  /// Its name, such as `np.physician_agreement`.
  public let key: String
  /// The question, in words.
  public let text: String
  /// Whose law answers it.
  public let level: Level
  /// The type of the answers.
  public let type: FactType
  /// What a number counts, where it counts something.
  public let unit: String?
  /// The name shared by keys with the same answers, such as `compact`: a rule may choose among them by profession.
  public let family: String?
  /// The entry of the codebook that asks it: its own key, or that of a question which is asked of each of several
  /// words, as `nucc` is of `nucc.chiropractor`.
  public let entry: String
  /// For whom it is asked.
  public let readers: [Reader]
  /// Whether all values that hold on a day answer together, as options do, rather than one alone.
  public let isGathered: Bool
  /// Where it stands.
  public let range: SourceRange
}

/// The questions that law answers, by key.
public struct Codebook: Sendable {
  /// The questions, by key.
  public let questions: [String: Question]
  private let keysByLevel: [Level: [String]]

  /// A codebook of these questions.
  public init(_ questions: [Question]) {
    self.questions = Dictionary(questions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    keysByLevel = Dictionary(grouping: self.questions.values, by: \.level).mapValues { $0.map(\.key).sorted() }
  }

  /// The keys of a level, sorted.
  public func keys(of level: Level) -> [String] { keysByLevel[level] ?? [] }
}
