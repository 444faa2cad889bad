import Checking
import Diagnostics
import Documents
import Programs

/// Who of an outline may give which of its services, by the scope of their professions under the law of the state.
public struct OutlineStaffing: Sendable {
  /// The rule that answers which services a profession may give. What else a service needs, such as an agreement or a
  /// training, can be had by those whom it lets.
  static let rule = "scope-of-practice"

  /// The professions that may give each service, in the order of the outline. Those of which nobody knows stand only
  /// where no other may; those with a licence only where none without may, since what is open to anyone is planned for
  /// the coach, and a licensed colleague would bring requirements of their own.
  public let professions: [String: [String]]

  /// Checks each profession with each service.
  /// - Throws: `Rejection` with errors of the law.
  public init(_ outline: ProgramOutline, _ checker: ProgramCheck, on day: Day) throws(Rejection) {
    let names = outline.professions.firsts
    let program = try checker.program(
      try YAMLReader.read(SourceText(name: "outline", text: Self.trial(outline, names))))
    let options = Check.Options(from: day, to: day)
    let check = checker.check(program, under: try checker.law(for: program), options)
    var outcomes: [String: [Outcome]] = [:]
    for finding in check.findings where finding.rule == Self.rule {
      if let line = finding.subject.line { outcomes[program[line].label, default: []].append(finding.outcome) }
    }
    var professions: [String: [String]] = [:]
    for service in outline.services {
      let able = names.filter { Self.isAble(outcomes["\(service)-\($0)"] ?? []) }
      let known = able.filter { outcomes["\(service)-\($0)"]?.contains(.unknown) == false }
      let fit = known.isEmpty ? able : known
      let unlicensed = fit.filter { !Self.isLicensed($0, checker.rules.vocabulary) }
      professions[service] = unlicensed.isEmpty ? fit : unlicensed
    }
    self.professions = professions
  }

  static func isLicensed(_ profession: String, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.word(profession, in: "profession")?.attributes["credential"] == "licence"
  }

  private static func isAble(_ outcomes: [Outcome]) -> Bool { !outcomes.isEmpty && !outcomes.contains(.gap) }

  /// A program with a line for each profession and service.
  private static func trial(_ outline: ProgramOutline, _ names: [String]) -> String {
    let setting = outline.setting.map { ", setting: \($0)" } ?? ""
    let staff = names.map { "  - {id: \($0), profession: \($0)}\n" }.joined()
    let lines = outline.services.flatMap { service in
      names.map { "  - {id: \(service)-\($0), service: \(service), staff: {any: [\($0)]}, at: [site]}\n" }
    }
    return "program: outline\nsites: [{id: site, state: \(outline.state)\(setting)}]\n"
      + "staff:\n\(staff)services:\n\(lines.joined())payers: []\n"
  }
}
