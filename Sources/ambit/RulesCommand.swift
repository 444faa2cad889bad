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
    @Argument(help: "The id of a rule or pathway.", completion: .rule) var id: String
    @OptionGroup var data: DataOptions

    func run() throws {
      let rules = try Rulebook.load(from: try data.folder())
      Terminal.write(try RuleText(rules, style: Terminal.style).page(id))
    }
  }

  /// `ambit rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the tests of the rules, and tells what they do not look at.",
      discussion: """
        --coverage lists what no test shows: each requirement met, a gap and unknown, each named alternative deciding, \
        each exception, each pathway taken with and without success. --mutate alters the rules one thing at a time and \
        lists what no test notices. A test file says with a reason what can't be shown (`not_covered`) or noticed \
        (`not_noticed`).

        Exit status: 1 where a test fails, something is not covered, or too few mutants are noticed; 2 for an error in \
        rules or tests, such as a reason that is not needed.
        """)
    @Argument(help: "The ids of the rules or pathways to test; without them, all.", completion: .rule)
    var ids: [String] = []
    @Flag(help: "Tells what the tests show of the rules, and what not.") var coverage = false
    @Flag(help: "Runs the tests against altered rules, and tells which alterations they do not notice.")
    var mutate = false
    @Option(help: "The form of the report: text or json.") var format = ReportFormat.text
    @OptionGroup var data: DataOptions

    func run() throws {
      let tests = try RuleTests(in: try data.folder(), only: ids)
      let results = tests.run()
      // What tests show that fail says nothing.
      let passes = results.failures.isEmpty
      let coverage = self.coverage && passes ? try tests.coverage() : nil
      let mutation = mutate && passes ? try tests.mutation() : nil
      switch format {
      case .json: Terminal.write(try RuleTestJSON(results, coverage: coverage, mutation: mutation).text)
      case .text:
        Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(results.failures))
        Terminal.write(RuleTestText(results).text)
        if let coverage { Terminal.write(CoverageText(coverage, style: Terminal.style).text) }
        if let mutation { Terminal.write(MutationText(mutation, style: Terminal.style).text) }
      }
      let isWell = passes && coverage?.missing.isEmpty ?? true && mutation?.reachesGoal ?? true
      throw isWell ? ExitStatus.allWell : ExitStatus.gap
    }
  }
}
