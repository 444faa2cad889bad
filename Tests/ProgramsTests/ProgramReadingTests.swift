import Diagnostics
import Documents
import Programs
import TestSupport
import Testing

@Suite struct ProgramReadingTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Shipped.rules().vocabulary }

  private func expect(_ marked: String, _ messages: [String], at location: SourceLocation = #_sourceLocation) {
    let vocabulary = vocabulary
    expectRejection(of: marked, with: messages, sourceLocation: location) {
      _ = try Program($0, vocabulary: vocabulary)
    }
  }

  /// A small program whose parts can be exchanged.
  private func program(
    site: String = "{id: a, state: NC}", staff: String = "{id: p, profession: physician}",
    service: String = "{id: s, service: acupuncture, staff: {any: [p]}, at: [a]}", rest: String = ""
  ) -> String {
    "program: Test\nsites:\n  - \(site)\nstaff:\n  - \(staff)\nservices:\n  - \(service)\n\(rest)"
  }

  @Test func readsTheSmallestProgram() throws {
    let program = try Program(try document(program()), vocabulary: vocabulary)
    #expect(program.name == "Test")
    #expect(program.states == ["NC"])
  }

  @Test func refusesAnUnknownKey() {
    expect(
      program(staff: "{id: p, profession: physician, ▸specialities: x}"),
      ["unknown-key: `specialities` is no key of a practitioner; help: write `specialty`"])
  }

  @Test func namesHugeWordsInPart() {
    let huge = String(repeating: "x", count: 100_000)
    let part = huge.prefix(40) + "…"
    expect(
      program(
        site: "{id: a, state: ▸\(huge)}", staff: "{id: ▸\(huge) y, npi: ▸\(huge), profession: physician}",
        service: "{id: s, service: acupuncture, staff: {any: [▸\(huge)]}, at: [a]}"),
      [
        "unknown-state: `\(part)` is no state; note: expected a postal code such as `NC`",
        "invalid-id: an id is made of letters, digits, `-` and `_`, found `\(part)`",
        "invalid-npi: `\(part)` is no NPI: ten digits, of which the last checks the others",
        "unknown-reference: `\(part)` is no practitioner of this program",
      ])
  }

  /// To find the nearest of nine thousand ids for each of many mistakes would take seconds.
  @Test func looksForTheNearestOfManyIDsOnce() {
    let staff = (0..<9000).map { "  - {id: p\($0), profession: physician}\n" }.joined()
    let mistakes = (0..<200).map { "▸q\($0)" }
    let any = mistakes.joined(separator: ", ")
    let lines = "services:\n  - {id: s, service: acupuncture, staff: {any: [\(any)]}, at: [a]}\n"
    let text = MarkedText("program: Test\nsites:\n  - {id: a, state: NC}\nstaff:\n" + staff + lines)
    let found = rejection {
      _ = try Program(YAMLReader.read(SourceText(name: "test.yaml", text: text.text)), vocabulary: vocabulary)
    }
    #expect(found.count == Problems.limit + 1)
    #expect(found[0].line == "unknown-reference: `q0` is no practitioner of this program; help: write `p0`")
    #expect(found[1].line == "unknown-reference: `q1` is no practitioner of this program; help: write `p1`")
    #expect(found[2].line == "unknown-reference: `q2` is no practitioner of this program")
    #expect(found[100].line == "too-many-errors: there are more errors than 100; these are the first")
    #expect(found.map(\.place) == Array(text.places.prefix(101)))
  }

  @Test func refusesAnUnknownProfession() {
    expect(
      program(staff: "{id: p, profession: ▸nurse_practicioner}"),
      ["unknown-profession: `nurse_practicioner` is no profession; help: write `nurse_practitioner`"])
  }

  @Test(arguments: [("N.C.", "NC"), ("north carolina", "NC"), ("Virgina", "VA"), ("nc", "NC"), ("Washington DC", "WA")])
  func refusesAnUnknownState(written: String, meant: String) {
    expect(
      program(site: "{id: a, state: ▸\(written)}"), ["unknown-state: `\(written)` is no state; help: write `\(meant)`"])
  }

  @Test func refusesAStateThatResemblesNone() {
    expect(
      program(site: "{id: a, state: ▸Atlantis}"),
      ["unknown-state: `Atlantis` is no state; note: expected a postal code such as `NC`"])
  }

  @Test func refusesAnUnknownService() {
    expect(
      program(service: "{id: s, service: ▸accupuncture, staff: {any: [p]}, at: [a]}"),
      ["unknown-service: `accupuncture` is no service; help: write `acupuncture`"])
  }

  @Test func refusesADateThatDoesNotExist() {
    expect(
      program(rest: "as_of: ▸2026-02-30\n"),
      ["wrong-type: expected `as_of`: a day that exists, as YYYY-MM-DD, found `2026-02-30`"])
  }

  @Test func refusesAReferenceToNobody() {
    expect(
      program(service: "{id: s, service: acupuncture, staff: {any: [▸lac1]}, at: [a]}"),
      [
        "unknown-reference: `lac1` is no practitioner of this program; note: expected one of `p`"
      ])
  }

  @Test func refusesAnIdThatIsTaken() {
    expect(
      "program: T\nsites:\n  - {id: a, state: NC}\n  - {id: ▸a, state: VA}\nstaff: []\nservices: []\n",
      ["duplicate-id: the id `a` is taken; note: first given here"])
  }

  @Test func refusesWhatIsMissing() {
    expect(
      "▸▸program: T\nsites: []\n",
      ["missing-key: a program needs `staff`", "missing-key: a program needs `services`"])
  }

  @Test func refusesTwoKindsOfStaffing() {
    expect(
      program(service: "{id: s, service: acupuncture, staff: ▸{any: [p], all: [p]}, at: [a]}"),
      ["staffing: the staff of a line is either `any: [ids]` or `all: [ids]`"])
  }

  @Test func refusesNumbersOutOfRange() {
    expect(
      program(staff: "{id: p, profession: physician, fte: ▸1.6, practice_hours: ▸-1}"),
      [
        "wrong-type: expected `fte`: a number between 0 and 1.5 with at most three decimals, found `1.6`",
        "out-of-range: `practice_hours` lies between 0 and 200000, found -1",
      ])
  }

  @Test func refusesAPeriodThatEndsBeforeItBegins() {
    expect(
      program(rest: "period: {from: 2026-05-01, to: ▸2026-04-30}\n"),
      ["empty-period: a period ends on or after the day on which it begins"])
  }

  @Test func showsEveryErrorOfAFile() {
    expect(
      """
      program: T
      sites:
        - {id: a, state: ▸Georgie}
      staff:
        - {id: p, profession: ▸phisician}
      services:
        - {id: s, service: acupuncture, staff: {any: [p, ▸q]}, at: [▸b]}
      ▸payer: []
      """,
      [
        "unknown-state: `Georgie` is no state; help: write `GA`",
        "unknown-profession: `phisician` is no profession; help: write `physician`",
        "unknown-reference: `q` is no practitioner of this program; help: write `p`",
        "unknown-reference: `b` is no site of this program; help: write `a`",
        "unknown-key: `payer` is no key of a program; help: write `payers`",
      ])
  }

  @Test func takesEveryoneForAllPractitioners() throws {
    let text =
      program(rest: "screenings:\n  - {of: everyone, list: leie, on: 2026-01-01, clear: true}\n")
    let program = try Program(try document(text), vocabulary: vocabulary)
    let screening = try #require(program.parts("screenings", of: program.root).first)
    #expect(program.parts("of", of: screening).map(\.label) == ["p"])
  }
}

@Suite struct ThousandthsTests {
  @Test(arguments: [("1", 1000), ("0.5", 500), ("0.125", 125), ("0", 0), ("1.5", 1500)])
  func readsDecimalsWithoutFloatingPoint(text: String, thousandths: Int) {
    #expect(Thousandths.parse(text) == thousandths)
    #expect(Thousandths.text(thousandths) == text)
  }

  @Test(arguments: ["-1", "1.", ".5", "0.1234", "1e3", "01", "1,5", ""])
  func refusesEverythingElse(text: String) { #expect(Thousandths.parse(text) == nil) }

  @Test func addsUpExactly() {
    #expect(["0.6", "0.3", "0.1"].compactMap(Thousandths.parse).reduce(0, +) == 1000)
  }
}
