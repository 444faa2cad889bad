import Circuits
import Diagnostics
import Documents
import Law
import Programs
import Rules

/// A test file whose cases are ready to run.
struct ReadyFile {
  let file: RuleTestFile
  let cases: [ReadyCase]
}

/// A test case with its program and its law, which can be run against rules and against mutants of them.
struct ReadyCase {
  /// The rule that is tested; no other is evaluated.
  let rule: String
  let test: RuleTestCase
  let program: Program
  let law: ApplicableLaw

  func run(under rules: Rulebook) -> CaseRun {
    let options = Check.Options(from: test.from, to: test.to)
    let stretches = Stretch.all(
      program, rules: rules, law: law.law, conditions: law.conditions, options, only: [rule])
    return CaseRun(merger: FindingMerger(stretches: stretches, rules: rules, options: options))
  }
}

/// What a case has come to. Findings with all of their words are made only where something is not as expected.
struct CaseRun {
  private let merger: FindingMerger
  private let answers: [FindingMerger.Answer]

  init(merger: FindingMerger) {
    self.merger = merger
    answers = merger.answers()
  }

  /// The findings, the worst first.
  var findings: [Finding] { merger.findings().findings }

  /// The lanes of the day on which an answer stands.
  func lanes(of answer: FindingMerger.Answer) -> Lanes { merger.stretches[answer.stretch].lanes }

  /// The answers of which an expectation speaks.
  func answers(to expectation: RuleTestExpectation) -> [FindingMerger.Answer] {
    answers.filter { answer in
      answer.requirement.requirement.id == expectation.requirement
        && (expectation.subject.map { $0 == answer.requirement.subject.id } ?? true)
    }
  }

  /// Whether there are such answers, and all are as expected.
  func matches(_ expectation: RuleTestExpectation) -> Bool {
    let own = answers(to: expectation)
    return !own.isEmpty
      && own.allSatisfy { answer in
        let lanes = lanes(of: answer)
        return expectation.matches(
          answer.outcome, message: lanes.message(answer.requirement, answer.outcome),
          alternative: lanes.alternative(answer.requirement, answer.outcome))
      }
  }
}

extension RuleTestExpectation {
  /// Whether an outcome is the expected one, in the words and by the alternative that are expected, where any are.
  func matches(_ outcome: Outcome, message: String, alternative: String?) -> Bool {
    outcome.word == self.outcome && (self.message.map { $0 == message } ?? true)
      && (self.alternative.map { $0 == alternative } ?? true)
  }
}

/// Reads the programs and the law of cases. Coded law and the conditions in it are read and typed once: many cases ask
/// for the same.
struct RuleTestPreparation {
  private let rules: Rulebook
  private let folder: FileTree
  private var coded: [String: (law: Jurisdiction, conditions: [Condition: Formula])] = [:]

  init(rules: Rulebook, folder: FileTree) {
    self.rules = rules
    self.folder = folder
  }

  /// Makes the cases of a file ready.
  /// - Throws: `Rejection` where a case's program or law can't be read.
  mutating func file(_ file: RuleTestFile) throws(Rejection) -> ReadyFile {
    var cases: [ReadyCase] = []
    for test in file.cases {
      let program = try Program(test.program, vocabulary: rules.vocabulary)
      let law = try law(of: test, for: program)
      cases.append(ReadyCase(rule: file.rule, test: test, program: program, law: law))
    }
    return ReadyFile(file: file, cases: cases)
  }

  private mutating func law(of test: RuleTestCase, for program: Program) throws(Rejection) -> ApplicableLaw {
    let codes = test.usesCodedLaw ? program.states + ["US", "STANDARDS"] : []
    try loadCoded(codes)
    let known = codes.compactMap { coded[$0] }
    let nothing = LawBook(codebook: rules.codebook, jurisdictions: [])
    var conditions = try rules.conditions(of: nothing.overlaid(with: test.law))
    for (_, own) in known { conditions.merge(own) { first, _ in first } }
    let law = LawBook(codebook: rules.codebook, jurisdictions: known.map(\.law)).overlaid(with: test.law)
    return ApplicableLaw(law: law, conditions: conditions)
  }

  private mutating func loadCoded(_ codes: [String]) throws(Rejection) {
    let missing = codes.filter { coded[$0] == nil }
    guard !missing.isEmpty else { return }
    let loaded = try LawBook.load(codes: missing, from: folder, codebook: rules.codebook)
    for (code, jurisdiction) in loaded.jurisdictions {
      let alone = LawBook(codebook: rules.codebook, jurisdictions: [jurisdiction])
      coded[code] = (jurisdiction, try rules.conditions(of: alone))
    }
  }
}
