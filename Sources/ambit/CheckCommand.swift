import ArgumentParser
import Checking
import Diagnostics
import Documents
import Law
import Programs
import Reporting
import Rules

/// `ambit check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a program: is each service line lawful, credentialed and paid?")

  @Argument(help: "The program file, YAML.") var program: String
  @Option(help: "The day to check, YYYY-MM-DD; without it the file's `as_of` or `period`, else today.")
  var asOf: Day?
  @Option(help: "The form of the report: text or json.") var format = ReportFormat.text
  @Option(help: "The mildest consequence that fails: unlawful, uncredentialed, unpaid, at_risk or advisory.")
  var failOn = Consequence.unpaid
  @Option(help: "The facts that a favourable conclusion may rest on: verified, or recalled ones too.")
  var trust = Trust.verified
  @Flag(help: "Explains what is met and what does not apply, too.") var explain = false
  @Flag(help: .hidden) var timings = false
  @OptionGroup var data: DataOptions

  func run() throws {
    var stages = Stages()
    let folder = try data.folder()
    let checker = try stages.time("rules") { try ProgramCheck(folder) }
    let program = try stages.time("program") {
      try checker.program(try loadDocument(at: self.program, named: self.program))
    }
    let law = try stages.time("law") { try checker.law(for: program) }
    let check = stages.time("check") { checker.check(program, under: law, options(for: program)) }
    let report = try stages.time("report") { try self.report(check) }
    Terminal.write(report)
    if timings { Terminal.writeError(stages.text) }
    throw ExitStatus(check, failingOn: failOn)
  }

  private func options(for program: Program) -> Check.Options {
    let today = Clock.today
    let days = asOf.map { $0...$0 } ?? program.days ?? today...today
    return Check.Options(from: days.lowerBound, to: days.upperBound, trustsRecalled: trust == .recalled)
  }

  private func report(_ check: Check) throws -> String {
    switch format {
    case .text: CheckText(check, style: Terminal.style, explainsAll: explain).text
    case .json: try CheckJSON(check).text
    }
  }
}

/// The forms in which reports are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// Which facts a favourable conclusion may rest on.
enum Trust: String, CaseIterable, ExpressibleByArgument { case verified, recalled }

extension Consequence: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day that exists, as `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}
