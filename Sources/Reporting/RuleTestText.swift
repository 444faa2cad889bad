import Checking

/// What came of the tests of rules, as a person reads it.
public struct RuleTestText: Sendable {
  private let results: RuleTestResults

  /// The results of a run.
  public init(_ results: RuleTestResults) { self.results = results }

  /// One line.
  public var text: String {
    let failed = results.failures.count
    return "\(results.files) files, \(results.cases) cases, \(results.expectations) expectations: "
      + (failed == 0 ? "all as expected\n" : "\(failed) not as expected\n")
  }
}
