import Diagnostics
import Documents
import Programs

/// A row of a list of excluded persons, as far as screening reads it.
public struct Exclusion: Sendable {
  /// The widths beyond which a list cuts a field.
  struct Widths {
    let last: Int
    let first: Int
    let business: Int

    /// As the layout of the LEIE has them.
    static let leie = Widths(last: 20, first: 15, business: 30)
    /// SAM does not cut names.
    static let sam = Widths(last: .max, first: .max, business: .max)
  }

  /// Family name and first name, or the name of a business, as the list has it.
  public let name: String
  /// A valid NPI; nil where the list has none.
  public let npi: String?
  /// Under what the person is excluded, such as `1128a1`.
  public let kind: String
  /// Since when.
  public let from: Day?
  /// Until when, for those that were reinstated or whose term ended.
  public let ends: Day?
  /// The state for which it was waived.
  public let waived: String?
  /// Where it stands.
  public let range: SourceRange
  let last: CutText
  let first: CutText
  let business: CutText
}

/// A list of excluded persons as it was downloaded.
public struct ExclusionList: Sendable {
  /// The list.
  public enum Kind: String, Sendable {
    /// The List of Excluded Individuals and Entities of the HHS Inspector General.
    case leie
    /// The exclusions of SAM.gov.
    case sam

    /// As a person calls it.
    public var title: String { self == .leie ? "LEIE" : "SAM" }
  }

  /// Which list.
  public let kind: Kind
  /// What messages call the file.
  public let name: String
  /// How many rows it has.
  public internal(set) var rows = 0
  /// The last day on which a row's exclusion began: how old the file is at most.
  public internal(set) var newest: Day?
  /// The SHA-256 of the file, in hexadecimal.
  public let digest: String

  init(_ kind: Kind, _ source: SourceText) {
    self.kind = kind
    name = source.name
    digest = SHA256.hexadecimal(of: source.bytes)
  }
}
