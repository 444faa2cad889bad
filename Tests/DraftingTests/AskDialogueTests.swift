import Checking
import Diagnostics
import Documents
import Drafting
import Foundation
import Reporting
import TestSupport
import Testing

/// Questions that are put one by one, and answers that are written into the file.
@Suite struct AskDialogueTests {
  private static let program = """
    # A clinic of one.
    program: Small   # for tests
    sites: [{id: clinic, state: NC, setting: office}] # in Durham
    staff:
      - id: md1
        profession: physician # pain medicine
        authorities: [{kind: licence, state: NC, status: active, ends: 2027-06-30}]
    services:
      - {id: visits, service: evaluation_and_management, staff: {any: [md1]}, at: [clinic]}

    """

  /// What a dialogue wrote, and the file after it.
  private struct Talk {
    var shown = ""
    var file = ""
    var refused: [String] = []
  }

  private final class Script {
    var lines: [String]
    var shown = ""
    init(_ lines: [String]) { self.lines = lines }
  }

  /// Answers by the beginning of a question's words; every other question is skipped.
  private func talk(
    _ answers: [(asked: String, lines: [String])], program: String = program,
    beforeAnswer: ((String) throws -> Void)? = nil
  ) throws -> Talk {
    var result = Talk()
    try withFolder(["small.yaml": program]) { folder in
      let path = "\(folder)/small.yaml"
      let script = Script([])
      var current = ""
      let console = Console(style: Style(), isEchoing: true) {
        if let answer = script.lines.first {
          script.lines.removeFirst()
          return answer
        }
        guard let known = answers.first(where: { current.contains($0.asked) }), !known.lines.isEmpty else { return "" }
        current = ""
        try? beforeAnswer?(path)
        script.lines = Array(known.lines.dropFirst())
        return known.lines[0]
      } write: { text in
        script.shown += text
        if text.contains("Bears on") {
          current = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        }
      }
      let checker = try ProgramCheck(Repository.data)
      let day = try #require(Day("2026-11-25"))
      let interview = try Interview(at: path, checker: checker) { _ in Check.Options(from: day, to: day) }
      result.refused = rejection { _ = try AskDialogue(console).run(interview) }.map(\.line)
      result.shown = script.shown.replacing(folder + "/", with: "")
      result.file = try String(contentsOfFile: path, encoding: .utf8)
    }
    return result
  }

  @Test func anAnswerIsWrittenAtItsPlaceAndTheRestStays() throws {
    let talk = try talk([("(`administrative_champion` of program)", ["Yes"])])
    #expect(talk.file == Self.program + "administrative_champion: true\n")
    #expect(talk.shown.contains("> Yes\n  Written.\n"))
    #expect(talk.shown.contains("settled  met biopsychosocial-team.administrative-champion, program\n"))
  }

  @Test func anAnswerAboutAPartWithinBracesStaysWithin() throws {
    let talk = try talk([("(`owners` of clinic)", ["profession: physician, kind: person, share: 100"])])
    let line = "sites: [{id: clinic, state: NC, setting: office}] # in Durham"
    let answered =
      "sites: [{id: clinic, state: NC, setting: office, owners: [{profession: physician, kind: person, share: 100}]}]"
      + " # in Durham"
    #expect(talk.file == Self.program.replacing(line, with: answered))
  }

  @Test func whatDoesNotFitIsAskedForAgain() throws {
    let talk = try talk([("(`clinical_champion` of program)", ["perhaps", "no"])])
    #expect(talk.shown.contains("> perhaps\n  expected yes or no, found `perhaps`\n> no\n  Written.\n"))
    #expect(talk.file == Self.program + "clinical_champion: false\n")
  }

  @Test func aKeyThatTheProgramDoesNotKnowIsNotWritten() throws {
    let talk = try talk([("(`owners` of clinic)", ["proffesion: physician", ""])])
    #expect(talk.shown.contains("  `proffesion` is no key of an owner; write `profession`\n"))
    #expect(talk.file == Self.program)
  }

  @Test func aQuestionMarkTellsTheRuleAndTheLaw() throws {
    let talk = try talk([("(`owners` of clinic)", ["?", ""])])
    let text = talk.shown.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(
      text.contains(
        "> ? corporate-practice.owners: Where the ban on corporate practice is strong, nobody without a licence owns "
          + "the practice (at risk if not) of clinic law: NC `cpom.doctrine` is strong, N.C. Gen. Stat. ch. 55B"))
    #expect(talk.shown.contains("  All of it: ambit explain small.yaml 'corporate-practice.owners:clinic'\n"))
    #expect(talk.file == Self.program)
  }

  @Test func nothingIsWrittenWhereTheFileChangedMeanwhile() throws {
    let other = "# changed elsewhere\n" + Self.program
    let talk = try talk([("(`clinical_champion` of program)", ["yes"])]) { path in
      try Data(other.utf8).write(to: URL(filePath: path))
    }
    #expect(talk.refused.count == 1)
    #expect(talk.refused[0].hasPrefix("changed-file: "))
    #expect(
      talk.refused[0].contains("was changed since it was read; this answer is not written; help: run `ambit ask "))
    #expect(talk.file == other)
  }

  @Test func aSkippedQuestionIsNotPutAgain() throws {
    let talk = try talk([])
    #expect(talk.file == Self.program)
    #expect(talk.shown.components(separatedBy: "Has a clinician been named").count == 2)
  }

  @Test func partsOfOneNameAreAskedForEach() throws {
    let program = Self.program.replacing(
      "    authorities: [{kind: licence, state: NC, status: active, ends: 2027-06-30}]\n",
      with: "    authorities:\n      - {kind: licence, state: NC, status: active}\n"
        + "      - {kind: licence, state: VA, status: active}\n")
    let talk = try talk([("(`ends` of md1: an authority to practise) (line 8)", ["2028-06-30"])], program: program)
    #expect(
      talk.file.contains("      - {kind: licence, state: NC, status: active, ends: 2028-06-30}\n"), "\(talk.shown)")
    #expect(talk.file.contains("      - {kind: licence, state: VA, status: active}\n"))
  }

  @Test func stoppingKeepsWhatWasAnswered() throws {
    let talk = try talk([
      ("(`administrative_champion` of program)", ["yes"]), ("(`clinical_champion` of program)", ["q"]),
      ("(`owners` of clinic)", [""]),
    ])
    #expect(!talk.file.contains("clinical_champion"))
    #expect(talk.shown.contains("\n  line    lawful\n  visits  "))
  }

  @Test func everyLineFitsTheTerminal() throws {
    let talk = try talk([("(`owners` of clinic)", ["?", ""]), ("(`clinical_champion` of program)", ["no"])])
    #expect(talk.shown.split(separator: "\n").filter { $0.count > 80 } == [])
  }
}
