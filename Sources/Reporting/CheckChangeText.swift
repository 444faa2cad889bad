import Checking
import Circuits
import Programs

/// What a change of a file changed, as a person reads it in a terminal.
public struct CheckChangeText: Sendable {
  private let change: CheckChange
  private let style: Style
  private let limit: Int

  /// A report in a style, with up to `limit` findings.
  public init(_ change: CheckChange, style: Style, limit: Int = .max) {
    self.change = change
    self.style = style
    self.limit = limit
  }

  /// The changed verdicts, then the findings; or that nothing changed.
  public var text: String {
    if change.isEmpty { return "Nothing changed.\n" }
    let shown = change.findings.prefix(limit)
    var lines = change.cells.flatMap { style.wrapped(words(of: $0), indent: 4, lead: "  ") }
    lines += shown.flatMap(lines(of:))
    let more = change.findings.count - shown.count
    if more > 0 { lines.append("  and \(more) more") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(of cell: CheckChange.CellChange) -> String {
    let line = "\(cell.program.shownName(cell.encounter.line)) at \(cell.program.whereabouts(cell.encounter))"
    let column = cell.payer.map { cell.program.shownName($0) } ?? "lawful"
    func word(_ standing: Standing?, absent: String) -> String {
      guard let standing else { return absent }
      return cell.payer == nil ? standing.lawful(["a pathway"]) : standing.paid(["a pathway"])
    }
    return "\(line), \(column): \(word(cell.before, absent: "new")) → \(word(cell.after, absent: "gone"))"
  }

  private func lines(of change: CheckChange.FindingChange) -> [String] {
    let finding = change.finding
    let name = "\(finding.rule).\(finding.requirement), \(finding.subject.id)"
    switch change.kind {
    case .appeared:
      return entry("appeared", .red, "\(finding.headline)  \(name)") + style.wrapped(finding.message, indent: 4)
    case .changed:
      let words = [change.before, change.after].compactMap { $0?.word.spaced }
      return entry("changed", .yellow, "\(Set(words).count == 1 ? words[0] : words.joined(separator: " → "))  \(name)")
        + style.wrapped(finding.message, indent: 4)
    case .settled:
      let outcome = change.after.map { $0.word.spaced } ?? "gone"
      return entry("settled", .green, "\(outcome)  \(name)")
    }
  }

  private func entry(_ word: String, _ color: Style.Color, _ text: String) -> [String] {
    let lines = style.wrapped(text, indent: 4, lead: "  \(word)  ")
    guard let first = lines.first else { return lines }
    return ["  " + style.paint(word, color) + first.dropFirst(2 + word.count)] + lines.dropFirst()
  }
}
