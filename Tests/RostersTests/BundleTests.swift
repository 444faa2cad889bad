import Rosters
import TestSupport
import Testing

@Suite struct BundleTests {
  private func bundle(_ role: String, active: Bool = true) -> String {
    """
    {"resourceType": "Bundle", "type": "collection", "entry": [
      {"resource": {"resourceType": "PractitionerRole", "active": \(active), \(role)
        "practitioner": {"reference": "Practitioner/p1"},
        "specialty": [{"coding": [{"system": "http://nucc.org/provider-taxonomy", "code": "363LF0000X"}]}]}},
      {"resource": {"resourceType": "Practitioner", "id": "p1",
        "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1900000013"}],
        "name": [{"family": "Rivera", "given": ["Ana", "M"]}]}}]}
    """
  }

  @Test func aRoleBecomesAPractitioner() throws {
    let roster = try MadeUp.roster(bundle(""))
    #expect(roster.omissions.isEmpty)
    #expect(
      roster.staffSection == """
        staff:
          - id: rivera-ana
            name: "Ana Rivera"
            profession: nurse_practitioner
            npi: "1900000013"

        """)
  }

  @Test func whatIsNotInForceIsListed() throws {
    func lines(_ text: String) throws -> [String] { try MadeUp.roster(text).omissions.map(\.line) }
    #expect(try lines(bundle("", active: false)) == ["inactive: a role that is not active"])
    #expect(
      try lines(bundle(#""period": {"end": "2026-11-24"},"#)) == ["ended: a role that ended on 2026-11-24"])
    #expect(try lines(bundle(#""period": {"end": "2026-11-25"},"#)) == [])
    #expect(
      try lines(bundle("").replacing(#""id": "p1""#, with: #""id": "p2""#)) == [
        "no-practitioner: the bundle has no `Practitioner/p1`"
      ])
  }
}
