/// Where the 50 states and DC stand on a map of equal tiles, as NPR's graphics team lays them out.
public enum TileGrid {
  /// A place on the grid.
  public struct Place: Hashable, Sendable {
    /// From the top, from 0.
    public let row: Int
    /// From the left, from 0.
    public let column: Int
  }

  /// The rows from north to south; a point is an empty place.
  private static let rows = [
    "AK . . . . . . . . . ME",
    ". . . . . . . . . VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT .",
    "CA UT CO NE MO KY WV VA MD DE .",
    ". AZ NM KS AR TN NC SC DC . .",
    ". . . OK LA MS AL GA . . .",
    "HI . . TX . . . . FL . .",
  ]

  /// The number of rows.
  public static let height = rows.count
  /// The number of columns.
  public static let width = 11

  /// The place of each state by its postal code.
  public static let places: [String: Place] = {
    var places: [String: Place] = [:]
    for (row, line) in rows.enumerated() {
      for (column, code) in line.split(separator: " ").enumerated() where code != "." {
        places[String(code)] = Place(row: row, column: column)
      }
    }
    return places
  }()
}
