import Programs
import TestSupport
import Testing

@testable import Checking

/// Ten verdicts that were worked out by hand from statutes and rules, before the program was asked. The question is what
/// the law says, not how well its coding is founded: recalled facts are trusted.
@Suite struct StatuteVerdictTests {
  /// What a reader of the law concludes.
  enum Verdict: Sendable { case yes, no, unknown }

  struct Reading: Sendable, CustomTestStringConvertible {
    let example: String
    let line: String
    let state: String
    /// The payer that is asked about; nil: whether it is lawful.
    var payer: String?
    let verdict: Verdict
    let because: String
    let citation: String

    var testDescription: String { "\(example), \(line) in \(state): \(citation)" }
  }

  @Test(arguments: readings)
  func agreesWithTheReader(reading: Reading) throws {
    let transplant = try Examples.transplant(reading.example, to: [reading.state], trustsRecalled: true)
    let check = try #require(transplant.places.first).check
    let cells = check.cells.filter { check.program[$0.encounter.line].label == reading.line }
    let standings = cells.flatMap { cell -> [Standing] in
      guard let payer = reading.payer else { return [cell.lawful] }
      return cell.payers.filter { check.program[$0.payer].label == payer }.map(\.standing)
    }
    let standing = try #require(standings.max())
    switch reading.verdict {
    case .yes: #expect([.ready, .readyWithPathways].contains(standing), "\(reading.because)")
    case .no: #expect(standing == .blocked, "\(reading.because)")
    case .unknown: #expect(standing == .undetermined, "\(reading.because)")
    }
  }

  static let readings = [
    Reading(
      example: "florida-pain-clinic", line: "follow-ups", state: "VA", verdict: .yes,
      because: "a nurse practitioner licensed for autonomous practice works without an agreement",
      citation: "Va. Code § 54.1-2957(I)"),
    Reading(
      example: "oregon-back-pain", line: "needling", state: "NJ", verdict: .unknown,
      because: "nothing tells of a doctorate, of resuscitation training or of the referring professional's word",
      citation: "N.J. Stat. § 45:9-37.34j(a)"),
    Reading(
      example: "telehealth-hub", line: "telerehab", state: "TX", verdict: .unknown,
      because: "60 days of treatment pass the 30 of direct access, and nothing tells of a referral",
      citation: "Tex. Occ. Code § 453.301"),
    Reading(
      example: "florida-pain-clinic", line: "consultations", state: "TN", verdict: .no,
      because: "a private clinic that advertises pain management needs a director with the department's licence",
      citation: "Tenn. Code Ann. §§ 63-1-301(8)(B), 63-1-316(a)"),
    Reading(
      example: "vermont-bundle", line: "acupuncture", state: "PA", verdict: .unknown,
      because: "past 60 days a diagnosis by a physician, dentist or podiatrist is needed, and none is stated",
      citation: "63 P.S. § 1803.1; 49 Pa. Code § 18.15"),
    Reading(
      example: "vermont-bundle", line: "massage", state: "MN", verdict: .yes,
      because: "no licence exists; massage is a complementary practice that needs none",
      citation: "Minn. Stat. § 146A.01, subd. 4"),
    Reading(
      example: "telehealth-hub", line: "telepsychology", state: "NY", verdict: .no,
      because: "the authority of the compact needs a licence in a compact state, and New York is none",
      citation: "PSYPACT art. III, IV"),
    Reading(
      example: "durham", line: "acupuncture", state: "NC", payer: "medicare", verdict: .yes,
      because: "12 visits in 90 days for chronic low back pain, by supervised auxiliary personnel with a licence",
      citation: "NCD 30.3.3; 42 CFR 410.26"),
    Reading(
      example: "oregon-back-pain", line: "acupuncture", state: "OH", payer: "cco", verdict: .unknown,
      because: "a recent examination by a physician or chiropractor must be asked for, and none is stated",
      citation: "Ohio Adm. Code 5160-8-51; Ohio Rev. Code § 4762.10(A)"),
    Reading(
      example: "alaska-tribal", line: "manipulation", state: "AK", verdict: .no,
      because: "the federal exemption is for those whom a tribal program employs, not for another's contractor",
      citation: "AS 08.20.100; 25 U.S.C. 1621t"),
  ]
}
