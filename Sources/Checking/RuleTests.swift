import Diagnostics
import Documents
import Law
import Programs
import Rules

/// Runs the tests that stand beside the rules.
public enum RuleTests {
  /// Runs the tests of a data folder; `ids` names the rules whose tests run, all when it is empty.
  /// - Throws: `Rejection` with every error of rules and tests, and where there is nothing to run.
  public static func run(in folder: FileTree, only ids: [String] = []) throws(Rejection) -> RuleTestResults {
    let rules = try Rulebook.load(from: folder)
    let problems = Problems()
    for id in ids where rules.rule(id) == nil {
      let known = rules.rules.map(\.id)
      problems.report(.unknownWord(id, at: nil, id: "unknown-rule", kind: "rule", allowed: known))
    }
    let files = read(folder, rules, problems).filter { ids.isEmpty || ids.contains($0.rule) }
    try problems.check()
    guard !files.isEmpty else { throw Rejection(Diagnostic("no-tests", at: nil, "there is no test to run")) }
    var runner = RuleTestRunner(rules: rules, folder: folder)
    for file in files { try runner.run(file) }
    return runner.results
  }

  private static func read(_ folder: FileTree, _ rules: Rulebook, _ problems: Problems) -> [RuleTestFile] {
    let reader = RuleTestReader(rules: rules, problems: problems)
    return (Rulebook.families + ["pathways"]).flatMap { family -> [RuleTestFile] in
      let path = "rules/\(family)"
      return folder.names(in: path).filter { $0.hasSuffix(".test.yaml") }.compactMap { name in
        do throws(Rejection) {
          return reader.read(try folder.document("\(path)/\(name)"))
        } catch {
          error.diagnostics.forEach(problems.report)
          return nil
        }
      }
    }
  }
}

/// Runs the cases and compares what comes of them.
struct RuleTestRunner {
  let rules: Rulebook
  let folder: FileTree
  private(set) var results = RuleTestResults()
  /// The coded law that cases have asked for so far: many cases ask for the same.
  private var coded: [String: Jurisdiction] = [:]

  init(rules: Rulebook, folder: FileTree) {
    self.rules = rules
    self.folder = folder
  }

  /// Runs one file.
  /// - Throws: `Rejection` where a case's program or law can't be read.
  mutating func run(_ file: RuleTestFile) throws(Rejection) {
    results.files += 1
    for test in file.cases {
      results.cases += 1
      let findings = try self.findings(test).filter { $0.rule == file.rule }
      for expectation in test.expectations {
        results.expectations += 1
        if let failure = compare(expectation, findings, test) { results.failures.append(failure) }
      }
    }
  }

  private mutating func findings(_ test: RuleTestCase) throws(Rejection) -> [Finding] {
    let program = try Program(test.program, vocabulary: rules.vocabulary)
    let coded = test.usesCodedLaw ? try codedLaw(of: program.states + ["US", "STANDARDS"]) : []
    let law = LawBook(codebook: rules.codebook, jurisdictions: coded).overlaid(with: test.law)
    let conditions = try rules.conditions(of: law)
    let options = Check.Options(from: test.from, to: test.to)
    return Check(program, rules: rules, law: law, conditions: conditions, options: options).findings
  }

  private mutating func codedLaw(of codes: [String]) throws(Rejection) -> [Jurisdiction] {
    let missing = codes.filter { coded[$0] == nil }
    if !missing.isEmpty {
      let loaded = try LawBook.load(codes: missing, from: folder, codebook: rules.codebook)
      coded.merge(loaded.jurisdictions) { first, _ in first }
    }
    return codes.compactMap { coded[$0] }
  }

  // MARK: Comparison

  private func compare(
    _ expectation: RuleTestExpectation, _ findings: [Finding], _ test: RuleTestCase
  ) -> Diagnostic? {
    let own = findings.filter { finding in
      finding.requirement == expectation.requirement
        && (expectation.subject.map { $0 == finding.subject.id } ?? true)
    }
    guard !own.isEmpty else {
      let subjects = findings.filter { $0.requirement == expectation.requirement }.map(\.subject.id)
      return failure(
        test, expectation, "has no such subject", ["the subjects are \(subjects.joined(separator: ", "))"])
    }
    let wrong = own.filter { !matches($0, expectation) }
    guard let first = wrong.first else { return nil }
    let word = first.outcome.word
    let summary =
      word == expectation.outcome ? "is \(word), in other words" : "is \(word), expected \(expectation.outcome)"
    return failure(test, expectation, "\(first.subject.id) \(summary)", notes(first, expectation))
  }

  private func matches(_ finding: Finding, _ expectation: RuleTestExpectation) -> Bool {
    finding.outcome.word == expectation.outcome
      && (expectation.message.map { $0 == finding.message } ?? true)
      && (expectation.alternative.map { $0 == finding.alternative } ?? true)
  }

  private func notes(_ finding: Finding, _ expectation: RuleTestExpectation) -> [String] {
    var notes: [String] = []
    if expectation.message != nil { notes.append("the message is: \(finding.message)") }
    if expectation.alternative != nil { notes.append("it holds since: \(finding.alternative ?? "none")") }
    notes += finding.reasons.map { "\($0.subject) \($0.field): \($0.value)" }
    return notes + finding.questions.map { "open: \($0.text)" }
  }

  private func failure(
    _ test: RuleTestCase, _ expectation: RuleTestExpectation, _ summary: String, _ notes: [String]
  ) -> Diagnostic {
    Diagnostic(
      "rule-test", at: expectation.range, "\(test.name): \(expectation.requirement): \(summary)",
      notes: notes.map { .init($0) })
  }
}
