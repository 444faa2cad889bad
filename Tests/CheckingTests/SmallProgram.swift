import Diagnostics
import Checking
import Documents
import Law
import Programs
import Rules
import TestSupport

/// A clinic of two in memory, checked by the shipped rules under law that a test states.
struct SmallProgram {
  /// The rules: the shipped ones unless said otherwise.
  var rules: @Sendable () throws -> Rulebook = { try Shipped.rules() }
  /// Two physicians and a nurse practitioner without an agreement, unless a test adds to it.
  var text = """
    program: Small
    sites: [{id: clinic, state: NC, setting: office}]
    staff:
      - {id: md1, profession: physician, authorities: [{kind: licence, state: NC, status: active, ends: 2027-06-30}]}
      - {id: md2, profession: physician}
      - {id: np1, profession: nurse_practitioner, authorities: [{kind: licence, state: NC, status: active, ends: 2026-12-15}]}
    services:
      - {id: visits, service: evaluation_and_management, staff: {any: [np1]}, at: [clinic]}

    """
  var law = """
    NC:
      np.physician_agreement: required
      scope.physician: [evaluation_and_management]
      scope.nurse_practitioner: [evaluation_and_management]
    """

  func check(from: String = "2026-11-25", to: String? = nil, trustsRecalled: Bool = false) throws -> Check {
    let rules = try rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(law))
    try problems.check()
    let book = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
    let program = try Program(try document(text, named: "small.yaml"), vocabulary: rules.vocabulary)
    let start = try day(from)
    let options = Check.Options(from: start, to: try to.map(day) ?? start, trustsRecalled: trustsRecalled)
    return Check(program, rules: rules, law: book, conditions: try rules.conditions(of: book), options: options)
  }

  private func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw Unreadable(text: text) }
    return day
  }

  private struct Unreadable: Error { let text: String }
}

extension Check {
  /// The findings of a requirement, by subject, as outcome words.
  func outcomes(_ name: String) -> [String: String] {
    Dictionary(
      findings.filter { "\($0.rule).\($0.requirement)" == name }.map { ($0.subject.id, $0.outcome.word) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A finding by its id.
  func finding(_ id: String) -> Finding? { findings.first { $0.id == id } }
}
