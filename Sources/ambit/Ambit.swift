import ArgumentParser
import Diagnostics
import Reporting

/// The command line of Ambit.
@main
struct Ambit: ParsableCommand {
  /// What `--version` and `doctor` say.
  static let version = "0.1.0-dev"

  static let configuration = CommandConfiguration(
    commandName: "ambit",
    abstract: "Checks whether an integrated pain management program is lawful, credentialed and paid.",
    discussion: """
      Exit status: 0 all is well; 1 a gap at or above --fail-on; 2 an error in what was given; 3 something at or above \
      --fail-on is unknown or unverified; 64 a wrong command line.
      """,
    version: version,
    subcommands: [
      AskCommand.self, CheckCommand.self, CompareCommand.self, DiffCommand.self, DoctorCommand.self,
      EvalCommand.self, ExplainCommand.self, FactsCommand.self, HistoryCommand.self, HorizonCommand.self,
      LawCommand.self, LintCommand.self, NewCommand.self, RosterCommand.self, RulesCommand.self, SchemaCommand.self,
      ScreenCommand.self,
    ])

  /// Nothing escapes: an error that reached the runtime would exit with 1, which means a gap.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let rejection as Rejection {
      Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(rejection.diagnostics))
      ExitStatus.invalidInput.leave()
    } catch let status as ExitStatus {
      status.leave()
    } catch {
      leave(with: error)
    }
  }

  /// Help and a wrong command line: the library's words and its status, 0 or 64.
  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    guard code != .success, code != .validationFailure else { exit(withError: error) }
    Terminal.writeError("error: \(message)\n")
    ExitStatus.invalidInput.leave()
  }
}
