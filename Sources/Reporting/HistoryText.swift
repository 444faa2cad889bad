import Comparing
import Documents
import Law

/// A history of law as a person reads it in a terminal: what changed where and when, oldest first.
public struct HistoryText {
  private let history: History
  private let style: Style

  /// A report in a style.
  public init(_ history: History, style: Style) {
    self.history = history
    self.style = style
  }

  /// The whole report.
  public var text: String {
    let blocks = history.questions.map(question) + [style.wrapped(Footer.text, indent: 0)]
    return (head + blocks.map { $0.joined(separator: "\n") }).joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let keys = history.questions.map(\.key)
    let facts = [keys.count == 1 ? keys[0] : "\(keys.count) questions", "history"] + history.facts
    return [style.paint(facts.joined(separator: " · "), .bold)]
  }

  private func question(_ question: Question) -> [String] {
    let events = history.events.filter { $0.question.key == question.key }
    let title =
      (history.questions.count > 1 ? [style.paint(question.key, .bold)] : [])
      + style.wrapped(question.text, indent: 2)
    let body = events.isEmpty ? ["  no dated value"] : events.flatMap(lines)
    return title + body + rest(question)
  }

  private func lines(_ event: History.Event) -> [String] {
    let date = (event.date?.description ?? "no date").padded(to: 10)
    let lead = "  \(date)  \(event.code.padded(to: 2))  "
    var lines = style.wrapped(event.words, indent: lead.columns, lead: lead)
    if event.kind == .begins { lines += style.wrapped(event.value.citation, indent: lead.columns) }
    return lines
  }

  private func rest(_ question: Question) -> [String] {
    guard let silent = history.notCoded.first(where: { $0.key == question.key }) else { return [] }
    return style.wrapped("nobody has coded it: \(silent.codes.joined(separator: ", "))", indent: 4, lead: "  ")
  }
}

extension History {
  /// What the report covers, for its first line.
  var facts: [String] {
    let since = changedSince.map { since in
      ["changes since \(since)"] + (undated == 0 ? [] : ["\(undated) values without a date left out"])
    }
    return (since ?? []) + (lawRead.map { ["law read up to \($0)"] } ?? [])
  }
}

extension History.Event {
  /// "required, until then transition", "not covered ends; what followed is not coded".
  var words: String {
    let status = value.status == .inForce ? "" : " (\(value.status.rawValue.spaced))"
    switch kind {
    case .begins: return value.inFull + status + change
    case .ends: return "\(value.inFull)\(status) ends; what followed is not coded"
    }
  }

  /// What stood before; a value may be stated anew, with another source or citation.
  private var change: String {
    guard let before else { return "" }
    return before.saysTheSame(as: value) ? ", as before" : ", until then \(before.inFull)"
  }
}
