import ArgumentParser
import Checking
import Diagnostics
import Documents
import Law
import Programs
import Reporting
import Rules

/// `ambit explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows a finding as a tree: what its rule asks, what of it holds, by which facts.",
    discussion: """
      Each part is marked `yes`, `no` or `unknown`; `recalled` beside it says that facts which nobody checked against \
      a text decide it.
      """)

  @Argument(help: "The program file, YAML.", completion: .file(extensions: ["yaml"])) var program: String
  @Argument(help: "The id of a finding, or the beginning of it: rule.requirement:subject.", completion: .finding)
  var finding: String
  @OptionGroup var asked: AskedOptions
  @Option(help: "The form: text or json.") var format = ReportFormat.text
  @OptionGroup var data: DataOptions

  func run() throws {
    let checker = try ProgramCheck(try data.folder())
    let program = try checker.program(try loadDocument(at: self.program, named: self.program))
    let law = try checker.law(for: program)
    let options = asked.options(for: program)
    let explained = try checker.explain(finding, of: program, under: law, options)
    switch format {
    case .text: Terminal.write(ExplainText(explained, options, style: Terminal.style).text)
    case .json: Terminal.write(try ExplainJSON(explained, options).text)
    }
  }
}
