import ArgumentParser
import Diagnostics
import Documents
import Law
import Reporting
import Rules

/// `ambit facts`.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Brings facts into the coded law.", subcommands: [Import.self])

  /// `ambit facts import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Adds the facts of a table that are absent from the files of states/.",
      discussion: """
        A row that differs from what is coded, or that another row contradicts, is shown and left to be settled by \
        hand; the exit status is then 1. The last day of a row is included; in the files the first day without the \
        value stands.
        """)

    @Argument(help: "A table of facts in CSV.", completion: .file(extensions: ["csv"])) var table: String
    @Option(help: "The day on which rows that name none were read; without it, today.") var readOn: Day?
    @Flag(help: "Shows what would be added and changes nothing.") var dryRun = false
    @OptionGroup var data: DataOptions

    func run() throws {
      let folder = try data.folder()
      let codebook = try Rulebook.load(from: folder).codebook
      let problems = Problems()
      let table = FactTable(try loadSource(at: table, named: table), problems: problems)
      let facts = TabledFact.all(table, codebook: codebook, problems: problems)
      try problems.check()
      let codes = Set(facts.map(\.row.jurisdiction)).sorted()
      let result = FactImport(facts, into: try LawBook.load(codes: codes, from: folder, codebook: codebook))
      let texts = try result.texts(in: folder.name, codebook: codebook, day: readOn ?? Clock.today)
      if !dryRun {
        for (path, text) in texts { try replaceFile(at: "\(folder.name)/\(path)", with: text) }
      }
      Terminal.write(ImportText(result, style: Terminal.style).text)
      if result.hasDifferences { ExitStatus.gap.leave() }
    }
  }
}
