import Checking
import Documents
import TestSupport

/// A data folder in memory with one rule, one exception from it and one pathway, in the shipped vocabulary.
enum SmallFolder {
  static let rule = """
    rule: agreement
    title: A nurse practitioner works under an agreement
    concerns: delivery
    barrier: regulation
    consequence: unpaid
    applies: practitioner.profession == 'nurse_practitioner'
    requires:
      - id: agreement
        any:
          none is needed: law.np.physician_agreement == 'none'
          one is in force: agreed(program, practitioner, 'physician', on)
        otherwise: "{practitioner} has no agreement"
        pathways: [volunteering]

    """
  static let exception = """
    rule: not-in-virginia
    title: No agreement is asked for in Virginia
    concerns: delivery
    barrier: regulation
    consequence: unpaid
    applies: "true"
    excepts: agreement
    in: {states: [VA]}
    requires: []

    """
  static let pathway = """
    pathway: volunteering
    title: volunteering at home
    concerns: delivery
    kind: waiver
    cures: [unpaid]
    chosen: practitioner.employment == 'volunteer'
    available: practitioner.profession != 'physician'
    requires:
      - id: home
        that: practitioner.home_state == 'NC'
        otherwise: "{practitioner} does not live here"
    effort: {weeks: 1, cost_usd: 0, basis: planning assumption}
    cite: [none]

    """
  /// What stands before the cases of the rule's test file.
  static let head = """
    tests: agreement
    as_of: 2026-11-25
    law: {NC: {np.physician_agreement: required}, VA: {np.physician_agreement: required}}
    program:
      program: T
      sites: [{id: a, state: NC}]
      staff: [{id: np1, profession: nurse_practitioner, employment: employee}, {id: md1, profession: physician}]
      agreements: []
      services: [{id: s, service: evaluation_and_management, staff: {any: [np1]}, at: [a]}]

    """
  /// Makes the program one with an agreement in force.
  static let agreed = "agreements: [{of: np1, with: md1, kind: supervision, signed: 2026-01-01, ends: 2026-12-31}]"

  /// The tests of the rule in a folder with these cases, given as flow mappings, and with more keys of the file.
  static func tests(_ cases: [String], more: String = "", only ids: [String] = []) throws -> RuleTests {
    try tests(file: head + more + "cases:\n" + cases.map { "  - \($0)\n" }.joined(), only: ids)
  }

  static func tests(file: String, only ids: [String] = []) throws -> RuleTests {
    var texts: [String: String] = [:]
    for folder in ["rules/vocabulary", "rules/codebook"] {
      for path in Repository.files(below: folder, ending: ".yaml") { texts[path] = try Repository.text(path) }
    }
    texts["rules/definitions.yaml"] = """
      agreed:
        of: {g: program, p: practitioner, other: word(profession), on: date}
        is: g.agreements.exists(a, a.of == p && a.with.profession == other && a.signed <= on && on <= a.ends)

      """
    texts["rules/payment/agreement.yaml"] = rule
    texts["rules/payment/not-in-virginia.yaml"] = exception
    texts["rules/pathways/volunteering.yaml"] = pathway
    texts["rules/payment/agreement.test.yaml"] = file
    return try RuleTests(in: .memory(texts), only: ids)
  }
}
