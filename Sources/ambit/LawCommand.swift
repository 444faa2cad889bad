import ArgumentParser
import Comparing
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit law`.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Shows the coded law of a state, of the United States (US), or of one question.")

  @Argument(help: "A postal code, or US.", completion: .jurisdiction) var state: String
  @Argument(
    help: """
      A key of the codebook, such as np.physician_agreement, whose whole history is shown; or several with commas, \
      where * stands for any letters: 'np.*,pt.direct_access'.
      """, completion: .keys)
  var keys: String?
  @Option(help: "The day whose law is shown; without it, today.") var asOf: Day?
  @Option(help: "Leaves out law that was decided after this day, such as an act that works back; without it, none.")
  var asKnownOn: Day?
  @Option(help: "The form: text, json, csv or markdown.") var format = TableFormat.text
  @Flag(help: "Lists the sources with their addresses.") var sources = false
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @Flag(help: "Leaves out of CSV the apostrophe before what spreadsheets take for formulas.") var raw = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let codebook = try Rulebook.load(from: folder).codebook
    let code = state.uppercased()
    let law = try LawBook.load(jurisdiction: code, from: folder, codebook: codebook).asKnown(on: asKnownOn)
    let chosen = try keys.map { try codebook.keys(matching: $0, of: [Jurisdiction.level(of: code)]) }
    let report = LawReport(
      law: law, jurisdiction: code, day: asOf ?? Clock.today, keys: chosen, listsSources: sources)
    try ReportOutput.write(try form(of: report), to: output)
  }

  private func form(of report: LawReport) throws -> String {
    switch format {
    case .text: report.text(Terminal.style)
    case .json: try report.json
    case .csv: report.csv(isRaw: raw)
    case .markdown: report.markdown
    }
  }
}
