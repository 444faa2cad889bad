import Diagnostics
import Documents
import Law

/// The tests of one rule or pathway, as `<id>.test.yaml` has them.
struct RuleTestFile {
  /// The rule that is tested, or the rule whose pathway is.
  let rule: String
  let cases: [RuleTestCase]
  /// What its cases can't cover, with the reasons.
  let notCovered: [CoverageReason]
  /// The mutants that its cases can't notice, with the reasons.
  let notNoticed: [MutationReason]
}

/// One test: a program and some law, and what the rule must come to.
struct RuleTestCase {
  /// What the test shows, in words.
  let name: String
  let range: SourceRange
  let program: Node
  /// The law that the test states, by jurisdiction.
  let law: [String: [DatedValue]]
  /// Whether the coded law of the data folder stands behind what the test states.
  let usesCodedLaw: Bool
  let from: Day
  let to: Day
  let expectations: [RuleTestExpectation]
}

/// What one requirement must come to.
struct RuleTestExpectation {
  let requirement: String
  /// The subject, where the rule has more than one in the program.
  let subject: String?
  /// The outcome in the words of `Outcome.word`.
  let outcome: String
  /// The message, where it is asserted.
  let message: String?
  /// The named alternative, where it is asserted.
  let alternative: String?
  let range: SourceRange
}

/// What came of running tests.
public struct RuleTestResults: Sendable {
  /// No result yet.
  init() {}

  /// How many cases ran.
  public internal(set) var cases = 0
  /// How many expectations were compared.
  public internal(set) var expectations = 0
  /// The files that were read.
  public internal(set) var files = 0
  /// What was not as expected, each at the expectation that it belies.
  public internal(set) var failures: [Diagnostic] = []
}
