import Diagnostics
import Documents

/// How facts stand in the files of `states/`: one dated value a line.
enum FactWriting {
  /// `{value: required, from: 2020-07-01, cite: "…", source: coding-fl, note: "…"}`.
  static func line(_ fact: TabledFact, source: String) -> String {
    var parts = ["value: \(value(fact.value))"]
    if fact.status != .inForce { parts.append("status: \(fact.status.rawValue)") }
    if let from = fact.row.from { parts.append("from: \(from)") }
    if let to = fact.to { parts.append("to: \(to)") }
    if let cite = fact.row.cite { parts.append("cite: \(FlowText.quoted(cite))") }
    parts.append("source: \(source)")
    if let note = fact.row.note { parts.append("note: \(FlowText.quoted(note))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// `{title: "…", url: "…", as_of: 2024, read: 2026-11-22, basis: primary}`.
  static func line(_ source: Source) -> String {
    var parts = ["title: \(FlowText.quoted(source.title))"]
    if let url = source.url { parts.append("url: \(FlowText.quoted(url))") }
    if let asOf = source.asOf { parts.append("as_of: \(asOf)") }
    if let read = source.read { parts.append("read: \(read)") }
    parts.append("basis: \(source.basis.rawValue)")
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func value(_ value: FactValue) -> String {
    switch value {
    case .words(let words): "[\(words.map(FlowText.word).joined(separator: ", "))]"
    case .bool(let flag): flag ? "true" : "false"
    case .text(let text): FlowText.quoted(text)
    case .word(let text): FlowText.word(text)
    default: value.description
    }
  }
}
