import ArgumentParser
import Checking
import Drafting
import Rules

/// `ambit ask`.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Asks what a program leaves open, and writes the answers into its file.",
    discussion: """
      The questions are those that `ambit check` says to ask next. Comments and layout of the file stay as they are. \
      Answers are read from the terminal, or a line each from standard input.
      """)

  @Argument(help: "The program file, YAML.", completion: .file(extensions: ["yaml"])) var program: String
  @OptionGroup var asked: AskedOptions
  @Option(help: "The mildest consequence that fails: unlawful, uncredentialed, unpaid, at_risk or advisory.")
  var failOn = Consequence.unpaid
  @OptionGroup var data: DataOptions

  func run() throws {
    let checker = try ProgramCheck(try data.folder())
    let interview = try Interview(at: program, checker: checker) { asked.options(for: $0) }
    let check = try AskDialogue(Terminal.console).run(interview)
    throw ExitStatus(check, failingOn: failOn)
  }
}
