import Documents
import Law

/// The shapes of the files of tests and of baselines. Their readers and their schemas read this one table.
public enum TestShapes {
  /// The test file of a rule.
  public static let file = MappingShape(
    "a test file",
    required: ["tests": .text, "as_of": .day, "program": .map(nil, .anything), "cases": .list(.record(each))],
    optional: [
      "law": law, "coded_law": .bool, "not_covered": .list(.record(notCovered)),
      "not_noticed": .list(.record(notNoticed)),
    ])

  static let each = MappingShape(
    "a case",
    required: ["name": .text, "expect": .map(nil, .either([.text, .list(.either(expectations)), expected]))],
    optional: [
      "as_of": .day, "to": .day, "law": .anything, "coded_law": .bool, "with": .map(nil, .anything),
    ])

  static let expectation = MappingShape(
    "an expectation", required: ["is": .text], optional: ["of": .text, "message": .text, "since": .text])

  static let notCovered = MappingShape(
    "what is not covered", required: ["because": .text],
    optional: [
      "requirement": .text, "pathway": .text, "exception": .text,
      "outcome": .words(CoverageItem.Outcome.allCases.map(\.rawValue)), "alternative": .text,
    ])

  static let notNoticed = MappingShape(
    "a mutant that is not noticed", required: ["was": .text, "becomes": .text, "because": .text],
    optional: ["pathway": .text, "definition": .text, "part": .text])

  /// A baseline.
  public static let baseline = MappingShape("a baseline", required: ["accepted": .list(.record(accepted))])

  /// One accepted finding of a baseline.
  public static let accepted = MappingShape(
    "an accepted finding", required: ["finding": .text, "reason": .text, "owner": .text, "until": .day])

  private static let expected = ValueShape.record(expectation)
  private static let expectations: [ValueShape] = [.text, expected]
  /// Values by jurisdiction and key; what each may be stands in the codebook.
  private static let law = ValueShape.map(Jurisdiction.codes, .map(nil, .anything))
}
