import Comparing
import Documents
import Law

/// The answers to one question as a map of equal tiles in SVG, which needs nothing besides itself.
public struct TileMap {
  private let comparison: Comparison
  private let question: Question
  private let classes: TileMapClasses

  // Multiples of the patterns' eight units, so that no mark is cut at an edge.
  private static let side = 64
  private static let step = 72
  private static let width = step * TileGrid.width
  private static let dark = "#1A1A1A"

  /// The map of a comparison's answers to one of its questions.
  public init(_ comparison: Comparison, _ question: Question) {
    self.comparison = comparison
    self.question = question
    classes = TileMapClasses(comparison, question)
  }

  /// The whole file.
  public var svg: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing(isAlone: true).markup + "\n"
  }

  /// The drawing; alone, it carries its own heading and the closing sentence.
  func drawing(isAlone: Bool) -> SafeHTML {
    var layout = Layout(width: Self.width)
    if isAlone {
      layout.write(question.text, size: 20, isBold: true)
      layout.write(([question.key] + comparison.facts).joined(separator: " · "), size: 13)
      for words in [comparison.conditionWords, comparison.changeWords].compactMap({ $0 }) {
        layout.write(words, size: 13)
      }
      layout.skip(14)
    }
    layout.skip((8 - layout.y % 8) % 8)
    let tiles = classes.tiles.compactMap { tile in
      TileGrid.places[tile.code].map { self.tile(tile, x: $0.column * Self.step, y: layout.y + $0.row * Self.step) }
    }
    layout.skip(TileGrid.height * Self.step + 16)
    for group in classes.groups { legend(group, &layout) }
    if classes.tiles.contains(where: \.isQualified) {
      layout.write("* with exceptions, or contested: the title of the tile says which", size: 13)
    }
    let recalled = classes.tiles.count { $0.isRecalled }
    if recalled > 0 { layout.write("† recalled: nobody checked it against a text (\(recalled))", size: 13) }
    if isAlone {
      layout.skip(8)
      layout.write(Footer.text, size: 12)
    }
    layout.skip(8)
    let (width, height) = (Self.width + 16, layout.y + 16)
    let description = classes.groups.map { "\($0.label): \($0.count)" }.joined(separator: "; ")
    return .element(
      .svg,
      [
        .plain(.xmlns, "http://www.w3.org/2000/svg"), .plain(.viewBox, "-8 -8 \(width) \(height)"),
        .plain(.width, String(width)), .plain(.height, String(height)), .plain(.role, "img"),
        .plain(.label, "Map of \(question.key). \(description)"),
        .plain(.fontFamily, "Helvetica, Arial, 'DejaVu Sans', sans-serif"),
      ],
      [
        .element(.title, [], [.text("\(question.text) (\(comparison.request.day))")]),
        TileMapPalette.patterns(classes.groups.map(\.look)),
        .element(
          .rect,
          Self.box(-8, -8, width, height) + [.plain(.fill, "#FFFFFF")]),
      ] + tiles + layout.pieces)
  }

  // MARK: Tiles

  private func tile(_ tile: Tile, x: Int, y: Int) -> SafeHTML {
    let look = classes.groups[tile.group].look
    let middle = x + Self.side / 2
    let ink = look == .left ? "#555555" : Self.dark
    let second = tile.number ?? (TileMapPalette.isBroken(look) ? "?" : nil)
    let plate = second == nil ? Self.box(x + 8, y + 16, 48, 32) : Self.box(x + 8, y + 8, 48, 48)
    var pieces: [SafeHTML] = [
      .element(.title, [], [.text(tile.words)]), Self.square(look, x, y, Self.side),
      .element(.rect, plate + [.plain(.fill, TileMapPalette.plate(look))]),
      Layout.line(
        tile.code + (tile.isQualified ? "*" : "") + (tile.isRecalled ? "†" : ""), x: middle,
        y: y + (second == nil ? 38 : 29), size: 17,
        isBold: look != .left, color: ink, isCentered: true),
    ]
    if let second {
      pieces.append(Layout.line(second, x: middle, y: y + 48, size: 14, color: ink, isCentered: true))
    }
    return .element(.g, [], pieces)
  }

  private func legend(_ group: TileMapClasses.Group, _ layout: inout Layout) {
    let top = layout.y
    layout.pieces.append(Self.square(group.look, 0, top, 24))
    layout.skip(3)
    layout.write("\(group.label) (\(group.count))", size: 14, x: 34)
    layout.reach(top + 32)
  }

  private static func square(_ look: TileMapClasses.Look, _ x: Int, _ y: Int, _ side: Int) -> SafeHTML {
    let border: [SafeHTML.Attribute] =
      switch look {
      case .left: []
      case _ where TileMapPalette.isBroken(look):
        [.plain(.stroke, "#444444"), .plain(.strokeWidth, "1.5"), .plain(.strokeDashes, "4 3")]
      default: [.plain(.stroke, "#444444"), .plain(.strokeWidth, "1")]
      }
    return .element(
      .rect, box(x, y, side, side) + [.plain(.rx, "4"), .plain(.fill, TileMapPalette.fill(look))] + border)
  }

  private static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [SafeHTML.Attribute] {
    [
      .plain(.x, String(x)), .plain(.y, String(y)), .plain(.width, String(width)), .plain(.height, String(height)),
    ]
  }

  // MARK: Lines

  /// Lines of text from the top down. SVG does not wrap: the width of a letter is estimated on the wide side.
  private struct Layout {
    let width: Int
    private(set) var y = 0
    var pieces: [SafeHTML] = []

    init(width: Int) { self.width = width }

    mutating func skip(_ height: Int) { y += height }

    mutating func reach(_ bottom: Int) { y = max(y, bottom) }

    mutating func write(_ text: String, size: Int, x: Int = 0, isBold: Bool = false) {
      let columns = max(20, (width - x) * 100 / (size * (isBold ? 60 : 55)))
      let style = Style(width: columns)
      for words in style.wrapped(text, indent: 0) {
        pieces.append(Self.line(words, x: x, y: y + size, size: size, isBold: isBold))
        y += size * 4 / 3 + 1
      }
    }

    static func line(
      _ words: String, x: Int, y: Int, size: Int, isBold: Bool = false, color: String = TileMap.dark,
      isCentered: Bool = false
    ) -> SafeHTML {
      .element(
        .text,
        [.plain(.x, String(x)), .plain(.y, String(y)), .plain(.fontSize, String(size)), .plain(.fill, color)]
          + (isBold ? [.plain(.fontWeight, "bold")] : []) + (isCentered ? [.plain(.anchor, "middle")] : []),
        [.text(words)])
    }
  }
}
