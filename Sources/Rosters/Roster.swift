import Diagnostics
import Documents

/// The practitioners of a file that somebody else keeps, and what of the file could not be used.
public struct Roster: Sendable {
  /// Whose form the file has.
  public enum Format: String, CaseIterable, Sendable {
    /// A table with named columns, as exports of CAQH have them.
    case csv
    /// The National Plan and Provider Enumeration System's `npidata_pfile`.
    case nppes
    /// A FHIR R4 bundle of `PractitionerRole`.
    case fhir

    /// As a person calls it.
    public var title: String {
      switch self {
      case .csv: "a table of practitioners"
      case .nppes: "NPPES"
      case .fhir: "a FHIR bundle"
      }
    }
  }

  /// The form in which the file was read.
  public let format: Format
  /// In the order of the file, each once.
  public internal(set) var practitioners: [RosterPractitioner]
  /// What was left out, as warnings with their place.
  public internal(set) var omissions: [Diagnostic]
}

/// A practitioner as a roster has them.
public struct RosterPractitioner: Sendable {
  /// The id that the program gets.
  public internal(set) var id: String
  /// First name first.
  public let name: String
  /// A valid NPI.
  public let npi: String
  /// A word of the vocabulary.
  public let profession: String
  /// As the roster has them, which nobody verified.
  public internal(set) var licences: [RosterLicence]
  /// Where the roster names them.
  public let range: SourceRange
}

/// A licence that a roster claims. Its status is never taken over: that is for the board to say.
public struct RosterLicence: Hashable, Sendable {
  /// The postal code of the state.
  public let state: String
  /// The board's number for it.
  public let number: String?
  /// The first day.
  public let from: Day?
  /// The last day.
  public let ends: Day?
}
