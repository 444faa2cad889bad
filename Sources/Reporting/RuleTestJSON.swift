import Checking
import Diagnostics

/// What came of the tests of rules in a form that other programs read, `ambit.rules-test` version 1.
public struct RuleTestJSON {
  private let form: RuleTestForm

  /// The results of a run, with coverage and mutation where they were asked for.
  public init(_ results: RuleTestResults, coverage: Coverage? = nil, mutation: Mutation? = nil) {
    form = RuleTestForm(
      files: results.files, cases: results.cases, expectations: results.expectations,
      failures: results.failures.map(RuleTestForm.Failure.init), coverage: coverage.map(CoverageForm.init),
      mutation: mutation.map(MutationForm.init))
  }

  /// The text.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws { try JSONForm.text(form) }
  }
}

/// The shape of `ambit.rules-test` version 1.
private struct RuleTestForm: Encodable {
  let format = "ambit.rules-test"
  let version = 1
  let files, cases, expectations: Int
  let failures: [Failure]
  let coverage: CoverageForm?
  let mutation: MutationForm?

  struct Failure: Encodable {
    let message: String
    let notes: [String]
    let place: PlaceForm?

    init(_ diagnostic: Diagnostic) {
      message = diagnostic.summary
      notes = diagnostic.notes.map(\.text)
      place = diagnostic.range.map(PlaceForm.init)
    }
  }
}

extension PlaceForm {
  /// Where a stretch of a file begins.
  init(_ range: SourceRange) { self = Reporting.place(range) }
}
