import Diagnostics
import Documents
import Reporting
import Rosters
import TestSupport
import Testing

@Suite struct ScreeningTests {
  private func screening(_ rows: String..., staff: String = MadeUp.ana) throws -> Screening {
    try Screening(
      MadeUp.file(MadeUp.program(staff)).program,
      against: SourceText(name: "l.csv", text: MadeUp.leieHead + "\r\n" + rows.joined()), as: .leie,
      on: #require(Day("2026-11-25")))
  }

  private func verdict(_ rows: String, staff: String = MadeUp.ana) throws -> Screening.Verdict {
    try #require(try screening(rows, staff: staff).subjects.first).verdict
  }

  @Test func theSameNPIIsAMatchWhateverTheName() throws {
    #expect(try verdict(MadeUp.leie("OTHER", "NAME", npi: "1900000013")) == .exact)
  }

  @Test func theSameNameIsPossibleUnlessTheNPIIsAnother() throws {
    #expect(try verdict(MadeUp.leie("RIVERA-SOTO", "ANA")) == .possible)
    #expect(try verdict(MadeUp.leie("SOTO", "ANA")) == .possible)
    #expect(try verdict(MadeUp.leie("RIVERA", "ANA")) == .none)
    #expect(try verdict(MadeUp.leie("RIVERA SOTO", "ANNA")) == .none)
    #expect(try verdict(MadeUp.leie("RIVERA SOTO", "ANA", npi: "1900000021")) == .none)
    let unnumbered = MadeUp.ana.replacing(#", npi: "1900000013""#, with: "")
    #expect(try verdict(MadeUp.leie("RIVERA SOTO", "ANA", npi: "1900000021"), staff: unnumbered) == .possible)
  }

  @Test func aNameIsComparedAsFarAsTheListHasIt() throws {
    // 20 and 15 characters: the widths of LASTNAME and FIRSTNAME.
    let long = #"{id: x, name: "Maximiliana-Theodora Wolfeschlegelsteinhausen", profession: physician}"#
    #expect(try verdict(MadeUp.leie("WOLFESCHLEGELSTEINHA", "MAXIMILIANA-THE"), staff: long) == .possible)
    #expect(try verdict(MadeUp.leie("WOLFESCHLEGELSTEINH", "MAXIMILIANA-THE"), staff: long) == .none)
    #expect(try verdict(MadeUp.leie("WOLFESCHLEGELSTEINHA", "MAXIMILIANA-TH"), staff: long) == .none)
  }

  @Test(arguments: ["Ñuñez, José", "José Ñuñez", "Dr. José Ñuñez Jr., MD", "Jose\u{301} Nun\u{303}ez"])
  func accentsTitlesAndOrderDoNotMatter(name: String) throws {
    let staff = #"{id: x, name: "\#(name)", profession: physician}"#
    #expect(try verdict(MadeUp.leie("NUNEZ", "JOSE"), staff: staff) == .possible)
  }

  @Test func reinstatementEndsAnExclusionAndAWaiverLeavesItOpen() throws {
    #expect(try verdict(MadeUp.leie("A", "B", npi: "1900000013", reinstated: "20261125")) == .none)
    #expect(try verdict(MadeUp.leie("A", "B", npi: "1900000013", reinstated: "20261126")) == .exact)
    #expect(try verdict(MadeUp.leie("A", "B", npi: "1900000013", waived: "20200101", in: "NC")) == .possible)
  }

  @Test func aRowWithoutAFirstNameMayMeanAnybodyOfTheName() throws {
    #expect(try verdict(MadeUp.leie("SOTO", "")) == .possible)
  }

  @Test func whoHasNoNameIsNotScreened() throws {
    #expect(try verdict("", staff: #"{id: x, name: "Анна Петрова", profession: physician}"#) == .unscreened)
    #expect(try verdict("", staff: "{id: x, profession: physician}") == .unscreened)
    #expect(try verdict("", staff: "{id: x, name: Ana, profession: physician}") == .unscreened)
  }

  @Test func aBusinessIsComparedWithTheSites() throws {
    let subjects = try screening(MadeUp.leie("", "", business: "RIVERSIDE PAIN CLINIC")).subjects
    #expect(subjects.map(\.verdict) == [.none, .possible])
  }

  @Test func bothSpellingsOfTheHeadAreRead() throws {
    let head = MadeUp.leieHead.replacing("WVRSTATE", with: "WAIVERSTATE").replacing("ZIP", with: "ZIP CODE")
    let found = rejection {
      _ = try Screening(
        MadeUp.file(MadeUp.program(MadeUp.ana)).program, against: SourceText(name: "l.csv", text: head + "\n"),
        as: .leie, on: #require(Day("2026-11-25")))
    }
    #expect(found.isEmpty)
  }

  @Test func aWrongDateIsRefused() {
    let row = MadeUp.leie("A", "B").replacing("20190418", with: "20190231")
    let found = rejection { _ = try screening(row) }
    #expect(found.map(\.line) == ["wrong-date: expected a day as YYYYMMDD, found `20190231`"])
    #expect(found.map { "\($0.place)" } == ["2:68"])
  }

  @Test func aMatchInSAMIsByNPIAndAPossibleOneByName() throws {
    let text = """
      Classification,Name,First,Middle,Last,Exclusion Type,Active Date,Termination Date,NPI
      Individual,,ANA,,OTHER,Prohibition,04/18/2019,Indefinite,1900000013
      Individual,,JOHN,,OKAFOR,Prohibition,04/18/2019,Indefinite,
      Individual,,JOHN,,OKAFOR,Prohibition,04/18/2019,04/18/2020,1900000021

      """
    let staff = #"{id: john, name: "John Okafor, MD", profession: physician, npi: "1900000021"}"#
    let screening = try Screening(
      MadeUp.file(MadeUp.program(MadeUp.ana, staff)).program, against: SourceText(name: "s.csv", text: text), as: .sam,
      on: try #require(Day("2026-11-25")))
    #expect(screening.subjects.map(\.verdict) == [.exact, .possible, .none])
  }

  @Test func theTextTellsFileVerdictsAndCounts() throws {
    let screening = try screening(MadeUp.leie("RIVERA SOTO", "ANA"))
    let lines = ScreeningText(screening, fileOf: Day("2026-11-10"), style: Style(width: 110)).text.split(
      separator: "\n")
    #expect(
      lines.filter { !$0.contains("SHA-256") } == [
        "LEIE l.csv", "  1 row, file of 2026-11-10, newest exclusion 2019-04-18; screened on 2026-11-25",
        "ana (Ana Rivera Soto, NP) possible match",
        "    RIVERA SOTO, ANA, 1128a1 from 2019-04-18: the same name as far as the list has it; verify by SSN or EIN",
        "    l.csv:2:1", "1 without a match, 1 possible, 0 excluded.",
      ])
  }
}
