import Documents
import Rosters

/// A screening as a person reads it: the file, then everybody whom it leaves in doubt, then the counts.
public struct ScreeningText {
  private let screening: Screening
  private let style: Style
  private let modified: Day?

  /// The text of a screening.
  /// - Parameter modified: the day on which the file was last written.
  public init(_ screening: Screening, fileOf modified: Day?, style: Style) {
    self.screening = screening
    self.modified = modified
    self.style = style
  }

  /// The report, ending in a line break.
  public var text: String {
    var lines = head
    for subject in screening.subjects where subject.verdict != .none { lines += self.lines(subject) }
    return (lines + [counts]).map { $0 + "\n" }.joined()
  }

  private var head: [String] {
    let list = screening.list
    var parts = [list.rows == 1 ? "1 row" : "\(list.rows) rows"]
    if let modified { parts.append("file of \(modified)") }
    if let newest = list.newest { parts.append("newest exclusion \(newest)") }
    return [style.paint("\(list.kind.title) \(style.plain(list.name))", .bold)]
      + style.wrapped("\(parts.joined(separator: ", ")); screened on \(screening.day)", indent: 2)
      + style.wrapped("SHA-256 \(list.digest)", indent: 2)
  }

  private func lines(_ subject: Screening.Subject) -> [String] {
    let (word, color): (String, Style.Color) =
      switch subject.verdict {
      case .exact: ("excluded", .red)
      case .possible: ("possible match", .yellow)
      case .none, .unscreened: ("not screened", .yellow)
      }
    let name = subject.name.map { " (\(style.plain($0)))" } ?? ""
    let head = "\(style.paint(subject.id, .bold))\(name) \(style.paint(word, color))"
    if subject.matches.isEmpty {
      return [head] + style.wrapped("the program states no first and last name that the list could have", indent: 4)
    }
    return [head]
      + subject.matches.flatMap { match in
        style.wrapped("\(match.exclusion.summary): \(match.reason)", indent: 4) + ["    \(match.exclusion.range.place)"]
      }
  }

  private var counts: String {
    func count(_ verdict: Screening.Verdict) -> Int { screening.subjects.count { $0.verdict == verdict } }
    var parts = ["\(count(.none)) without a match", "\(count(.possible)) possible", "\(count(.exact)) excluded"]
    if count(.unscreened) > 0 { parts.append("\(count(.unscreened)) not screened") }
    return parts.joined(separator: ", ") + "."
  }
}

extension Screening.Match {
  /// Why the row may mean the person, and what settles it.
  var reason: String {
    if isExact { return "the same NPI" }
    if exclusion.waived != nil { return "waived for a state; read what the waiver covers" }
    return "the same name as far as the list has it; verify by SSN or EIN"
  }
}
