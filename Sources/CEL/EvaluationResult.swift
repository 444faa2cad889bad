import Diagnostics

/// What an evaluation comes to.
public enum EvaluationResult: Sendable {
  case value(Value)
  /// The answer hangs on these attributes, which are not known: their names, sorted.
  case unknown([String])
  indirect case error(EvaluationError)
}

/// Why an expression has no value.
public struct EvaluationError: Error, Hashable, Sendable {
  /// What happened, in the form of a diagnostic's summary.
  public let summary: String
  /// The part of the expression that failed, in byte offsets into its text.
  public let offsets: Range<Int>

  /// An error with its place.
  public init(_ summary: String, at offsets: Range<Int>) {
    self.summary = summary
    self.offsets = offsets
  }

  /// The error as a diagnostic about the expression's text.
  public func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic("evaluation-error", at: SourceRange(source, offsets), summary)
  }
}

/// What stops the evaluation of a part of an expression.
enum Interruption: Error {
  /// Some attributes are not known.
  case unknown(Set<String>)
  indirect case error(EvaluationError)
  /// A limit is reached. Nothing absorbs that.
  indirect case exhausted(EvaluationError)

  /// What two operands of `&&` or `||` that both stopped come to: an unknown outweighs an error, since what is learnt
  /// may still decide the answer and absorb the error; unknowns add up.
  func joined(with other: Interruption) -> Interruption {
    switch (self, other) {
    case (.exhausted, _): self
    case (_, .exhausted): other
    case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
    case (.unknown, .error): self
    case (.error, .unknown): other
    case (.error, .error): self
    }
  }
}

/// What is not known of parts that are all needed. An error among them is thrown at once: nothing that may be learnt
/// mends it.
struct Unknowns {
  private var names: Set<String> = []

  /// Takes note of what is unknown.
  /// - Throws: anything else that stopped the part.
  mutating func note(_ interruption: Interruption) throws(Interruption) {
    guard case .unknown(let more) = interruption else { throw interruption }
    names.formUnion(more)
  }

  /// - Throws: what was noted, if anything.
  func check() throws(Interruption) {
    if !names.isEmpty { throw .unknown(names) }
  }
}

/// How much an evaluation may cost.
public struct EvaluationLimits: Sendable {
  /// Calls, elements visited, 16 bytes of text read or made: each is a step.
  public var steps = 1_000_000
  /// The size of one value: elements of lists and maps, those within them included, and 16 bytes of text each.
  public var size = 1_000_000

  /// The limits of every evaluation.
  public static let standard = EvaluationLimits()

  /// Limits from their parts.
  public init(steps: Int = 1_000_000, size: Int = 1_000_000) {
    self.steps = steps
    self.size = size
  }
}
