import ArgumentParser
import Checking
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
    help: "A key of the codebook, such as np.physician_agreement; its whole history is shown.", completion: .key)
  var key: String?
  @Option(help: "The day whose law is shown; without it, today.") var asOf: Day?
  @Option(help: "The form: text or json.") var format = ReportFormat.text
  @Flag(help: "Lists the sources with their addresses.") var sources = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let rules = try Rulebook.load(from: folder)
    let code = state.uppercased()
    let law = try LawBook.load(jurisdiction: code, from: folder, codebook: rules.codebook)
    if let key { try rules.codebook.require(key, of: code) }
    let report = LawReport(law: law, jurisdiction: code, day: asOf ?? Clock.today, key: key, listsSources: sources)
    switch format {
    case .text: Terminal.write(report.text(Terminal.style))
    case .json: Terminal.write(try report.json)
    }
  }
}
