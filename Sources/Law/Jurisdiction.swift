import Diagnostics
import Documents

/// The law of one state, of the United States or of an accreditor, as far as it is coded.
public struct Jurisdiction: Sendable {
  /// The postal code, `US`, or `STANDARDS` for accreditors and compact commissions.
  public let code: String
  /// Its name in words.
  public let name: String
  /// The dated answers by key, oldest first as the file has them.
  public let facts: [String: [DatedValue]]
  /// The sources by their id.
  public let sources: [String: Source]

  /// Every code that a file of `states/` may have: the states and DC, `US`, and `STANDARDS` for other bodies.
  public static let codes = States.codes + ["US", "STANDARDS"]

  /// Whose law a code stands for.
  public static func level(of code: String) -> Level {
    switch code {
    case "US": .federal
    case "STANDARDS": .standard
    default: .state
    }
  }
}

/// The jurisdictions that a place can be in: 50 states and DC.
public enum States {
  /// Postal codes with names, in alphabetical order of the codes.
  public static let names: [String: String] = [
    "AK": "Alaska", "AL": "Alabama", "AR": "Arkansas", "AZ": "Arizona", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DC": "District of Columbia", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "IA": "Iowa", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan",
    "MN": "Minnesota", "MO": "Missouri", "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina",
    "ND": "North Dakota", "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VA": "Virginia", "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin",
    "WV": "West Virginia", "WY": "Wyoming",
  ]

  /// The postal codes, sorted.
  public static let codes = names.keys.sorted()

  /// The code that was probably meant: `N.C.` and `north carolina` mean `NC`.
  public static func code(meantBy text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    let letters = text.uppercased().filter { $0.isASCII && $0.isLetter }
    if names[letters] != nil { return letters }
    if let name = Spelling.nearest(to: text, in: names.values) { return names.first { $0.value == name }?.key }
    return Spelling.nearest(to: text, in: codes)
  }
}
