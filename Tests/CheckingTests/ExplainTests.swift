import Checking
import Circuits
import Documents
import TestSupport
import Testing

/// The tree of a finding says what the circuit computes, part by part.
@Suite struct ExplainTests {
  private func explain(_ program: String, _ name: String) throws -> ExplainedFinding {
    let checker = try ProgramCheck(try StatedRules.folder())
    let program = try checker.program(try document(program, named: "small.yaml"))
    let day = try #require(Day("2026-11-25"))
    return try checker.explain(
      name, of: program, under: try checker.law(for: program), Check.Options(from: day, to: day))
  }

  private func all(_ explained: ExplainedFinding) -> [ExplainedFinding.Part] {
    func below(_ part: ExplainedFinding.Part) -> [ExplainedFinding.Part] { [part] + part.parts.flatMap(below) }
    let routes = explained.routes.flatMap { route in
      [route.available, route.chosen] + route.asked.flatMap { $0.alternatives.map(\.part) }
    }
    return (explained.applies + explained.alternatives.map(\.part) + routes).flatMap(below)
  }

  @Test func everyPartIsWhatItsPartsMakeOfIt() throws {
    let example = try Repository.text("examples/durham.yaml")
    let checker = try ProgramCheck(Repository.data)
    let program = try checker.program(try document(example))
    let day = try #require(Day("2026-11-25"))
    let law = try checker.law(for: program)
    let options = Check.Options(from: day, to: day)
    let findings = checker.check(program, under: law, options).findings
    var compared = 0
    for finding in findings where finding.needsAttention || finding.rule == "licence-held" {
      let explained = try checker.explain(finding.id, of: program, under: law, options)
      #expect(explained.finding.outcome == finding.outcome)
      for part in all(explained) where part.kind == .all || part.kind == .any || part.kind == .not {
        compared += 1
        for lane in [\ExplainedFinding.Part.all, \.verified] {
          let parts = part.parts.map { $0[keyPath: lane] }
          let made =
            switch part.kind {
            case .all: parts.reduce(Truth.yes) { $0.and($1) }
            case .any: parts.reduce(Truth.no) { $0.or($1) }
            default: parts[0].not
            }
          #expect(part[keyPath: lane] == made, "\(finding.id): \(part.text)")
        }
      }
    }
    #expect(compared > 100)
  }

  private let small = """
    program: Small
    sites: [{id: a, state: NC}]
    staff: [{id: np1, profession: nurse_practitioner, authorities: [{kind: licence, state: NC, status: active, ends: 2027-01-31}]}]
    services: [{id: visits, service: evaluation_and_management, staff: {any: [np1]}, at: [a]}]
    payers: []

    """

  @Test func theBeginningOfAnIdSuffices() throws {
    #expect(try explain(small, "np-physician").finding.id == "np-physician-agreement.agreement:visits/np1@NC")
  }

  @Test func showsAlternativesWithTheirTruth() throws {
    let explained = try explain(small, "licence-held.licence:np1@NC")
    let named = explained.alternatives.filter { $0.part.all == .yes }.map(\.name)
    #expect(named == ["a licence of the state is in force"])
    let ends = try #require(all(explained).first { $0.text == "on <= x.ends" && $0.all == .yes })
    #expect(ends.values == "2026-11-25 <= 2027-01-31")
    #expect(
      ends.facts.map { "\($0.field) \($0.value) \($0.range?.place ?? "")" } == ["ends 2027-01-31 small.yaml:3:114"])
  }

  @Test func refusesWhatNamesNoFindingOrSeveral() throws {
    let unknown = rejection { _ = try explain(small, "licence-held.license:np1@NC") }
    #expect(
      unknown.map(\.line) == [
        "unknown-finding: `licence-held.license:np1@NC` is no finding of this program; help: write "
          + "`licence-held.licence:np1@NC`"
      ])
    let strange = rejection { _ = try explain(small, "zzz") }
    #expect(
      strange.map(\.line) == [
        "unknown-finding: `zzz` is no finding of this program; note: `ambit check PROGRAM --format json` lists their ids"
      ])
    let two = small.replacing(
      "services: [", with: "services: [{id: more, service: evaluation_and_management, staff: {any: [np1]}, at: [a]}, ")
    let several = rejection { _ = try explain(two, "np-physician-agreement.agreement") }
    #expect(
      several.map(\.line) == [
        "ambiguous-finding: 2 findings begin with `np-physician-agreement.agreement`; note: "
          + "np-physician-agreement.agreement:more/np1@NC; note: np-physician-agreement.agreement:visits/np1@NC; help: "
          + "write more of one of them"
      ])
    #expect(rejection { _ = try explain(two, "") }.map(\.id) == ["unknown-finding"])
  }
}
