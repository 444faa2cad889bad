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
    if let cite = fact.row.cite { parts.append("cite: \(cite.quoted)") }
    parts.append("source: \(source)")
    if let note = fact.row.note { parts.append("note: \(note.quoted)") }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// `{title: "…", url: "…", as_of: 2024, read: 2026-11-22, basis: primary}`.
  static func line(_ source: Source) -> String {
    var parts = ["title: \(source.title.quoted)"]
    if let url = source.url { parts.append("url: \(url.quoted)") }
    if let asOf = source.asOf { parts.append("as_of: \(asOf)") }
    if let read = source.read { parts.append("read: \(read)") }
    parts.append("basis: \(source.basis.rawValue)")
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func value(_ value: FactValue) -> String {
    switch value {
    case .words(let words): "[\(words.map(word).joined(separator: ", "))]"
    case .bool(let flag): flag ? "true" : "false"
    case .text(let text): text.quoted
    case .word(let text): word(text)
    default: value.description
    }
  }

  /// A word without quotes where no reader could take it for something else.
  private static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    let startsWithDigit = text.utf8.first.map { (0x30...0x39).contains($0) } ?? true
    let reserved = ["yes", "no", "on", "off", "true", "false", "null"]
    return isPlain && !startsWithDigit && !reserved.contains(text) ? text : text.quoted
  }
}
