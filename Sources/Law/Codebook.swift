import Diagnostics
import Documents

/// Whose law answers a question.
public enum Level: String, CaseIterable, Sendable {
  /// The states and DC.
  case state
  /// The United States.
  case federal
  /// Accreditors and other private bodies.
  case standard
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
  /// Where it stands.
  public let range: SourceRange
}

/// The questions that law answers, by key.
public struct Codebook: Sendable {
  /// The questions, by key.
  public let questions: [String: Question]

  /// A codebook of these questions.
  public init(_ questions: [Question]) {
    self.questions = Dictionary(questions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys of a level, sorted.
  public func keys(of level: Level) -> [String] {
    questions.values.filter { $0.level == level }.map(\.key).sorted()
  }
}
