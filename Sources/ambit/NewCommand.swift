import ArgumentParser
import Checking
import Documents
import Drafting

/// `ambit new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a program file, with comments on what to state next.",
    discussion: """
      In a terminal it asks for what no option gives; elsewhere --state, --profession and --service are needed. \
      Lists have commas between their words. Nothing is made up: what is not said is left out.
      """)

  @Argument(help: "The file to write; it must not be there yet.") var file = "program.yaml"
  @Option(help: "What the program calls itself; without it, a name after the state.") var name: String?
  @Option(help: "The state of the site.", completion: .state) var state: String?
  @Option(help: "The setting of the site, such as office.") var setting: String?
  @Option(help: "The professions, such as nurse_practitioner; one that is named twice is two people.")
  var profession: String?
  @Option(help: "The services, such as acupuncture.") var service: String?
  @Option(help: "The kinds of payers, such as medicare_ffs, or none.") var payer: String?
  @OptionGroup var data: DataOptions

  private var words: OutlineWords {
    OutlineWords(name: name, state: state, setting: setting, professions: profession, services: service, payers: payer)
  }

  func validate() throws {
    if !Terminal.isInteractive, let flag = words.missing.first {
      throw ValidationError("\(flag) is needed where there is no terminal to ask in.")
    }
  }

  func run() throws {
    var words = words
    try refuseToOverwrite(file)
    let checker = try ProgramCheck(try data.folder())
    if Terminal.isInteractive {
      guard let answers = OutlineDialogue(Terminal.console, checker.rules.vocabulary).completed(words) else {
        Terminal.writeError("Nothing was written.\n")
        throw ExitStatus.invalidInput
      }
      words = answers
    }
    let outline = try words.outline(checker.rules.vocabulary)
    let draft = try ProgramDraft(outline, for: file, checker, on: Clock.today)
    try createFile(at: file, with: draft.text)
    Terminal.write(draft.summary(Terminal.style))
  }
}
