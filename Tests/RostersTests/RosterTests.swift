import Diagnostics
import Documents
import Rosters
import TestSupport
import Testing

@Suite struct RosterTests {
  /// A row of NPPES.
  private func nppes(_ fields: String...) -> String {
    MadeUp.nppesHead + "\n" + fields.map { $0 + "\n" }.joined()
  }

  private func omissions(_ roster: Roster) -> [String] { roster.omissions.map { "\($0.place) \($0.line)" } }

  @Test func theFormatIsToldByTheFirstLine() throws {
    #expect(try MadeUp.roster(nppes()).format == .nppes)
    #expect(try MadeUp.roster("NPI,Last Name,First Name,Provider Type\n").format == .csv)
    #expect(try MadeUp.roster(#"{"resourceType": "Bundle"}"#).format == .fhir)
  }

  // MARK: NPPES

  @Test func aPersonOfNPPESBecomesAPractitionerWhoseLicenceIsSelfReported() throws {
    let roster = try MadeUp.roster(
      nppes(#""1900000013","1","RIVERA SOTO","ANA","","","F","363LF0000X","NP123","NC","Y","","","","""#))
    #expect(roster.omissions.isEmpty)
    #expect(
      roster.staffSection == """
        staff:
          - id: riverasoto-ana
            name: "ANA RIVERA SOTO"
            profession: nurse_practitioner
            npi: "1900000013"
            # Self-reported in NPPES, not verified: state the status once the board has been asked.
            authorities:
              - {kind: licence, state: NC, number: "NP123"}

        """)
  }

  @Test func theColumnOfSexHasTwoNames() throws {
    let row = #""1900000013","1","LEE","MIN","","","F","363LF0000X","","","Y","","","","""#
    let old = nppes(row).replacing("Provider Sex Code", with: "Provider Gender Code")
    #expect(try MadeUp.roster(old).practitioners.map(\.name) == ["MIN LEE"])
  }

  @Test func whatCannotBeMappedIsListedWithItsPlace() throws {
    let marked = MarkedText(
      nppes(
        #""1900000039","1","","",▸"03/01/2024","","","","","","","","","","""#,
        #""1900000047",▸"2","","","","","","261Q00000X","","","N","","","","""#,
        #""1900000054","1","LEE","MIN","","","M",▸"101Y00000X","","","Y","","","","""#,
        #"▸"1900000050","1","ODD","EVA","","","F","225100000X","","","Y","","","","""#,
        #""1900000062","1","BOTH","BO","","","F",▸"225100000X","","","N","225X00000X","","","N""#))
    let roster = try MadeUp.roster(marked.text)
    #expect(roster.practitioners.isEmpty)
    #expect(
      roster.omissions.map(\.line) == [
        "deactivated-npi: NPI 1900000039 was deactivated on 2024-03-01",
        "no-person: NPI 1900000047: expected a person (entity type 1), found an organization",
        "unknown-profession: MIN LEE (NPI 1900000054): expected a taxonomy code of one profession of the vocabulary, "
          + "found `101Y00000X`",
        "invalid-npi: expected an NPI, ten digits of which the last checks the others, found `1900000050`",
        "unknown-profession: BO BOTH (NPI 1900000062): expected a taxonomy code of one profession of the vocabulary, "
          + "found `225100000X`, `225X00000X`",
      ])
    #expect(roster.omissions.map(\.place) == marked.places)
  }

  @Test func aReactivatedNPIIsActive() throws {
    func count(_ off: String, _ on: String) throws -> Int {
      let row = #""1900000013","1","LEE","MIN","\#(off)","\#(on)","F","363LF0000X","","","Y","","","","""#
      return try MadeUp.roster(nppes(row)).practitioners.count
    }
    #expect(try count("03/01/2024", "03/01/2024") == 1)
    #expect(try count("03/01/2024", "02/29/2024") == 0)
    #expect(try count("2024-03-01", "") == 0)
  }

  @Test func thePrimaryCodeTellsTheProfessionAndOtherLicencesAreListed() throws {
    let roster = try MadeUp.roster(
      nppes(#""1900000013","1","LEE","MIN","","","F","163W00000X","RN1","NC","N","363LF0000X","NP1","VA","Y""#))
    #expect(roster.practitioners.map(\.profession) == ["nurse_practitioner"])
    #expect(roster.practitioners.flatMap(\.licences).map(\.state) == ["VA"])
    #expect(
      omissions(roster) == [
        "2:40 other-licence: MIN LEE (NPI 1900000013): a licence beside the code `163W00000X` is not one of a "
          + "nurse_practitioner"
      ])
  }

  @Test(arguments: [
    ("363LF0000X", "nurse_practitioner"), ("363AM0700X", "physician_assistant"), ("2251X0800X", "physical_therapist"),
    ("111N00000X", "chiropractor"), ("208VP0014X", "physician"), ("207Q00000X", "physician"),
    ("103TC0700X", "psychologist"), ("101YM0800X", "counselor"), ("101YP2500X", "counselor"), ("101YA0400X", nil),
    ("204E00000X", nil),
    ("367A00000X", "certified_nurse_midwife"), ("1223X2210X", "dentist"), ("213EP1101X", "podiatrist"),
    ("1041C0700X", "clinical_social_worker"), ("104100000X", nil), ("363L", nil),
  ])
  func taxonomy(code: String, profession: String?) throws {
    #expect(Taxonomy(try MadeUp.vocabulary()).profession(of: code) == profession)
  }

  // MARK: Tables

  @Test func rowsOfOneNPIAreOnePractitionerWithSeveralLicences() throws {
    let roster = try MadeUp.roster(
      """
      Last Name,First Name,NPI,Provider Type,License State,License Number,License Expiration Date
      Okafor,John,1900000021,Physician,NC,MD9,06/30/2027
      Okafor,John,1900000021,physician,VA,,2028-01-31

      """)
    #expect(roster.omissions.isEmpty)
    #expect(
      roster.staffSection == """
        staff:
          - id: okafor-john
            name: "John Okafor"
            profession: physician
            npi: "1900000021"
            # Self-reported in a table of practitioners, not verified: state the status once the board has been asked.
            authorities:
              - {kind: licence, state: NC, number: "MD9", ends: 2027-06-30}
              - {kind: licence, state: VA, ends: 2028-01-31}

        """)
  }

  @Test func aProfessionIsNotGuessed() throws {
    let roster = try MadeUp.roster(
      "Last Name,First Name,NPI,Provider Type\nOkafor,John,1900000021,Physicain\n")
    #expect(
      omissions(roster) == [
        "2:24 unknown-profession: John Okafor: expected a profession of the vocabulary, found `Physicain`; the "
          + "nearest is `physician`"
      ])
  }

  @Test func aFileThatIsNoRosterIsRefused() {
    func refusal(_ text: String) -> [String] {
      rejection { _ = try MadeUp.roster(text) }.map { "\($0.place) \($0.line)" }
    }
    #expect(refusal("") == ["nowhere empty-table: `r` is empty; its first line must name the columns"])
    #expect(
      refusal("NPI,Lastname,First Name,Taxonomy\n") == [
        "1:1 missing-column: the first line needs the column `Last Name`; help: write `Last Name` for `Lastname`"
      ])
    #expect(
      refusal("NPI,Last Name,First Name,Taxonomy\n1900000021,Okafor\n") == [
        "2:1 uneven-row: this row has 2 fields; the first line names 4 columns"
      ])
    #expect(
      refusal("NPI,Last Name,First Name,Taxonomy\n1900000021,\"Okafor,John,207Q00000X\n").contains(
        "2:12 open-quote: a quoted field is never closed"))
    #expect(refusal("{}") == ["1:1 no-bundle: expected a FHIR resource of the type `Bundle`"])
  }

  @Test func aTextThatIsNotUTF8IsRefused() throws {
    let source = SourceText(name: "r", bytes: Array("NPI,Last Name\n1,Mu".utf8) + [0xF1] + Array("oz\n".utf8))
    let found = rejection {
      _ = try RosterReader.read(
        source, as: .csv, vocabulary: try MadeUp.vocabulary(), on: try #require(Day("2026-11-25")))
    }
    #expect(found.map(\.line) == ["not-utf-8: this line is not UTF-8; help: save the file as UTF-8"])
    #expect(found.map(\.place) == ["2:1"])
  }
}
