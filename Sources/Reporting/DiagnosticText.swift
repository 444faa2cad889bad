import Diagnostics

/// Diagnostics as a person reads them: where, what, the line with a caret, and how to mend it.
public struct DiagnosticText: Sendable {
  private let style: Style

  /// Text in a style.
  public init(_ style: Style) { self.style = style }

  /// All of them, each set apart, with a last line that counts them.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    var counts: [String] = []
    if errors > 0 { counts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { counts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    let last = counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
    return diagnostics.map { text($0) + "\n" }.joined() + last
  }

  /// One of them, ending in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { style.paint("\(style.plain($0.place)):", .bold) + " " } ?? ""
    let color: Style.Color = diagnostic.severity == .error ? .red : .yellow
    let name = style.paint("\(diagnostic.severity.rawValue):", color, .bold)
    var lines = ["\(place)\(name) \(style.plain(diagnostic.summary)) [\(diagnostic.id)]"]
    if let range = diagnostic.range { lines += snippet(range) }
    for note in diagnostic.notes {
      let place = note.range.map { " (\(style.plain($0.place)))" } ?? ""
      lines.append("  note: \(style.plain(note.text))\(place)")
    }
    for solution in diagnostic.solutions { lines.append("  help: \(style.plain(solution.summary))") }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Snippets

  /// The longest stretch of a line that is shown.
  private static let width = 110

  private func snippet(_ range: SourceRange) -> [String] {
    let start = range.start
    let width = range.source.width(ofLine: start.line)
    let column = min(start.column, width + 1)
    let end = range.end.line == start.line ? range.end.column : width + 1
    let first = width <= Self.width ? 0 : max(0, column - 1 - 60)
    let shown = range.source.text(ofLine: start.line, columns: first + 1..<first + 1 + Self.width).unicodeScalars
    let number = String(start.line)
    let cut = first > 0 ? "…" : ""
    let before = shown.prefix(column - 1 - first).map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }
    let marked = shown.dropFirst(column - 1 - first).prefix(max(1, end - column))
    let carets = String(repeating: "^", count: max(1, marked.map(\.columns).reduce(0, +)))
    let text = String(shown)
    let gutter = String(repeating: " ", count: number.count)
    return [
      "  \(number) | \(cut)\(style.plain(text))",
      "  \(gutter) | \(cut.isEmpty ? "" : " ")\(before.joined())\(style.paint(carets, .green, .bold))",
    ]
  }
}

extension Unicode.Scalar {
  /// The columns that a terminal gives the character: two for East Asian wide ones, none for combining marks.
  var columns: Int {
    // Most text is ASCII, and asking for properties is slow.
    if value >= 0x20 && value < 0x7F { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension String {
  /// The columns that a terminal gives the text.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}
