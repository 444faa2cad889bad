import ArgumentParser
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit lint`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Looks through the coded law: coverage, basis, age, contradictions, what nothing reads.",
    discussion: """
      Warnings are mistakes in the data and give exit status 1; notes are things to know. What can't be loaded at all \
      is an error with status 2.
      """)

  /// The forms that findings can take.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, sarif, markdown }

  @Argument(help: "Postal codes, US or STANDARDS; without them, all that is coded.", completion: .jurisdiction)
  var jurisdictions: [String] = []
  @Option(help: "A key of the codebook, or the start of keys, such as np.") var key: String?
  @Option(help: "The day whose answers count; without it, today.") var asOf: Day?
  @Option(help: "How many years back a source is old.") var years = 5
  @Option(help: "The form: text, json, sarif, or markdown, which has tables of coverage alone.") var format = Form.text
  @Flag(help: "Shows every note, not only how many there are.") var notes = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let rules = try Rulebook.load(from: folder)
    let law = try load(from: folder, codebook: rules.codebook)
    let day = asOf ?? Clock.today
    if format == .markdown { return Terminal.write(QualityTables(law, on: day).markdown) }
    let lint = LawLint(law, readers: rules.readers, on: day, years: years)
    let report = LintReport(lint.findings.filter(isAsked), law: law, on: day)
    switch format {
    case .text: Terminal.write(report.text(Terminal.style, showsNotes: notes))
    case .json: Terminal.write(try report.json)
    case .sarif: Terminal.write(try report.sarif)
    case .markdown: break
    }
    if report.hasWarnings { ExitStatus.gap.leave() }
  }

  private func load(from folder: FileTree, codebook: Codebook) throws -> LawBook {
    let codes = jurisdictions.map { $0.uppercased() }
    for code in codes where !Jurisdiction.codes.contains(code) {
      throw Rejection(
        .unknownWord(code, at: nil, id: "unknown-jurisdiction", kind: "jurisdiction", allowed: Jurisdiction.codes))
    }
    return try LawBook.load(codes: codes.isEmpty ? Jurisdiction.codes : codes, from: folder, codebook: codebook)
  }

  /// What concerns a question everywhere is said only where everything is looked through.
  private func isAsked(_ finding: LawFinding) -> Bool {
    guard jurisdictions.isEmpty || finding.jurisdiction != nil else { return false }
    guard let key else { return true }
    return finding.key.map { $0.hasPrefix(key) } ?? false
  }
}
