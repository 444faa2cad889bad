import ArgumentParser
import Reporting
import Rules

/// `ambit schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of file, for editors and validators.",
    discussion: """
      The schemas are of draft 2020-12, made of the tables that Ambit reads with. They know the form of a file; what \
      parts of it say of each other is for `ambit check` and `ambit rules test`. `integrations/schemas/` holds them.
      """)

  @Argument(help: "The kind of file.") var kind: DocumentSchema
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    let rules = try Rulebook.load(from: try data.folder())
    try ReportOutput.write(try kind.text(rules), to: output)
  }
}

extension DocumentSchema: ExpressibleByArgument {}
