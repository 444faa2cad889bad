import ArgumentParser
import Diagnostics
import Documents
import Law
import Programs
import Reporting
import Rosters
import Rules

/// `ambit screen`.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Looks everybody in a program up in the lists of excluded persons.",
    discussion: """
      The files are downloaded by hand: UPDATED.csv from oig.hhs.gov, the public extract of exclusions from sam.gov. \
      The same NPI is a match; the same name is a possible one, which is neither clear nor excluded until it has been \
      verified. Exit status: 0 no match, 1 somebody is excluded, 3 a possible match or somebody without a name.
      """)

  @Argument(help: "The program file, YAML.", completion: .file(extensions: ["yaml"])) var program: String
  @Option(help: "The LEIE, UPDATED.csv.", completion: .file(extensions: ["csv"])) var leie: String?
  @Option(help: "The public extract of SAM exclusions.", completion: .file(extensions: ["csv"])) var sam: String?
  @Option(help: "The day of the screening; without it, today.") var on: Day?
  @Flag(help: "Adds what was found to the `screenings` of the program.") var write = false
  @Option(help: "The form of the report: text or json.") var format = ReportFormat.text
  @Flag(help: .hidden) var timings = false
  @OptionGroup var data: DataOptions

  func validate() throws {
    if leie == nil, sam == nil { throw ValidationError("Name a list: --leie FILE, --sam FILE or both.") }
  }

  func run() throws {
    var stages = Stages()
    let vocabulary = try stages.time("rules") { try Rulebook.load(from: try data.folder()).vocabulary }
    var file = try ExtensibleProgram(loadSource(at: program, named: program), vocabulary: vocabulary)
    let day = on ?? Clock.today
    var results: [(screening: Screening, modified: Day?)] = []
    for (path, kind) in [(leie, ExclusionList.Kind.leie), (sam, .sam)] {
      guard let path else { continue }
      let screening = try stages.time(kind.rawValue) {
        try Screening(
          file.program, against: loadSource(at: path, named: path, limit: 256 << 20), as: kind, on: day)
      }
      results.append((screening, modificationDay(of: path)))
    }
    if write {
      for (screening, _) in results {
        let text = try screening.text(of: file, named: program, vocabulary: vocabulary)
        file = try ExtensibleProgram(SourceText(name: program, text: text), vocabulary: vocabulary)
      }
      try replaceFile(at: program, with: file.text)
    }
    Terminal.write(try report(results, on: day))
    if timings { Terminal.writeError(stages.text) }
    throw ExitStatus(results.map(\.screening))
  }

  private func report(_ results: [(screening: Screening, modified: Day?)], on day: Day) throws -> String {
    switch format {
    case .json: try ScreeningForm(results, on: day).text
    case .text:
      results.map { ScreeningText($0.screening, fileOf: $0.modified, style: Terminal.style).text }
        .joined(separator: "\n")
    }
  }
}

extension ExitStatus {
  /// What some screenings come to.
  fileprivate init(_ screenings: [Screening]) {
    let verdicts = screenings.flatMap(\.subjects).map(\.verdict)
    if verdicts.contains(.exact) {
      self = .gap
    } else {
      self = verdicts.allSatisfy { $0 == .none } ? .allWell : .undecided
    }
  }
}
