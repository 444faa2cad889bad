import Checking
import Diagnostics
import Documents
import Law
import Programs
import TestSupport
import Testing

/// A program moved to other states takes along what belongs to the states of its sites, and nothing else.
@Suite struct TransplantTests {
  private let text = """
    program: Movable
    sites: [{id: clinic, state: NC, setting: office}]
    staff:
      - id: np1
        profession: nurse_practitioner
        home_state: VA
        works_from: NC
        authorities:
          - {kind: licence, state: NC, status: active, ends: 2028-01-31}
          - {kind: licence, state: VA, status: active, ends: 2028-01-31}
    services:
      - {id: visits, service: evaluation_and_management, staff: {any: [np1]}, at: [clinic], patients_in: [NC, VA], modalities: [in_person, video], payers: [plan]}
    payers: [{id: plan, kind: medicaid_managed_care, state: NC}]
    enrollments: [{of: np1, program: medicaid, state: NC, effective: 2020-01-01}]

    """

  private func program() throws -> Program {
    try Program(try document(text), vocabulary: try StatedRules.rules().vocabulary)
  }

  /// The states of a program: site, home, workplace, authorities, patients, payer, enrollment.
  private func states(_ program: Program) throws -> [String] {
    func words(_ shape: String, _ field: String) -> String {
      program.entities.filter { $0.shape == shape }.map { $0.word(field) ?? $0.words(field).joined(separator: "+") }
        .joined(separator: "+")
    }
    return [
      words("site", "state"), words("practitioner", "home_state"), words("practitioner", "works_from"),
      words("authority", "state"), words("service", "patients_in"), words("payer", "state"),
      words("enrollment", "state"),
    ]
  }

  @Test func takesAlongWhatIsInTheStatesOfItsSites() throws {
    #expect(try states(try program()) == ["NC", "VA", "NC", "NC+VA", "NC+VA", "NC", "NC"])
    #expect(try states(try program().transplanted(to: "TX")) == ["TX", "VA", "TX", "TX+VA", "TX+VA", "TX", "TX"])
    // Patients in one state twice are patients in that state.
    #expect(try states(try program().transplanted(to: "VA")) == ["VA", "VA", "VA", "VA+VA", "VA", "VA", "VA"])
  }

  @Test(arguments: [
    (Belonging.payers, ["TX", "VA", "TX", "TX+VA", "TX+VA", "NC", "TX"]),
    (.authorities, ["TX", "VA", "TX", "NC+VA", "TX+VA", "TX", "TX"]),
    (.enrollments, ["TX", "VA", "TX", "TX+VA", "TX+VA", "TX", "NC"]),
    (.patients, ["TX", "VA", "TX", "TX+VA", "NC+VA", "TX", "TX"]),
    (.homes, ["TX", "VA", "NC", "TX+VA", "TX+VA", "TX", "TX"]),
  ])
  func leavesInPlaceWhatIsKept(belonging: Belonging, expected: [String]) throws {
    #expect(try states(try program().transplanted(to: "TX", keeping: [belonging])) == expected)
  }

  @Test func tellsVerdictsAndTheLawBehindThem() throws {
    var small = SmallProgram()
    small.law = """
      NC:
        np.physician_agreement: {value: required, cite: N.C. Gen. Stat. § 90-18.2}
        scope.nurse_practitioner: [evaluation_and_management]
      VA:
        np.physician_agreement: none
        scope.nurse_practitioner: {value: [evaluation_and_management], source: recalled, cite: Va. Code § 54.1-2957}
      """
    let rules = try StatedRules.rules()
    let problems = Problems()
    let stated = TestLawReader(codebook: rules.codebook, problems: problems).read(try document(small.law))
    let book = LawBook(codebook: rules.codebook, jurisdictions: []).overlaid(with: stated)
    let day = try #require(Day("2026-11-25"))
    let transplant = Transplant(
      try Program(try document(small.text), vocabulary: rules.vocabulary), to: ["NC", "VA", "WY"], keeping: [],
      rules: rules, law: ApplicableLaw(law: book, conditions: try rules.conditions(of: book)),
      options: Check.Options(from: day, to: day))
    let lines = transplant.places.flatMap(\.lines)
    #expect(transplant.places.map(\.isCoded) == [true, true, false])
    #expect(lines.map(\.lawful) == [.blocked, .unverified, .undetermined])
    #expect(lines.map(\.paid) == [nil, nil, nil])
    let law = lines.map { line in
      line.law.map { "\($0.effect) \($0.jurisdiction) \($0.key ?? "") \($0.value ?? "") \($0.cite ?? "")" }
    }
    #expect(law[0] == ["blocks NC np.physician_agreement required N.C. Gen. Stat. § 90-18.2"])
    #expect(
      law[1] == ["unverified VA scope.nurse_practitioner evaluation_and_management Va. Code § 54.1-2957"])
    #expect(law[2].contains("missing WY np.physician_agreement  "))
    #expect(law[2].allSatisfy { $0.hasPrefix("missing WY ") })
  }
}
