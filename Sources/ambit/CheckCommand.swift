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
  @OptionGroup var data: DataOptions

  func run() throws {
    let folder = try data.folder()
    let check = try ProgramCheck(folder).check(
      try loadDocument(at: program, named: program), asOf: asOf, today: Clock.today,
      trustsRecalled: trust == .recalled)
    switch format {
    case .text: Terminal.write(CheckText(check, style: Terminal.style, explainsAll: explain).text)
    case .json: Terminal.write(try CheckJSON(check).text)
    }
    throw ExitStatus(check, failingOn: failOn)
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
