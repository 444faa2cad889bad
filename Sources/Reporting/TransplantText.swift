import Checking
import Documents
import Law
import Programs
import Rules

/// A program moved to several states, as a person reads it: a table of verdicts, then the law behind each.
public struct TransplantText {
  private let transplant: Transplant
  private let style: Style

  /// The report of a transplant.
  public init(_ transplant: Transplant, style: Style) {
    self.transplant = transplant
    self.style = style
  }

  /// The whole report.
  public var text: String {
    var blocks = [header]
    blocks += tables
    blocks.append(style.wrapped(TransplantWords.legend, indent: 2, lead: ""))
    blocks += transplant.places.compactMap(law)
    blocks.append([transplant.summary] + style.wrapped(Footer.text, indent: 0))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var header: [String] {
    [style.paint(style.plain(transplant.program.name), .bold)]
      + style.wrapped(transplant.facts.joined(separator: " · "), indent: 0)
      + style.wrapped(transplant.assumption, indent: 0)
  }

  // MARK: Table

  /// As many lines beside each other as the terminal is wide.
  private var tables: [[String]] {
    let columns = transplant.lineNames.enumerated().map { index, name in
      (index, max(name.columns, TransplantWords.widest))
    }
    var groups: [[Int]] = [[]]
    var width = 6
    for (index, columns) in columns {
      if width + columns > style.width, !groups[groups.count - 1].isEmpty {
        groups.append([])
        width = 6
      }
      groups[groups.count - 1].append(index)
      width += columns + 2
    }
    return groups.map(table)
  }

  private func table(_ indices: [Int]) -> [String] {
    let names = transplant.lineNames.map(style.plain)
    let widths = indices.map { max(names[$0].columns, TransplantWords.widest) }
    let head = zip(indices, widths).map { names[$0].padded(to: $1) }.joined(separator: "  ")
    return [trimmed("  state  \(head)")]
      + transplant.places.map { place in
        let cells = zip(indices, widths).map { index, width in
          let verdict = place.lines[index].verdict
          let word = verdict.word.padded(to: width)
          return verdict.color.map { style.paint(word, $0) } ?? word
        }
        return trimmed("  \(place.state)     \(cells.joined(separator: "  "))")
      }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  // MARK: Law

  private func law(_ place: Transplant.Place) -> [String]? {
    let name = "\(States.names[place.state] ?? place.state)"
    guard place.isCoded else { return [style.paint(name, .bold), "  none of its law is coded"] }
    let sentences = place.decisive.map { law, lines in "\(law.sentence) (\(lines.joined(separator: ", ")))" }
    guard !sentences.isEmpty else { return nil }
    return [style.paint(name, .bold)] + sentences.flatMap { style.wrapped($0, indent: 4, lead: "  ") }
  }
}
