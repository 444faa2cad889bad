import Documents
import Law
import Programs
import Rules
import TestSupport
import Testing

@testable import Checking

/// How findings roll up into cells (S7), each case written out.
@Suite struct CellTests {
  /// A line in person at an office and by video to a patient at home in the same state, paid by one payer.
  private static let program: Tree = [
    "program": "small", "sites": [["id": "clinic", "state": "NC", "setting": "office"]],
    "staff": [["id": "np1", "profession": "nurse_practitioner"]],
    "payers": [["id": "plan", "kind": "commercial_insured"]],
    "services": [
      [
        "id": "visits", "service": "evaluation_and_management", "staff": ["any": ["np1"]], "at": ["clinic"],
        "modalities": ["in_person", "video"], "payers": ["plan"],
      ]
    ],
  ]

  /// The standings of the cells under these rules: lawful, and before the payer.
  private func standings(_ rules: [Tree]) throws -> [String: [Standing]] {
    let data = try DataFolder.shared.get()
    let texts = rules.enumerated().map { ("rules/structure/made-\($0.offset).yaml", $0.element.document) }
    let book = try Rulebook.load(from: .memory(data.withoutRules.merging(texts) { $1 }))
    let program = try Program(
      document(Self.program.document), vocabulary: book.vocabulary)
    let day = try #require(Day("2026-03-15"))
    let check = Check(
      program, rules: book, law: LawBook(codebook: book.codebook, jurisdictions: []), conditions: [:],
      options: .init(from: day, to: day))
    return Dictionary(
      uniqueKeysWithValues: check.cells.map { ($0.encounter.modality, [$0.lawful] + $0.payers.map(\.standing)) })
  }

  private func rule(_ id: String, _ concern: Concern, _ consequence: Consequence, applies: String, that: String) -> Tree
  {
    [
      "rule": .plain(id), "title": "made", "concerns": .plain(concern.rawValue), "barrier": "regulation",
      "consequence": .plain(consequence.rawValue), "applies": .quoted(applies),
      "requires": [["id": "only", "that": .quoted(that), "otherwise": "made"]],
    ]
  }

  @Test func aCoverageBearsOnTheCellsOfItsOwnPlaceAlone() throws {
    let found = try standings([
      rule("lawful", .delivery, .unlawful, applies: "true", that: "true"),
      rule("paid", .coverage, .unpaid, applies: "true", that: "place.setting == 'office'"),
    ])
    // Where a patient at home is, there is no setting that could be known.
    #expect(found == ["in_person": [.ready, .ready], "video": [.ready, .undetermined]])
  }

  /// S7: a site's findings bear on its cells, and a video visit is held from it. No clinic without its licence has any.
  @Test func whatIsUnlawfulOfASiteBlocksTheVisitsHeldFromIt() throws {
    let found = try standings([
      rule("lawful", .delivery, .unlawful, applies: "true", that: "true"),
      rule("licensed", .site, .unlawful, applies: "true", that: "site.setting != 'office'"),
    ])
    #expect(found == ["in_person": [.blocked, .blocked], "video": [.blocked, .blocked]])
  }

  @Test func whatIsUnlawfulTowardsAPayerBlocksTheCellOfThatPayerAndNotTheLine() throws {
    let found = try standings([
      rule("lawful", .delivery, .unlawful, applies: "true", that: "true"),
      rule("paid", .claim, .unpaid, applies: "true", that: "true"),
      rule("honest", .claim, .unlawful, applies: "true", that: "modality != 'video'"),
    ])
    #expect(found == ["in_person": [.ready, .ready], "video": [.ready, .blocked]])
  }

  /// Otherwise learning that the rule does not bind would turn *ready* into *undetermined*.
  @Test func aRuleOfWhichItIsNotKnownWhetherItBindsIsNoAnswer() throws {
    let unknown = "practitioner.employment == 'employee'"
    let found = try standings([rule("lawful", .delivery, .unlawful, applies: unknown, that: "true")])
    #expect(found == ["in_person": [.undetermined, .undetermined], "video": [.undetermined, .undetermined]])
  }

  @Test func aLineThatNoRuleSpeaksOfIsUndetermined() throws {
    let found = try standings([rule("advice", .delivery, .advisory, applies: "true", that: "true")])
    #expect(found == ["in_person": [.undetermined, .undetermined], "video": [.undetermined, .undetermined]])
  }

  @Test(arguments: [Consequence.atRisk, .advisory])
  func aGapThatIsAtRiskOrAdvisoryNeverBlocks(_ consequence: Consequence) throws {
    let found = try standings([
      rule("lawful", .delivery, .unlawful, applies: "true", that: "true"),
      rule("paid", .claim, .unpaid, applies: "true", that: "true"),
      rule("other", .claim, consequence, applies: "true", that: "false"),
    ])
    #expect(found == ["in_person": [.ready, .ready], "video": [.ready, .ready]])
  }
}
