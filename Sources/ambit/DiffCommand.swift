import ArgumentParser
import Comparing
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows where the law of two places, or of one place on two days, differs.",
    discussion: "A place may have a day: NC@2015-07-01. Of a year or month the first day is meant: NC@2015.")

  @Argument(help: "A postal code or US, with or without a day: NC, NC@2015.") var left: String
  @Argument(help: "What it is compared with: VA, NC@2026.") var right: String
  @Option(help: "The day of a place that names none; without it, today.") var asOf: String?
  @Option(help: "Leaves out law that was decided after this day, such as an act that works back; without it, none.")
  var asKnownOn: Day?
  @Option(help: "Keys of the codebook with commas between; * stands for any letters. Without it, all.")
  var keys = "*"
  @Option(help: "The form: text, json, csv or markdown.") var format = TableFormat.text
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @Flag(help: "Leaves out of CSV the apostrophe before what spreadsheets take for formulas.") var raw = false
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let codebook = try Rulebook.load(from: folder).codebook
    let day = try asOf.map(JurisdictionSelection.day) ?? Clock.today
    let first = try JurisdictionSelection.place(left, otherwise: day)
    let second = try JurisdictionSelection.place(right, otherwise: day)
    let keys = try codebook.keys(matching: keys, of: [Jurisdiction.level(of: first.code)])
    let codes = Array(Set([first.code, second.code])).sorted()
    let law = try LawBook.load(codes: codes, from: folder, codebook: codebook).asKnown(on: asKnownOn)
    let difference = try Difference(
      .init(code: first.code, day: first.day), .init(code: second.code, day: second.day), keys: keys, law: law)
    try ReportOutput.write(try report(difference), to: output)
  }

  private func report(_ difference: Difference) throws -> String {
    switch format {
    case .text: DifferenceText(difference, style: Terminal.style).text
    case .json: try DifferenceJSON(difference).text
    case .csv: DifferenceCSV(difference, isRaw: raw).text
    case .markdown: DifferenceMarkdown(difference).text
    }
  }
}
