import ArgumentParser
import Diagnostics
import Documents
import Law
import Reporting
import Rosters
import Rules

/// `ambit roster`.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Brings practitioners into a program.", subcommands: [Import.self])

  /// `ambit roster import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Reads practitioners from a table, NPPES or FHIR and writes the `staff` of a program.",
      discussion: """
        A table needs the columns NPI, Last Name, First Name, and Provider Type or Taxonomy Code; License State, License \
        Number, License Issue Date and License Expiration Date are read where they are there. What can't be mapped is \
        listed and left out, and the exit status is then 1. The status of a licence is never taken over. With --into, \
        who is absent from a program is added to it, and who differs is shown and left to be settled by hand.
        """)

    @Argument(help: "The file: CSV or JSON.", completion: .file(extensions: ["csv", "json"])) var file: String
    @Option(help: "The form of the file, csv, nppes or fhir; without it, told by its first line.")
    var from: Roster.Format?
    @Option(help: "The program file to add to.", completion: .file(extensions: ["yaml"])) var into: String?
    @Option(help: "The form of the report: text or json.") var format = ReportFormat.text
    @OptionGroup var data: DataOptions

    func run() throws {
      let vocabulary = try Rulebook.load(from: try data.folder()).vocabulary
      let source = try loadSource(at: file, named: file, limit: 256 << 20)
      let roster = try RosterReader.read(source, as: from, vocabulary: vocabulary, on: Clock.today)
      if from == nil { Terminal.writeError("\(file) is read as \(roster.format.title).\n") }
      let merge = try into.map { path in
        let program = try ExtensibleProgram(loadSource(at: path, named: path), vocabulary: vocabulary)
        let merge = RosterMerge(roster, with: program.program)
        let text = try merge.text(of: program, named: path, format: roster.format, vocabulary: vocabulary)
        if !merge.added.isEmpty { try replaceFile(at: path, with: text) }
        return merge
      }
      try write(roster, merge)
      if !roster.omissions.isEmpty || merge?.differences.isEmpty == false { throw ExitStatus.gap }
    }

    private func write(_ roster: Roster, _ merge: RosterMerge?) throws {
      if format == .json {
        Terminal.write(try RosterForm(roster, merge).text)
        return
      }
      if !roster.omissions.isEmpty { Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(roster.omissions)) }
      Terminal.write(merge.map { RosterText($0, of: roster, style: Terminal.style).text } ?? roster.staffSection)
    }
  }
}

extension Roster.Format: ExpressibleByArgument {}
