import Diagnostics
import Documents

/// A row of a table in the terms of the codebook.
public struct TabledFact: Sendable {
  /// The row.
  public let row: FactRow
  /// The answer.
  public let value: FactValue
  /// Whether it is the law or on its way to it.
  public let status: Status
  /// The first day without it.
  public let to: PartialDate?

  /// Reads a row as an answer to its question. `begins` are the dates on which other values of the table for the same
  /// question begin: an end that is one of them was meant as the first day without the value.
  /// - Throws: `Rejection` where the codebook has no such key, or the value is none of those allowed.
  public init(_ row: FactRow, codebook: Codebook, begins: Set<PartialDate> = []) throws(Rejection) {
    let codes = Jurisdiction.codes
    guard codes.contains(row.jurisdiction) else {
      throw Rejection(
        .unknownWord(
          row.jurisdiction, at: row.range, id: "unknown-jurisdiction", kind: "jurisdiction", allowed: codes))
    }
    let level = Jurisdiction.level(of: row.jurisdiction)
    guard let question = codebook.questions[row.key], question.level == level else {
      throw Rejection(
        .unknownWord(
          row.key, at: row.range, id: "unknown-fact-key", kind: "\(level.rawValue) key of the codebook",
          allowed: codebook.keys(of: level)))
    }
    guard let (value, status) = question.type.read(row.value) else {
      throw Rejection(question.refusal(of: row))
    }
    self.row = row
    self.value = value
    self.status = status
    to = row.through.map { $0.end(begins: begins) }
  }

  /// Reads all rows of a table.
  /// - Parameter problems: receives what can't be read.
  public static func all(_ table: FactTable, codebook: Codebook, problems: Problems) -> [TabledFact] {
    var begins: [String: Set<PartialDate>] = [:]
    for row in table.rows {
      if let from = row.from { begins["\(row.jurisdiction) \(row.key)", default: []].insert(from) }
    }
    return table.rows.compactMap { row in
      var others = begins["\(row.jurisdiction) \(row.key)"] ?? []
      if row.from == row.through, let from = row.from { others.remove(from) }
      do throws(Rejection) {
        return try TabledFact(row, codebook: codebook, begins: others)
      } catch {
        error.diagnostics.forEach(problems.report)
        return nil
      }
    }
  }
}

extension PartialDate {
  /// The first day without a value that held through this date. A month or year stays as it is, since the end lies
  /// somewhere in it, unless another value begins in the next one; then the two meet there.
  fileprivate func end(begins: Set<PartialDate>) -> PartialDate {
    let next = following
    return begins.contains(self) || precision != .day && !begins.contains(next) ? self : next
  }

  /// The next day, month or year.
  private var following: PartialDate {
    let day = latest.adding(days: 1)
    guard precision != .day else { return PartialDate(day) }
    return PartialDate(String(day.description.prefix(precision == .month ? 7 : 4))) ?? PartialDate(day)
  }
}

extension FactType {
  /// A value as tables write it, with its status; nil for text that says nothing in this type.
  func read(_ text: String) -> (FactValue, Status)? {
    if text == "unknown" { return (.unknown, .inForce) }
    switch self {
    case .enumeration(let allowed):
      if allowed.values.contains(where: { $0.word == text }) { return (.word(text), .inForce) }
      if let status = Status(rawValue: text), let word = allowed.onItsWay { return (.word(word), status) }
      return nil
    case .words(let allowed):
      let words = text == "none" ? [] : text.split(separator: ";").map(String.init)
      guard words.allSatisfy({ word in allowed.values.contains { $0.word == word } }) else { return nil }
      return (.words(words), .inForce)
    case .bool: return ["yes": true, "no": false, "true": true, "false": false][text].map { (.bool($0), .inForce) }
    case .int: return (text == "none" ? 0 : Int(strict: text)).map { (.int($0), .inForce) }
    case .cap: return text == "none" ? (.cap(nil), .inForce) : Int(strict: text).map { (.cap($0), .inForce) }
    case .date: return PartialDate(text).map { (.date($0), .inForce) }
    case .text: return (.text(text), .inForce)
    case .records, .condition: return nil
    }
  }
}

extension Question {
  /// Why a row does not answer it.
  fileprivate func refusal(of row: FactRow) -> Diagnostic {
    switch type {
    case .records, .condition:
      return Diagnostic(
        "unsayable-value", at: row.range, "a table can't say the answer to `\(key)`, which is more than one value",
        solutions: [.init("write it into the file of the jurisdiction")])
    case .enumeration(let allowed), .words(let allowed):
      return .unknownWord(
        row.value, at: row.range, id: "unknown-value", kind: "value of \(key)", allowed: allowed.values.map(\.word))
    default:
      return Diagnostic("wrong-type", at: row.range, "`\(row.value)` is no answer to `\(key)`")
    }
  }
}
