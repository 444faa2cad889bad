import Documents
import Testing

@testable import Circuits

/// What is known of those who are supervised, and of the lines that share a payer.
@Suite struct PartyTests {
  private func holds(_ formula: String, _ concern: String, in program: String) throws -> [String: Truth] {
    let grounding = try SmallClinic.grounding(
      formula, question: "type: bool", fact: "{value: true, from: 2020-01-01, source: text}", concern: concern,
      in: program, on: #require(Day("2026-03-15")))
    let evaluation = Evaluation(grounding.circuit, lane: .all)
    return Dictionary(
      grounding.requirements.map { ($0.subject.id, evaluation[$0.holds]) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Workplaces

  /// A hospital in two states and an office in the first; who is supervised may work at any of them.
  private func supervised(_ agreement: String = "", person: String = "") -> String {
    """
    program: small
    sites:
      - {id: hospital, state: NC, setting: hospital_outpatient, underserved_area: true}
      - {id: office, state: NC, setting: office, underserved_area: true}
      - {id: across, state: VA, setting: office}
    staff: [{id: np1, profession: nurse_practitioner\(person)}, {id: md1, profession: physician}]
    services: [{id: needles, service: acupuncture, staff: {any: [np1]}, at: [hospital, across]}]
    agreements: [{kind: supervision, of: np1, with: md1, signed: 2026-03-10\(agreement)}]

    """
  }

  private let inHospital = "delegates.all(d, d.setting == 'hospital_outpatient')"

  @Test func whoMayWorkInAHospitalOrAnOfficeIsNotKnownToWorkInTheHospital() throws {
    let found = try holds(inHospital, "supervision", in: supervised())
    #expect(found == ["md1@NC": .unknown, "md1@VA": .no])
  }

  @Test func theSitesOfAnAgreementSayWhereItsPersonWorks() throws {
    let one = try holds(inHospital, "supervision", in: supervised(", sites: [hospital]", person: ", sites: [office]"))
    #expect(one == ["md1@NC": .yes])
    let both = try holds(inHospital, "supervision", in: supervised(", sites: [hospital, office]"))
    #expect(both == ["md1@NC": .unknown])
  }

  /// Otherwise a hospital of one state would exempt from the ratio of another.
  @Test func aSiteInAnotherStateIsNoWorkplaceInThisOne() throws {
    let found = try holds(inHospital, "supervision", in: supervised(", sites: [hospital, across]"))
    #expect(found == ["md1@NC": .yes, "md1@VA": .no])
  }

  @Test func theSitesOfThePersonCountWhereTheAgreementNamesNone() throws {
    let found = try holds(inHospital, "supervision", in: supervised(person: ", sites: [hospital]"))
    #expect(found == ["md1@NC": .yes, "md1@VA": .unknown])
  }

  @Test func whatIsTheSameOfAllPossibleSitesIsKnown() throws {
    let found = try holds("delegates.all(d, d.site.underserved_area)", "supervision", in: supervised())
    #expect(found == ["md1@NC": .yes, "md1@VA": .unknown])
  }

  // MARK: Shared payers

  /// Two lines of ten visits each, one of which lists the payer; `other` says what the second one lists.
  private func paid(_ other: String) -> String {
    """
    program: small
    sites: [{id: clinic, state: NC}]
    staff: [{id: np1, profession: nurse_practitioner}]
    payers: [{id: medicaid, kind: medicaid_ffs}]
    services:
      - {id: one, service: acupuncture, staff: {any: [np1]}, at: [clinic], payers: [medicaid], protocol: {visits: 10}}
      - {id: two, service: acupuncture, staff: {any: [np1]}, at: [clinic], protocol: {visits: 10}\(other)}

    """
  }

  /// S2: a list that is left out is unknown where one more element could turn *met* into *gap*.
  @Test func aLineWhosePayersAreLeftOutMayShareALimit() throws {
    let sum = "sum(services.map(s, s.protocol.visits)) <= 15"
    #expect(try holds(sum, "payer", in: paid("")) == ["medicaid@NC": .unknown])
    #expect(try holds(sum, "payer", in: paid(", payers: [medicaid]")) == ["medicaid@NC": .no])
    #expect(try holds(sum, "payer", in: paid(", payers: []")) == ["medicaid@NC": .yes])
  }

  @Test func itDoesNotWhereOneMoreLineCouldOnlyHelp() throws {
    let found = try holds("size(services) > 1", "payer", in: paid(""))
    #expect(found == ["medicaid@NC": .no])
  }
}
