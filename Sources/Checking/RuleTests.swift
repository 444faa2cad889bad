import Diagnostics
import Documents
import Law
import Programs
import Rules

/// The tests that stand beside the rules, with all that they need read once.
public struct RuleTests {
  let rules: Rulebook
  /// The files to run, in the order of their folders.
  let files: [ReadyFile]
  /// The files of all rules; mutants of what rules share are run against them too.
  let all: [ReadyFile]
  /// The ids to which the run is confined; empty: all.
  let ids: Set<String>

  /// Reads the rules of a data folder with their tests; `ids` names the rules and pathways whose tests run, all when
  /// it is empty.
  /// - Throws: `Rejection` with every error of rules and tests, and where there is nothing to run.
  public init(in folder: FileTree, only ids: [String] = []) throws(Rejection) {
    let rules = try Rulebook.load(from: folder)
    self.rules = rules
    self.ids = Set(ids)
    let problems = Problems()
    for id in ids where rules.rule(id) == nil && rules.pathways[id] == nil {
      let known = rules.rules.map(\.id) + rules.pathways.keys
      problems.report(.unknownWord(id, at: nil, id: "unknown-rule", kind: "rule or pathway", allowed: known))
    }
    let files = Self.read(folder, rules, problems)
    try problems.check()
    // A pathway is tested by all tests of the rules that it may stand in for.
    let tested = Set(ids + ids.flatMap { rules.rules(decidedBy: .pathway($0)).map(\.id) })
    guard files.contains(where: { ids.isEmpty || tested.contains($0.rule) }) else {
      throw Rejection(Diagnostic("no-tests", at: nil, "there is no test to run"))
    }
    var preparation = RuleTestPreparation(rules: rules, folder: folder)
    var ready: [ReadyFile] = []
    for file in files { ready.append(try preparation.file(file)) }
    all = ready
    self.files = ready.filter { ids.isEmpty || tested.contains($0.file.rule) }
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

  /// Runs the cases and compares what comes of them.
  public func run() -> RuleTestResults {
    var collector = CoverageCollector()
    return run(files, &collector)
  }

  /// Runs the cases, and tells what they have shown of the rules and pathways that were asked for.
  /// - Throws: `Rejection` with each reason in a test file that is not needed.
  public func coverage() throws(Rejection) -> Coverage {
    // A rule is shown by the tests of its pathways too, whichever files were asked for.
    var collector = CoverageCollector()
    _ = run(all, &collector)
    let owners = ids
    var items = rules.rules.flatMap { rules.coverageItems(of: $0) }
    items += rules.pathways.values.sorted { $0.id < $1.id }.flatMap { rules.coverageItems(of: $0) }
    let asked = items.filter { owners.isEmpty || owners.contains($0.item.owner) }
    return try Coverage(of: asked, seen: collector.seen, reasons: all.flatMap(\.file.notCovered))
  }

  private func run(_ files: [ReadyFile], _ collector: inout CoverageCollector) -> RuleTestResults {
    var results = RuleTestResults()
    for file in files {
      results.files += 1
      for test in file.cases { run(test, into: &results, &collector) }
    }
    return results
  }

  private func run(_ ready: ReadyCase, into results: inout RuleTestResults, _ collector: inout CoverageCollector) {
    results.cases += 1
    let run = ready.run(under: rules)
    for expectation in ready.test.expectations {
      results.expectations += 1
      if run.matches(expectation) {
        for answer in run.answers(to: expectation) { collector.note(answer, run.lanes(of: answer)) }
      } else {
        results.failures.append(RuleTestFailure(test: ready.test, expectation: expectation).diagnostic(run.findings))
      }
    }
  }
}

/// Says what is not as a test expects it.
struct RuleTestFailure {
  let test: RuleTestCase
  let expectation: RuleTestExpectation

  /// The message, from all findings of the rule.
  func diagnostic(_ findings: [Finding]) -> Diagnostic {
    let all = findings.filter { $0.requirement == expectation.requirement }
    let own = all.filter { finding in expectation.subject.map { $0 == finding.subject.id } ?? true }
    guard let first = own.first(where: { !matches($0) }) else {
      return message("has no such subject", ["the subjects are \(all.map(\.subject.id).joined(separator: ", "))"])
    }
    let word = first.outcome.word
    let summary =
      word == expectation.outcome ? "is \(word), in other words" : "is \(word), expected \(expectation.outcome)"
    return message("\(first.subject.id) \(summary)", notes(first))
  }

  private func matches(_ finding: Finding) -> Bool {
    expectation.matches(finding.outcome, message: finding.message, alternative: finding.alternative)
  }

  private func notes(_ finding: Finding) -> [String] {
    var notes: [String] = []
    if expectation.message != nil { notes.append("the message is: \(finding.message)") }
    if expectation.alternative != nil { notes.append("it holds since: \(finding.alternative ?? "none")") }
    notes += finding.reasons.map { "\($0.subject) \($0.field): \($0.value)" }
    return notes + finding.questions.map { "open: \($0.text)" }
  }

  private func message(_ summary: String, _ notes: [String]) -> Diagnostic {
    Diagnostic(
      "rule-test", at: expectation.range, "\(test.name): \(expectation.requirement): \(summary)",
      notes: notes.map { .init($0) })
  }
}
