import ArgumentParser
import Checking
import Comparing
import Diagnostics
import Documents
import Law
import Programs
import Reporting
import Rules

/// `ambit check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a program: is each service line lawful, credentialed and paid?",
    discussion: """
      With --states the program is moved to each of some states and checked there: every site, and what is in the \
      states of the sites. --keep leaves parts where they are. A field of CSV that a spreadsheet would take for a \
      formula gets an apostrophe in front; --raw leaves it out.

      --write-baseline accepts nothing by itself: the report and the exit status stay those of the check, what the file \
      names already stays as it is, and an acceptance that is over is not renewed.
      """)

  /// The forms of a check; the first four are for several states, too.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, csv, markdown, html, sarif, junit, github }

  /// By what findings are listed.
  enum Grouping: String, CaseIterable, ExpressibleByArgument { case barrier }

  @Argument(help: "The program file, YAML.", completion: .file(extensions: ["yaml"])) var program: String
  @OptionGroup var asked: AskedOptions
  @Option(help: "The form: text, json, csv, markdown, html, sarif, junit or github; the first four with --states, too.")
  var format = Form.text
  @Option(help: "Writes to this file, which is replaced whole, in place of standard output.") var output: String?
  @Option(help: "Lists the findings by `barrier`, with what each means; json always tells.") var groupBy: Grouping?
  @Option(help: "Moves the program to these states, with commas between, or to `all`.", completion: .states)
  var states: String?
  @Option(help: "What --states leaves in place, with commas: payers,authorities,enrollments,patients,homes.")
  var keep: String?
  @Option(help: "The mildest consequence that fails: unlawful, uncredentialed, unpaid, at_risk or advisory.")
  var failOn = Consequence.unpaid
  @OptionGroup var acceptance: BaselineOptions
  @Flag(help: "Explains what is met and what does not apply, too.") var explain = false
  @Flag(help: "Leaves the reasons of the findings out.") var brief = false
  @Flag(help: "Leaves out of CSV the apostrophe before what spreadsheets take for formulas.") var raw = false
  @Flag(help: "Checks again whenever the program, a rule or a state's law is written, and prints what changed.")
  var watch = false
  @Flag(help: .hidden) var timings = false
  @OptionGroup var data: DataOptions

  func validate() throws {
    if states == nil, keep != nil { throw ValidationError("--keep goes with --states.") }
    if states != nil, [.html, .sarif, .junit, .github].contains(format) {
      throw ValidationError("--format \(format.rawValue) does not go with --states.")
    }
    if watch, states != nil || output != nil || acceptance.isAsked || format != .text {
      throw ValidationError("--watch goes with --format text alone, without --states, --output and a baseline.")
    }
    if states != nil, acceptance.isAsked { throw ValidationError("A baseline does not go with --states.") }
    if states != nil, groupBy != nil { throw ValidationError("--group-by does not go with --states.") }
  }

  func run() throws {
    var stages = Stages()
    let folder = try data.folder()
    let stamps = watch ? stamps(of: folder) : [:]
    // Before the rules: what is no program is refused without them.
    let (vocabulary, program) = try stages.time("program") {
      let document = try loadDocument(at: self.program, named: self.program)
      let vocabulary = try Rulebook.vocabulary(of: folder)
      return (vocabulary, try Program(document, vocabulary: vocabulary))
    }
    let checker = try stages.time("rules") { try ProgramCheck(folder, vocabulary: vocabulary) }
    if let states {
      let codes = try Self.codes(states)
      let kept = try Self.belongings(keep ?? "")
      try transplant(program, to: codes, keeping: kept, checker, &stages)
      return
    }
    let law = try stages.time("law") { try checker.law(for: program) }
    var options = asked.options(for: program)
    let baseline = try acceptance.accepted()
    let keepsNotApplicable = format == .json || explain
    options.findsNotApplicable = keepsNotApplicable || baseline != nil
    var check = stages.time("check") { checker.check(program, under: law, options) }
    try acceptance.write(check)
    if let baseline {
      // No earlier day under which law is asked for makes an acceptance last longer.
      check = check.accepting(baseline, on: max(options.from, Clock.today), keepsNotApplicable: keepsNotApplicable)
      Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(check.acceptance?.warnings ?? []))
    }
    let report = try stages.time("report") { try self.report(check) }
    try ReportOutput.write(report, to: output)
    if timings { Terminal.writeError(stages.text) }
    if watch { try watch(from: check, stamps, folder) }
    throw ExitStatus(check, failingOn: failOn)
  }

  // MARK: Watching

  /// Checks on until it is interrupted; the status is that of the last check.
  private func watch(from first: Check, _ seen: [String: FileStamp], _ folder: FileTree) throws {
    let watch = Watch(
      check: { () throws(Rejection) in
        let checker = try ProgramCheck(folder)
        let program = try checker.program(try loadDocument(at: self.program, named: self.program))
        return checker.check(program, under: try checker.law(for: program), asked.options(for: program))
      }, stamps: { stamps(of: folder) })
    guard let last = watch.run(from: first, seen) else { throw ExitStatus.invalidInput }
    throw ExitStatus(last, failingOn: failOn)
  }

  private func stamps(of folder: FileTree) -> [String: FileStamp] {
    FileStamp.all(files: [program], folders: ["\(folder.name)/rules", "\(folder.name)/states"])
  }

  private func report(_ check: Check) throws -> String {
    let isGrouped = groupBy != nil
    switch format {
    case .text:
      return CheckText(
        check, style: Terminal.style, explainsAll: explain, isGrouped: isGrouped, isBrief: brief
      ).text
    case .json: return try CheckJSON(check).text
    case .csv: return CheckCSV(check, isRaw: raw).text
    case .markdown: return CheckMarkdown(check, explainsAll: explain, isGrouped: isGrouped).text
    case .html: return CheckHTML(check, explainsAll: explain, isGrouped: isGrouped).text
    case .sarif: return try CheckSARIF(check, below: Terminal.folder).text
    case .junit: return CheckJUnit(check).text
    case .github: return CheckWorkflowCommands(check, below: Terminal.folder).text
    }
  }

  // MARK: Several states

  private func transplant(
    _ program: Program, to codes: [String], keeping kept: Set<Belonging>, _ checker: ProgramCheck,
    _ stages: inout Stages
  ) throws {
    let law = try stages.time("law") { try checker.law(for: program, in: codes) }
    var options = asked.options(for: program)
    options.findsNotApplicable = false
    let transplant = stages.time("check") {
      Transplant(program, to: codes, keeping: kept, rules: checker.rules, law: law, options: options)
    }
    let report = try stages.time("report") { try self.report(transplant) }
    try ReportOutput.write(report, to: output)
    if timings { Terminal.writeError(stages.text) }
    throw ExitStatus.worst(transplant.places.map { ExitStatus($0.check, failingOn: failOn) })
  }

  private func report(_ transplant: Transplant) throws -> String {
    switch format {
    case .text, .html, .sarif, .junit, .github: TransplantText(transplant, style: Terminal.style).text
    case .json: try TransplantJSON(transplant).text
    case .csv: TransplantCSV(transplant, isRaw: raw).text
    case .markdown: TransplantMarkdown(transplant).text
    }
  }

  /// States alone: a site is in no other jurisdiction.
  private static func codes(_ list: String) throws(Rejection) -> [String] {
    if list == "all" { return States.codes }
    let codes = try JurisdictionSelection.codes(list)
    for code in codes where States.names[code] == nil {
      throw Rejection(Diagnostic("no-state", at: nil, "`\(code)` is no state that a site can be in"))
    }
    return codes
  }

  private static func belongings(_ list: String) throws(Rejection) -> Set<Belonging> {
    let problems = Problems()
    var kept: Set<Belonging> = []
    for word in list.split(separator: ",").map(String.init) {
      if let belonging = Belonging(rawValue: word) {
        kept.insert(belonging)
      } else {
        problems.report(
          .unknownWord(
            word, at: nil, id: "unknown-part", kind: "part that --keep can leave in place",
            allowed: Belonging.allCases.map(\.rawValue)))
      }
    }
    try problems.check()
    return kept
  }
}

/// The days and the trust that a check is asked with.
struct AskedOptions: ParsableArguments {
  @Option(help: "The day to check, YYYY-MM-DD; without it the file's `as_of` or `period`, else today.")
  var asOf: Day?
  @Option(help: "Leaves out law that was decided after this day, such as an act that works back; without it, none.")
  var asKnownOn: Day?
  @Option(help: "The facts that a favourable conclusion may rest on: verified, or recalled ones too.")
  var trust = Trust.verified

  /// The options for a program.
  func options(for program: Program) -> Check.Options {
    let today = Clock.today
    let days = asOf.map { $0...$0 } ?? program.days ?? today...today
    return Check.Options(
      from: days.lowerBound, to: days.upperBound, asKnownOn: asKnownOn, trustsRecalled: trust == .recalled)
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
