import Checking
import Diagnostics
import Documents
import Law
import Programs
import Rules
import TestSupport
import Testing

/// A program in memory under law that a test states, with the shipped rules.
struct StatedCheck {
  let text: String
  let law: String
  var file = "small.yaml"

  /// A nurse practitioner without an agreement, in a state that asks for one; her scope is recalled.
  static let small = StatedCheck(
    text: """
      program: Small Clinic
      sites: [{id: clinic, state: NC}]
      staff: [{id: np1, profession: nurse_practitioner, authorities: [{kind: licence, state: NC, status: active, ends: 2027-01-31}]}]
      services:
        - {id: visits, service: evaluation_and_management, staff: {any: [np1]}, at: [clinic]}
      payers: []
      """,
    law: """
      NC:
        np.physician_agreement: {value: required, cite: N.C. Gen. Stat. § 90-18.2}
        scope.nurse_practitioner: {value: [evaluation_and_management], source: recalled}
      """)

  func applicable() throws -> ApplicableLaw {
    let rules = try StatedRules.rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(law))
    try problems.check()
    let book = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
    return ApplicableLaw(law: book, conditions: try rules.conditions(of: book))
  }

  func program() throws -> Program {
    try Program(try document(text, named: file), vocabulary: try StatedRules.rules().vocabulary)
  }

  func options(to end: String = "2026-11-25") throws -> Check.Options {
    Check.Options(from: try #require(Day("2026-11-25")), to: try #require(Day(end)))
  }

  func check(to end: String = "2026-11-25") throws -> Check {
    let law = try applicable()
    return Check(
      try program(), rules: try StatedRules.rules(), law: law.law, conditions: law.conditions,
      options: try options(to: end)
    )
  }

  func horizon(to end: String) throws -> Horizon {
    Horizon(try program(), rules: try StatedRules.rules(), law: try applicable(), options: try options(to: end))
  }

  func transplant(to states: [String], keeping kept: Set<Belonging> = []) throws -> Transplant {
    Transplant(
      try program(), to: states, keeping: kept, rules: try StatedRules.rules(), law: try applicable(),
      options: try options())
  }
}
