import Checking
import Diagnostics

/// What the tests of rules show, as a person reads it: the counts, what is missing, and what is excused.
public struct CoverageText: Sendable {
  private let coverage: Coverage
  private let style: Style

  /// A report in a style.
  public init(_ coverage: Coverage, style: Style) {
    self.coverage = coverage
    self.style = style
  }

  /// The report.
  public var text: String {
    let counts = coverage.counts
    let all = counts.covered + counts.excused + counts.missing
    let head =
      "coverage: \(counts.covered) of \(all) shown, \(counts.excused) excused, \(counts.missing) missing"
    var lines = ["", style.paint(head, .bold)]
    for entry in coverage.entries {
      switch entry.state {
      case .covered: break
      case .missing: lines += line("missing", .red, entry)
      case .excused(let because):
        lines += line("excused", .faint, entry) + style.wrapped("because \(because)", indent: 6)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ word: String, _ color: Style.Color, _ entry: Coverage.Entry) -> [String] {
    ["  \(style.paint(word, color)) \(entry.range.place)"]
      + style.wrapped("\(entry.item.owner): \(entry.item.text)", indent: 6, lead: "    ")
  }
}
