import Comparing
import Documents
import Law

/// A comparison of law as a person reads it in a terminal.
public struct ComparisonText {
  private let comparison: Comparison
  private let style: Style
  private let isGrouped: Bool
  /// The widest answer that stands before its citation on one line.
  private static let answerWidth = 24

  /// A report in a style; grouped, it lists the jurisdictions by their answer.
  public init(_ comparison: Comparison, style: Style, isGrouped: Bool = false) {
    self.comparison = comparison
    self.style = style
    self.isGrouped = isGrouped
  }

  /// The whole report.
  public var text: String {
    var blocks = [head]
    if isGrouped {
      blocks += comparison.questions.map(groups)
    } else if let matrix {
      blocks += [matrix, ["The law behind an answer: name one key, or --format csv, json or markdown."]]
    } else {
      blocks += comparison.questions.map(answers)
    }
    blocks += [undecided, recalled].filter { !$0.isEmpty }
    blocks.append(style.wrapped(Footer.text, indent: 0))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    [style.paint("Law of \(comparison.facts.joined(separator: " · "))", .bold)]
      + [comparison.conditionWords, comparison.changeWords].compactMap { $0 }.flatMap {
        style.wrapped($0, indent: 2, lead: "")
      }
  }

  private func title(_ question: Question) -> [String] {
    [style.paint(question.key, .bold)] + style.wrapped(question.text, indent: 2)
  }

  // MARK: Forms

  /// A column for each of several keys, where that fits.
  private var matrix: [String]? {
    let keys = comparison.questions.map(\.key)
    guard keys.count > 1, !comparison.rows.isEmpty else { return nil }
    let rows = comparison.rows.map { row in
      [row.code] + keys.map { key in row.answer(key)?.shortWords ?? "" }
    }
    let all = [[""] + keys] + rows
    let widths = (0...keys.count).map { column in all.map { $0[column].columns }.max() ?? 0 }
    guard widths.reduce(0, +) + 2 * keys.count <= style.width else { return nil }
    let lines = all.map { cells in
      zip(cells, widths).map { style.plain($0).padded(to: $1) }.joined(separator: "  ").trimmingEnd
    }
    return [style.paint(lines[0], .bold)] + lines.dropFirst()
  }

  private func answers(_ question: Question) -> [String] {
    let shown = comparison.rows.compactMap { row in row.answer(question.key).map { (row, $0) } }
    let widths = shown.map { $0.1.shortWords.columns }.filter { $0 <= Self.answerWidth }
    let width = widths.max() ?? 0
    let codes = shown.map(\.0.code.count).max() ?? 2
    let lines = shown.flatMap { row, compared in line(row, compared, codes: codes, width: width) }
    return title(question) + (lines.isEmpty ? ["  no jurisdiction"] : lines)
  }

  private func line(_ row: Comparison.Row, _ compared: ComparedAnswer, codes: Int, width: Int) -> [String] {
    let words = compared.shortWords
    let lead = "  \(row.code.padded(to: codes))  "
    let indent = lead.columns + width + 2
    let notes = compared.pendingWords.flatMap { style.wrapped($0, indent: indent) }
    guard words.columns <= width else {
      return style.wrapped(words, indent: lead.columns + 2, lead: lead)
        + style.wrapped(compared.support, indent: indent) + notes
    }
    let color: Style.Color = compared.answer.known == nil ? .yellow : .bold
    let answer = style.paint(style.plain(words), color) + String(repeating: " ", count: width - words.columns)
    // Colours take no columns: what is wrapped begins behind the answer.
    let lines = style.wrapped(compared.support, indent: indent)
    let first = String((lines.first ?? "").dropFirst(indent))
    return [lead + answer + "  " + first] + lines.dropFirst() + notes
  }

  private func groups(_ question: Question) -> [String] {
    title(question)
      + comparison.groups(of: question.key).flatMap { group in
        style.wrapped("\(group.answer) (\(group.codes.count))", indent: 4, lead: "  ")
          + style.wrapped(group.codes.joined(separator: ", "), indent: 6)
      }
  }

  // MARK: Doubt

  private var undecided: [String] {
    guard !comparison.undecided.isEmpty, comparison.request.condition != nil else { return [] }
    return [style.paint("Not known whether the condition holds", .bold)]
      + comparison.undecided.flatMap { row in
        style.wrapped((row.condition?.reasons ?? []).joined(separator: "; "), indent: 6, lead: "  \(row.code)  ")
      }
  }

  private var recalled: [String] {
    let rows = comparison.rows.filter { !($0.condition?.recalled ?? []).isEmpty }
    guard !rows.isEmpty else { return [] }
    return [style.paint("The condition rests on recalled law, which nobody checked against a text", .bold)]
      + rows.flatMap { row in
        style.wrapped((row.condition?.recalled ?? []).joined(separator: ", "), indent: 6, lead: "  \(row.code)  ")
      }
  }
}

extension String {
  /// Without blanks at the end.
  var trimmingEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
