/// Colours and patterns of a tile map: eight light colours that people with any kind of colour vision tell apart and
/// that carry black letters (Paul Tol's scheme "light"), each with a pattern of its own, so that a print in grey can be
/// read.
enum TileMapPalette {
  static let colors = [
    "#77AADD", "#EE8866", "#EEDD88", "#44BB99", "#FFAABB", "#99DDFF", "#BBCC33", "#AAAA00",
  ]

  /// The lines of each pattern, in a square of eight units; the first has none.
  private static let lines = [
    "", "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6", "dots", "M0 4 H8", "M4 0 V8", "M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2",
    "M0 4 H8 M4 0 V8", "rings",
  ]
  private static let ink = "#333333"

  /// How a class fills its tiles.
  static func fill(_ look: TileMapClasses.Look) -> String {
    switch look {
    case .value(let index): index == 0 ? colors[0] : "url(#\(name(look)))"
    case .vague, .undecided: "url(#\(name(look)))"
    case .unknown: "#FFFFFF"
    case .left: "#EFEFEF"
    }
  }

  /// The plain colour behind the letters.
  static func plate(_ look: TileMapClasses.Look) -> String {
    switch look {
    case .value(let index): colors[index % colors.count]
    case .vague: "#DDDDDD"
    case .unknown, .undecided: "#FFFFFF"
    case .left: "#EFEFEF"
    }
  }

  /// Whether a class has a broken border: it says that something is not known.
  static func isBroken(_ look: TileMapClasses.Look) -> Bool {
    switch look {
    case .vague, .unknown, .undecided: true
    case .value, .left: false
    }
  }

  /// The patterns of some classes.
  static func patterns(_ looks: [TileMapClasses.Look]) -> SafeHTML {
    .element(.defs, [], looks.filter { fill($0).hasPrefix("url(") }.map(pattern))
  }

  private static func name(_ look: TileMapClasses.Look) -> String {
    switch look {
    case .value(let index): "pattern-\(index)"
    case .vague: "pattern-vague"
    case .undecided: "pattern-undecided"
    case .unknown, .left: "pattern-none"
    }
  }

  private static func pattern(_ look: TileMapClasses.Look) -> SafeHTML {
    let ground = SafeHTML.element(
      .rect, [.plain(.width, "8"), .plain(.height, "8"), .plain(.fill, plate(look))])
    return .element(
      .pattern,
      [
        .plain(.id, name(look)), .plain(.width, "8"), .plain(.height, "8"), .plain(.patternUnits, "userSpaceOnUse"),
      ], [ground, marks(look)])
  }

  private static func marks(_ look: TileMapClasses.Look) -> SafeHTML {
    switch look {
    case .value(let index) where lines[index] == "dots":
      return .element(.circle, at(4, 4) + [.plain(.r, "1.4"), .plain(.fill, ink)])
    case .value(let index) where lines[index] == "rings":
      return .element(
        .circle,
        at(4, 4) + [.plain(.r, "2.4"), .plain(.fill, "none"), .plain(.stroke, ink), .plain(.strokeWidth, "0.9")])
    case .value(let index): return stroke(lines[index], ink)
    case .vague: return .element(.circle, at(4, 4) + [.plain(.r, "0.9"), .plain(.fill, "#666666")])
    default: return stroke(lines[1], "#AAAAAA")
    }
  }

  private static func at(_ x: Int, _ y: Int) -> [SafeHTML.Attribute] {
    [.plain(.cx, String(x)), .plain(.cy, String(y))]
  }

  private static func stroke(_ path: String, _ color: String) -> SafeHTML {
    .element(.path, [.plain(.d, path), .plain(.stroke, color), .plain(.strokeWidth, "0.9"), .plain(.fill, "none")])
  }
}
