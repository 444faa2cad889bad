import Checking
import Diagnostics
import Documents
import Drafting
import Foundation
import Programs
import Reporting
import TestSupport
import Testing

/// A program's first text from its outline.
@Suite struct ProgramDraftTests {
  private func draft(_ words: OutlineWords) throws -> ProgramDraft {
    let checker = try ProgramCheck(Repository.data)
    let day = try #require(Day("2026-11-25"))
    return try ProgramDraft(try words.outline(checker.rules.vocabulary), for: "new.yaml", checker, on: day)
  }

  private func program(_ words: OutlineWords) throws -> Program {
    try ProgramCheck(Repository.data).program(try document(try draft(words).text))
  }

  private func staff(of line: String, in program: Program) throws -> [String] {
    let found = try #require(program.parts("services", of: program.root).first { $0.word("id") == line })
    let staffing = try #require(program.part("staff", of: found))
    return program.parts("any", of: staffing).map(\.label)
  }

  private let clinic = OutlineWords(
    state: "north carolina", setting: "office", professions: "nurse practitioner, acupuncturist,health-coach",
    services: "evaluation_and_management,acupuncture,health_coaching", payers: "medicare_ffs,medicaid_ffs")

  @Test func saysWhatWasSaidAndNoMore() throws {
    let program = try program(clinic)
    #expect(program.name == "Pain program in North Carolina")
    let stated = Set(program.entities.flatMap { entity in entity.values.keys.map { "\(entity.shape).\($0)" } })
    #expect(
      stated == [
        "program.program", "program.sites", "program.staff", "program.payers", "program.services", "site.id",
        "site.state", "site.setting", "practitioner.id", "practitioner.profession", "payer.id", "payer.kind",
        "service.id", "service.service", "service.staff", "service.at", "service.payers", "staffing.any",
      ])
  }

  @Test func putsThoseOnALineWhoseProfessionMayGiveIt() throws {
    let program = try program(clinic)
    #expect(try staff(of: "evaluation-and-management", in: program) == ["np1"])
    #expect(try staff(of: "acupuncture", in: program) == ["acupuncturist1"])
    #expect(try staff(of: "health-coaching", in: program) == ["hc1"])
  }

  @Test func twoOfAProfessionAreTwoPeople() throws {
    var words = clinic
    words.professions = "physician,physician,physical_therapist"
    words.services = "physical_therapy,evaluation_and_management"
    let program = try program(words)
    #expect(try staff(of: "evaluation-and-management", in: program) == ["physician1", "physician2"])
    #expect(try staff(of: "physical-therapy", in: program) == ["pt1"])
  }

  @Test func saysWhichServiceNobodyMayGive() throws {
    var words = clinic
    words.professions = "health_coach"
    let draft = try draft(words)
    #expect(
      draft.text.contains(
        "  # acupuncture: the scope of nobody above covers it under the coded law of North Carolina\n"))
    #expect(!draft.text.contains("service: acupuncture"))
    #expect(
      draft.summary(Style()) == """
        Wrote new.yaml: 1 person, 1 service line, 2 payers.
          evaluation_and_management is left out: under the coded law of North Carolina
            it is outside the scope of each profession named (health coach).
          acupuncture is left out: under the coded law of North Carolina it is outside
            the scope of each profession named (health coach).

        Next:
          ambit check new.yaml --brief
          ambit ask new.yaml

        """)
  }

  @Test func whereNobodyMayGiveAnyServiceTheListIsEmpty() throws {
    var words = clinic
    words.professions = "health_coach"
    words.services = "acupuncture"
    let program = try program(words)
    #expect(program.parts("services", of: program.root).isEmpty)
  }

  @Test func whatWasNotSaidStandsAsAComment() throws {
    let text = try draft(OutlineWords(state: "VA", professions: "physician", services: "acupuncture")).text
    #expect(text.contains("    state: VA\n    # setting: office | hospital_outpatient | fqhc"))
    #expect(text.contains("    # authorities: [{kind: licence, state: VA, status: active, ends: YYYY-MM-DD}]\n"))
    #expect(text.contains("payers: []\n"))
  }

  @Test func aNameThatYAMLWouldReadOtherwiseIsQuoted() throws {
    var words = clinic
    words.name = "Pain: \"first\" # clinic"
    #expect(try program(words).name == "Pain: \"first\" # clinic")
  }

  @Test func everyWrongWordIsNamedWithTheNearest() throws {
    let words = OutlineWords(
      state: "Nroth Carolina", setting: "ofice", professions: "acupuncturst,physician", services: "mesage",
      payers: "medicare")
    #expect(
      rejection { _ = try draft(words) }.map(\.line) == [
        "unknown-answer: `Nroth Carolina` is no state; help: write `NC`",
        "unknown-answer: `ofice` is no setting; help: write `office`",
        "unknown-answer: `acupuncturst` is no profession; help: write `acupuncturist`",
        "unknown-answer: `mesage` is no service; help: write `massage`",
        "unknown-answer: `medicare` is no payer kind; help: write `medicare_ffs`",
      ])
  }

  // MARK: Asking

  private func completed(_ words: OutlineWords, _ answers: [String]) throws -> (words: OutlineWords?, shown: String) {
    var rest = answers[...]
    var shown = ""
    let console = Console(style: Style(), isEchoing: true, read: { rest.popFirst() }, write: { shown += $0 })
    let words = OutlineDialogue(console, try Shipped.rules().vocabulary).completed(words)
    return (words, shown)
  }

  @Test func asksForWhatWasNotGivenAlone() throws {
    let (words, shown) = try completed(
      OutlineWords(state: "NC", services: "acupuncture"), ["", "acupuncturst", "acupuncturist", ""])
    #expect(words == OutlineWords(state: "NC", professions: "acupuncturist", services: "acupuncture"))
    #expect(
      shown.contains("> acupuncturst\n  `acupuncturst` is no profession; write `acupuncturist`\n> acupuncturist\n"))
    #expect(!shown.contains("In which state"))
    #expect(shown.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func stoppingWritesNothing() throws {
    #expect(try completed(OutlineWords(), ["NC"]).words == nil)
  }
}
