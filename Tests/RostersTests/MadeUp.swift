import Diagnostics
import Documents
import Programs
import Rosters
import TestSupport
import Testing

/// People who do not exist, with NPIs that pass the check digit and are made up, too.
enum MadeUp {
  static let nppesHead =
    #""NPI","Entity Type Code","Provider Last Name (Legal Name)","Provider First Name","NPI Deactivation Date","#
    + #""NPI Reactivation Date","Provider Sex Code","Healthcare Provider Taxonomy Code_1","Provider License Number_1","#
    + #""Provider License Number State Code_1","Healthcare Provider Primary Taxonomy Switch_1","#
    + #""Healthcare Provider Taxonomy Code_2","Provider License Number_2","Provider License Number State Code_2","#
    + #""Healthcare Provider Primary Taxonomy Switch_2""#

  static let leieHead =
    "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,"
    + "REINDATE,WAIVERDATE,WVRSTATE"

  /// A row of the LEIE, as its file has them.
  static func leie(
    _ last: String, _ first: String, business: String = "", npi: String = "0000000000", reinstated: String = "00000000",
    waived: String = "00000000", in state: String = ""
  ) -> String {
    let fields = [
      last, first, "", business, "", "", "", npi, "", "", "", "NC", "27701", "1128a1", "20190418", reinstated, waived,
      state,
    ]
    return fields.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
  }

  /// A program with staff, one a line.
  static func program(_ staff: String...) -> String {
    """
    # Made up.
    program: Trial
    sites:
      - {id: a, name: Riverside Pain Clinic, state: NC}
    staff:
      # The lead.
    \(staff.map { "  - \($0)\n" }.joined())
    services: []  # None yet.

    """
  }

  static let ana = #"{id: ana, name: "Ana Rivera Soto, NP", profession: nurse_practitioner, npi: "1900000013"}"#

  static func vocabulary() throws -> Vocabulary { try Shipped.rules().vocabulary }

  static func file(_ text: String) throws -> ExtensibleProgram {
    try ExtensibleProgram(SourceText(name: "p.yaml", text: text), vocabulary: try vocabulary())
  }

  static func roster(_ text: String, as format: Roster.Format? = nil) throws -> Roster {
    try RosterReader.read(
      SourceText(name: "r", text: text), as: format, vocabulary: try vocabulary(), on: try #require(Day("2026-11-25")))
  }
}
