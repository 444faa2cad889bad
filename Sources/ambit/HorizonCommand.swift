import ArgumentParser
import Checking
import Diagnostics
import Documents
import Law
import Programs
import Reporting
import Rules

/// `ambit horizon`.
struct HorizonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "horizon",
    abstract: "Shows what changes for a program over the coming months: papers that end, law that begins.",
    discussion: """
      It looks from the day of --as-of, else from that of the file, else from today. As ICS it is a calendar that mail \
      programs import; an event keeps its name, so that importing it again replaces it.
      """)

  /// The forms of a horizon.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, ics }

  @Argument(help: "The program file, YAML.", completion: .file(extensions: ["yaml"])) var program: String
  @Option(help: "How many months to look ahead, 1 to 120.") var months = 12
  @OptionGroup var asked: AskedOptions
  @Option(help: "The form: text, json or ics.") var format = Form.text
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    guard (1...120).contains(months) else {
      throw Rejection(Diagnostic("months", at: nil, "--months lies between 1 and 120, found \(months)"))
    }
    let checker = try ProgramCheck(try data.folder())
    let program = try checker.program(try loadDocument(at: self.program, named: self.program))
    let law = try checker.law(for: program)
    var options = asked.options(for: program)
    options.to = options.from.adding(months: months)
    let horizon = Horizon(program, rules: checker.rules, law: law, options: options)
    try ReportOutput.write(try report(horizon), to: output)
  }

  private func report(_ horizon: Horizon) throws -> String {
    switch format {
    case .text: HorizonText(horizon, style: Terminal.style).text
    case .json: try HorizonJSON(horizon).text
    case .ics: HorizonICS(horizon, madeAt: ICSStamp(secondsSince1970: Clock.secondsSince1970)).text
    }
  }
}
