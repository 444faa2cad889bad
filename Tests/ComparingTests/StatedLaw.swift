import Comparing
import Diagnostics
import Documents
import Law
import Rules
import TestSupport

/// Law that a test states, under the shipped codebook.
struct StatedLaw {
  let rules: Rulebook
  let law: LawBook

  /// Loaded once: it is the same for every test.
  private static let shipped = Result { try Shipped.rules() }

  /// The shipped rules.
  static func rules() throws -> Rulebook { try shipped.get() }

  /// Law by jurisdiction and key, as the tests of rules write it.
  init(_ text: String) throws {
    rules = try Self.rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(text))
    try problems.check()
    law = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
  }

  /// The comparison of some keys over some jurisdictions on 2026-11-25.
  func compare(
    _ keys: String, in codes: String, where condition: String? = nil, changedSince: String? = nil,
    on day: String = "2026-11-25"
  ) throws -> Comparison {
    let codes = try JurisdictionSelection.codes(codes)
    let formula = try condition.map { try rules.lawCondition(SourceText(name: "--where", text: $0)) }
    let request = Comparison.Request(
      codes: codes, keys: try rules.codebook.keys(matching: keys, of: [.state]),
      day: try JurisdictionSelection.day(day), condition: formula,
      changedSince: try changedSince.map { try JurisdictionSelection.day($0) })
    return try Comparison(request, rules: rules, law: law)
  }

  /// The history of a key.
  func history(_ keys: String, in codes: String, changedSince: String? = nil) throws -> History {
    History(
      keys: try rules.codebook.keys(matching: keys, of: [.state]), codes: try JurisdictionSelection.codes(codes),
      law: law, changedSince: try changedSince.map { try JurisdictionSelection.day($0) })
  }

  /// The difference of two places, for some keys.
  func difference(_ left: String, _ right: String, _ keys: String) throws -> Difference {
    let today = try JurisdictionSelection.day("2026-11-25")
    let first = try JurisdictionSelection.place(left, otherwise: today)
    let second = try JurisdictionSelection.place(right, otherwise: today)
    return try Difference(
      .init(code: first.code, day: first.day), .init(code: second.code, day: second.day),
      keys: try rules.codebook.keys(matching: keys, of: [.state]), law: law)
  }
}

/// Three states that answer, one whose answer hangs on conditions, and one of which nothing is coded (WY).
let smallLaw = """
  NC:
    np.physician_agreement: {value: required, cite: NC law}
    medicaid.acupuncture: not_covered
  OR:
    np.physician_agreement: {value: none, from: 1979, cite: "OR law, ch. 1"}
    medicaid.acupuncture: {value: covered, from: 2016-07-01, cite: OR plan}
  NM:
    np.physician_agreement: {value: none, cite: NM law, source: recalled}
    medicaid.acupuncture: {value: limited, cite: NM rule, note: "=only by waiver"}
  VA:
    np.physician_agreement:
      - {value: required, to: 2019-01, cite: VA old law}
      - {value: transition, from: 2019-01, cite: VA law}
    medicaid.acupuncture: {value: covered, cite: VA plan, except: [{when: course.visits > 8, value: not_covered}]}
  """
