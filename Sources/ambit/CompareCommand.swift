import ArgumentParser
import Comparing
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares the law of states.", subcommands: [LawComparison.self])

  /// `ambit compare law`.
  struct LawComparison: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "law", abstract: "Puts the answers of jurisdictions to some questions side by side.",
      discussion: """
        A condition for --where is written as rules are, over `law`: law.np.physician_agreement == 'none'. Where it is \
        not known whether it holds, the jurisdiction is listed apart, with the reason.

        As CSV the comparison is a data set: a row for each jurisdiction and key. A field that a spreadsheet would take \
        for a formula gets an apostrophe in front; --raw leaves it out. As SVG it is a map of one key, as HTML a page \
        with a map and a table for each.
        """)

    @Option(
      help: "Keys of the codebook with commas between; * stands for any letters: 'np.*,pt.referrers'.",
      completion: .keys)
    var keys: String
    @Option(
      help: "Jurisdictions with commas between: NC,VA; without it the 50 states and DC.", completion: .jurisdictions)
    var states: String?
    @Option(help: "The day whose law is compared; without it, today. Of a year or month the first day is meant.")
    var asOf: String?
    @Option(help: "Leaves out law that was decided after this day, such as an act that works back; without it, none.")
    var asKnownOn: Day?
    @Option(
      name: .customLong("where"), help: "A condition over `law`; jurisdictions of which it is false are left out.")
    var condition: String?
    @Option(help: "Lists the jurisdictions by their `value`; for text, json and markdown.") var groupBy: Grouping?
    @Option(help: "Shows only answers that may have changed from this day on.") var changedSince: String?
    @Option(help: "The form: text, json, csv, markdown, svg or html.") var format = Form.text
    @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
    @Option(help: "Writes the codebook of the keys to this file as CSV.") var codebook: String?
    @Flag(help: "Leaves out of CSV the apostrophe before what spreadsheets take for formulas.") var raw = false
    @OptionGroup var data: DataOptions

    /// The forms of a comparison.
    enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, csv, markdown, svg, html }

    /// By what jurisdictions are listed.
    enum Grouping: String, CaseIterable, ExpressibleByArgument { case value }

    func run() throws {
      let folder = try data.folder()
      let rules = try Rulebook.load(from: folder)
      let request = try request(rules)
      // A condition may read the law of any state.
      let codes = request.condition == nil ? request.codes : Jurisdiction.codes
      let law = try LawBook.load(codes: codes, from: folder, codebook: rules.codebook).asKnown(on: asKnownOn)
      let comparison = try Comparison(request, rules: rules, law: law)
      let report = try report(comparison)
      if let codebook {
        let table = CodebookCSV(comparison.questions, readers: rules.readers, isRaw: raw)
        try replaceFile(at: codebook, with: table.text)
      }
      try ReportOutput.write(report, to: output)
    }

    private func request(_ rules: Rulebook) throws(Rejection) -> Comparison.Request {
      let codes = try states.map(JurisdictionSelection.codes) ?? States.codes
      let keys = try rules.codebook.keys(matching: keys, of: Set(codes.map(Jurisdiction.level)))
      let source = condition.map { SourceText(name: "--where", text: $0) }
      return Comparison.Request(
        codes: codes, keys: keys, day: try asOf.map(JurisdictionSelection.day) ?? Clock.today,
        condition: try source.map(rules.lawCondition), changedSince: try changedSince.map(JurisdictionSelection.day))
    }

    private func report(_ comparison: Comparison) throws -> String {
      let isGrouped = groupBy != nil
      if isGrouped, [.csv, .svg, .html].contains(format) {
        throw Rejection(Diagnostic("grouped-form", at: nil, "--group-by goes with text, json and markdown"))
      }
      switch format {
      case .text: return ComparisonText(comparison, style: Terminal.style, isGrouped: isGrouped).text
      case .json: return try ComparisonJSON(comparison, isGrouped: isGrouped).text
      case .csv: return ComparisonCSV(comparison, isRaw: raw).text
      case .markdown: return ComparisonMarkdown(comparison, isGrouped: isGrouped).text
      case .svg: return TileMap(comparison, try onlyQuestion(comparison)).svg
      case .html: return ComparisonHTML(comparison).text
      }
    }

    /// A map shows one question that states answer.
    private func onlyQuestion(_ comparison: Comparison) throws(Rejection) -> Question {
      guard comparison.questions.count == 1, comparison.questions[0].level == .state else {
        let count = comparison.questions.count
        throw Rejection(
          Diagnostic(
            "map-of-one-key", at: nil, "a map shows one key of the states, but --keys names \(count)",
            solutions: [.init("name one key, or write --format html for a map of each")]))
      }
      return comparison.questions[0]
    }
  }
}

/// Where reports go.
enum ReportOutput {
  /// Writes to a file, or to standard output where none is named.
  /// - Throws: `Rejection` where the file can't be written.
  static func write(_ text: String, to file: String?) throws(Rejection) {
    if let file { try replaceFile(at: file, with: text) } else { Terminal.write(text) }
  }
}

/// The forms of histories and differences.
enum TableFormat: String, CaseIterable, ExpressibleByArgument { case text, json, csv, markdown }
