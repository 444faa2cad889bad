import ArgumentParser
import Comparing
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Shows when the answers to a question changed, and where.")

  @Argument(help: "A key of the codebook, or several with commas; * stands for any letters.", completion: .keys)
  var keys: String
  @Option(
    help: "Jurisdictions with commas between: NC,VA; without it all that answer the question.",
    completion: .jurisdictions)
  var states: String?
  @Option(help: "Shows only what began or ended from this day on; of a year or month the first day is meant.")
  var changedSince: String?
  @Option(help: "The form: text, json, csv or markdown.") var format = TableFormat.text
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @Flag(help: "Leaves out of CSV the apostrophe before what spreadsheets take for formulas.") var raw = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let codebook = try Rulebook.load(from: folder).codebook
    let codes = try states.map(JurisdictionSelection.codes) ?? Jurisdiction.codes
    let keys = try codebook.keys(matching: keys, of: Set(codes.map(Jurisdiction.level)))
    let since = try changedSince.map(JurisdictionSelection.day)
    let levels = Set(keys.compactMap { codebook.questions[$0]?.level })
    let asked = codes.filter { levels.contains(Jurisdiction.level(of: $0)) }
    let law = try LawBook.load(codes: asked, from: folder, codebook: codebook)
    let history = History(keys: keys, codes: asked, law: law, changedSince: since)
    try ReportOutput.write(try report(history), to: output)
  }

  private func report(_ history: History) throws -> String {
    switch format {
    case .text: HistoryText(history, style: Terminal.style).text
    case .json: try HistoryJSON(history).text
    case .csv: HistoryCSV(history, isRaw: raw).text
    case .markdown: HistoryMarkdown(history).text
    }
  }
}
