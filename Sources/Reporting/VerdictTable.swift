import Checking
import Circuits
import Programs

/// The table of verdicts: a row for each service line, a column for the law and one for each payer.
struct VerdictTable {
  private let check: Check
  private let style: Style
  private let payers: [EntityID]

  init(_ check: Check, style: Style) {
    self.check = check
    self.style = style
    let named = Set(check.cells.flatMap { $0.payers.map(\.payer) })
    payers = named.sorted()
  }

  /// One piece of the table, with its colour.
  private struct Piece {
    let text: String
    let color: Style.Color?
  }

  var lines: [String] {
    let rows = pieces
    let widths = rows[0].indices.map { column in rows.map { $0[column].text.columns }.max() ?? 0 }
    let total = widths.reduce(2) { $0 + $1 + 2 }
    return total <= style.width + 2 ? rows.map { line($0, widths) } : stacked(rows)
  }

  /// The table without its layout, the head first.
  var cells: [[String]] { pieces.map { $0.map(\.text) } }

  private var pieces: [[Piece]] {
    let head =
      [Piece(text: "line", color: nil), Piece(text: "lawful", color: nil)]
      + payers.map { Piece(text: style.plain(check.program.shownName($0)), color: nil) }
    return [head] + check.program.parts("services", of: check.program.root).flatMap { self.rows(of: $0) }
  }

  // MARK: Rows

  /// One row for a line whose cells all stand alike, otherwise one for each place and modality.
  private func rows(of line: Entity) -> [[Piece]] {
    let cells = check.cells.filter { $0.encounter.line == line.id }
    let name = style.plain(check.program.shownName(line.id))
    let each = cells.map { pieces($0) }
    if Set(each.map { $0.map(\.text) }).count <= 1 {
      return [[Piece(text: name, color: nil)] + (each.first ?? [])]
    }
    return zip(cells, each).map { cell, pieces in
      [Piece(text: "\(name), \(check.program.whereabouts(cell.encounter))", color: nil)] + pieces
    }
  }

  private func pieces(_ cell: Cell) -> [Piece] {
    let lawful = Piece(text: cell.lawful.lawful(cell.pathways), color: cell.lawful.color)
    let paid = payers.map { payer -> Piece in
      guard let found = cell.payers.first(where: { $0.payer == payer }) else { return Piece(text: "-", color: nil) }
      return Piece(text: found.standing.paid(found.pathways), color: found.standing.color)
    }
    return [lawful] + paid
  }

  // MARK: Layout

  private func line(_ row: [Piece], _ widths: [Int]) -> String {
    var line = " "
    for (piece, width) in zip(row, widths) {
      let text = piece.text.padded(to: width)
      line += " " + (piece.color.map { style.paint(text, $0) } ?? text) + " "
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// For a narrow terminal: each line by itself, its columns below one another.
  private func stacked(_ rows: [[Piece]]) -> [String] {
    guard let head = rows.first else { return [] }
    let width = head.dropFirst().map(\.text.columns).max() ?? 0
    return rows.dropFirst().flatMap { row -> [String] in
      let columns = zip(head, row).dropFirst().map { title, piece in
        "    " + title.text.padded(to: width) + "  " + (piece.color.map { style.paint(piece.text, $0) } ?? piece.text)
      }
      return ["  " + row[0].text] + columns
    }
  }
}

extension Program {
  /// Where and how a line is delivered, in words.
  func whereabouts(_ encounter: Encounter) -> String {
    let place = encounter.place.site.map { shownName($0) } ?? encounter.place.state
    switch encounter.modality {
    case "in_person": return place
    case "video": return "\(place) by video"
    case "audio_only": return "\(place) by telephone"
    default: return "\(place), \(encounter.modality)"
    }
  }
}
