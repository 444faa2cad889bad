import ArgumentParser
import Checking
import Diagnostics
import Documents
import Reporting
import Rules

/// `ambit rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists, shows and tests the rules.", subcommands: [List.self, Show.self, Test.self])

  /// `ambit rules list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rules and pathways.")
    @OptionGroup var data: DataOptions

    func run() throws {
      let rules = try Rulebook.load(from: try data.folder())
      Terminal.write(RuleText(rules, style: Terminal.style).list)
    }
  }

  /// `ambit rules show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a rule or pathway: what it asks, of whom, by which law.")
    @Argument(help: "The id of a rule or pathway.") var id: String
    @OptionGroup var data: DataOptions

    func run() throws {
      let rules = try Rulebook.load(from: try data.folder())
      Terminal.write(try RuleText(rules, style: Terminal.style).page(id))
    }
  }

  /// `ambit rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Runs the tests of the rules.")
    @Argument(help: "The ids of the rules or pathways to test; without them, all.") var ids: [String] = []
    @OptionGroup var data: DataOptions

    func run() throws {
      let results = try RuleTests.run(in: try data.folder(), only: ids)
      Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(results.failures))
      Terminal.write(RuleTestText(results).text)
      throw results.failures.isEmpty ? ExitStatus.allWell : ExitStatus.gap
    }
  }
}
