import Checking
import Diagnostics
import Documents
import Programs

/// A program file and the questions whose answers it lacks. Each answer is written at its place and the program
/// checked anew, so that an answer which settles others takes their questions away.
public struct Interview {
  /// A question that the program can answer.
  struct Asked {
    let ranked: RankedQuestion
    let place: AnswerPlace
    /// The findings on which it bears, the worst first.
    let findings: [Finding]
  }

  private let checker: ProgramCheck
  private let options: (Program) -> Check.Options
  private var file: ProgramFile
  private var law: (states: [String], law: ApplicableLaw)
  /// The questions that are done with, by the names of their places.
  private var skipped: Set<String> = []
  /// The program as it stands in the file, checked.
  public private(set) var check: Check

  /// Reads and checks a program file.
  /// - Parameter options: what a program is checked for.
  /// - Throws: `Rejection` with every error of the file, or of the law that it touches.
  public init(
    at path: String, checker: ProgramCheck, options: @escaping (Program) -> Check.Options
  ) throws(Rejection) {
    self.checker = checker
    self.options = options
    file = try ProgramFile(at: path)
    let program = try checker.program(try YAMLReader.read(file.source))
    law = (program.states, try checker.law(for: program))
    check = checker.check(program, under: law.law, options(program))
  }

  /// The path of the file.
  var path: String { file.path }

  /// What answers are read with.
  var reader: AnswerReader { AnswerReader(vocabulary: checker.rules.vocabulary, ids: check.program.ids) }

  /// The question that is worth most and was not passed over; nil where none is left.
  var next: Asked? {
    for ranked in check.questions {
      guard let place = AnswerPlace(ranked.question, in: check.program), !skipped.contains(place.name) else { continue }
      let findings = check.findings.filter { $0.questions.contains(ranked.question) }
      return Asked(ranked: ranked, place: place, findings: findings)
    }
    return nil
  }

  /// The questions that no line of a program answers: what law says, and what rules leave open.
  var toFindOut: [String] {
    check.questions.map(\.question).filter { AnswerPlace($0, in: check.program) == nil }.map(\.text)
  }

  /// The law that the worst finding behind a question reads.
  func law(behind asked: Asked) throws(Rejection) -> [Reason] {
    guard let finding = asked.findings.first else { return [] }
    return try checker.explain(finding.id, of: check.program, under: law.law, check.options).law
  }

  /// Passes over a question.
  mutating func skip(_ asked: Asked) { skipped.insert(asked.place.name) }

  /// Writes an answer into the file and checks again.
  /// - Returns: what the answer changed.
  /// - Throws: `Rejection` for an answer that does not fit, and where the file was changed meanwhile; nothing is then
  ///   written.
  mutating func answer(_ text: String, to asked: Asked) throws(Rejection) -> CheckChange {
    let value = try reader.value(text, asked.place.type)
    let changed = try TextPatch(file.source).setting(asked.place.path, of: asked.place.part, to: value)
    let program = try checker.program(try YAMLReader.read(SourceText(name: file.path, text: changed)))
    if program.states != law.states { law = (program.states, try checker.law(for: program)) }
    try file.replace(with: changed)
    let before = check
    check = checker.check(program, under: law.law, options(program))
    return CheckChange(from: before, to: check)
  }
}
