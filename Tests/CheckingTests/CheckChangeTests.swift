import Checking
import Programs
import Testing

/// What differs between two checks.
@Suite struct CheckChangeTests {
  private func change(_ before: SmallProgram, _ after: SmallProgram) throws -> CheckChange {
    CheckChange(from: try before.check(), to: try after.check())
  }

  private static let agreement =
    "agreements: [{kind: collaborative_practice, of: np1, with: md1, signed: 2020-01-01}]\n"

  private func with(_ text: String) -> SmallProgram {
    var program = SmallProgram()
    program.text += text
    return program
  }

  private func findings(_ change: CheckChange, of rule: String) -> [String] {
    change.findings.filter { $0.finding.rule == rule }.map {
      "\($0.kind): \($0.finding.subject.id), \($0.before?.word ?? "none") to \($0.after?.word ?? "none")"
    }
  }

  private func cells(_ change: CheckChange) -> [String] {
    change.cells.map { cell in
      let words = [cell.before, cell.after].map { $0.map { "\($0)" } ?? "none" }
      return "\(cell.program[cell.encounter.line].label): \(words.joined(separator: " to "))"
    }
  }

  @Test func aCheckDoesNotDifferFromItself() throws {
    #expect(try change(SmallProgram(), SmallProgram()).isEmpty)
  }

  @Test func aCommentAndTheOrderOfPartsChangeNothing() throws {
    var moved = SmallProgram()
    moved.text = moved.text.replacing(
      "  - {id: md2, profession: physician}\n", with: "# the second physician\n  - {profession: physician, id: md2}\n")
    #expect(try change(SmallProgram(), moved).isEmpty)
  }

  @Test func aGapThatIsClosedIsSettledAndTurnsItsCell() throws {
    let change = try change(SmallProgram(), with(Self.agreement))
    #expect(findings(change, of: "np-physician-agreement").first == "settled: visits/np1@NC, gap to met")
    #expect(cells(change).count == 1)
    #expect(cells(change)[0].hasPrefix("visits: blocked to "))
  }

  @Test func aGapThatOpensAppears() throws {
    let change = try change(with(Self.agreement), SmallProgram())
    #expect(findings(change, of: "np-physician-agreement").first == "appeared: visits/np1@NC, met to gap")
  }

  @Test func aLineThatIsTakenOutLeavesItsFindingsSettled() throws {
    var without = SmallProgram()
    without.text = without.text.replacing("id: visits,", with: "id: calls,")
    let change = try change(SmallProgram(), without)
    #expect(
      findings(change, of: "np-physician-agreement").filter { $0.contains("@NC") } == [
        "appeared: calls/np1@NC, none to gap", "settled: visits/np1@NC, gap to none",
      ])
    #expect(cells(change) == ["calls: none to blocked", "visits: blocked to none"])
  }

  @Test func aDoubtThatBecomesAGapHasChanged() throws {
    var unknown = SmallProgram()
    unknown.law = "NC:\n  np.physician_agreement: unknown\n  scope.nurse_practitioner: [evaluation_and_management]\n"
    let change = try change(unknown, SmallProgram())
    #expect(findings(change, of: "np-physician-agreement").first == "changed: visits/np1@NC, unknown to gap")
  }
}
