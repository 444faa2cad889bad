import Diagnostics
import Documents

/// A row of a fact table: one fact over one span of time, as people write it down in a spreadsheet.
public struct FactRow: Sendable {
  /// The code of the jurisdiction.
  public let jurisdiction: String
  /// The question that it answers.
  public let key: String
  /// The answer; the words of a list are joined by `;`.
  public let value: String
  /// The first day; nil when not established.
  public let from: PartialDate?
  /// The last day, included; nil while it holds.
  public let through: PartialDate?
  /// The law that says so.
  public let cite: String?
  /// The address that was read.
  public let url: String?
  /// What is found there.
  public let title: String?
  /// The date that the source carries.
  public let asOf: PartialDate?
  /// The day on which it was read.
  public let read: Day?
  /// How well it was established.
  public let basis: Basis
  /// Conditions and exceptions.
  public let note: String?
  /// Where it stands.
  public let range: SourceRange
}

/// A table of facts, one a row.
public struct FactTable: Sendable {
  /// The rows in the order of the file.
  public let rows: [FactRow]

  private static let required = [
    "jurisdiction", "key", "value", "effective_from", "effective_to", "citation", "source_url", "source_as_of",
    "basis", "note",
  ]
  private static let optional = ["source_title", "read", "reason"]

  /// Reads a table with a first line that names its columns, in any order. Rows that can't be read are reported.
  public init(_ source: SourceText, problems: Problems) {
    var reader = CSVReader(source)
    let records = reader.records(problems)
    guard let head = records.first else {
      problems.error("empty-table", at: nil, "`\(source.name)` is empty; its first line must name the columns")
      rows = []
      return
    }
    let columns = Self.columns(head, problems)
    rows = records.dropFirst().compactMap { record in
      guard record.fields.count == head.fields.count else {
        problems.error(
          "uneven-row", at: record.range,
          "this row has \(record.fields.count) fields; the first line names \(head.fields.count) columns")
        return nil
      }
      return FactRow(record, columns, problems)
    }
  }

  private static func columns(_ head: CSVRecord, _ problems: Problems) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (index, name) in head.fields.enumerated() {
      if required.contains(name) || optional.contains(name) {
        columns[name] = index
      } else {
        problems.report(
          .unknownWord(
            name, at: head.range, id: "unknown-column", kind: "column of a fact table", allowed: required + optional))
      }
    }
    for name in required where columns[name] == nil {
      problems.error("missing-column", at: head.range, "a fact table needs the column `\(name)`")
    }
    return columns
  }
}

extension FactRow {
  fileprivate init?(_ record: CSVRecord, _ columns: [String: Int], _ problems: Problems) {
    func text(_ column: String) -> String? {
      columns[column].map { record.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }
    func report(_ column: String, _ expected: String) {
      problems.error(
        "wrong-field", at: record.range, "expected \(expected) under `\(column)`, found `\(text(column) ?? "")`")
    }
    func date(_ column: String) -> PartialDate? {
      guard let text = text(column) else { return nil }
      let date = PartialDate(text)
      if date == nil { report(column, "a date as YYYY-MM-DD, YYYY-MM or YYYY") }
      return date
    }
    guard let jurisdiction = text("jurisdiction"), let key = text("key"), let value = text("value") else {
      problems.error("missing-field", at: record.range, "a row needs `jurisdiction`, `key` and `value`")
      return nil
    }
    guard let basis = text("basis").flatMap(Basis.init(rawValue:)) else {
      report("basis", "`primary`, `secondary` or `recalled`")
      return nil
    }
    if let read = text("read"), Day(read) == nil { report("read", "a day as YYYY-MM-DD") }
    self.init(
      jurisdiction: jurisdiction, key: key, value: value, from: date("effective_from"),
      through: date("effective_to"), cite: text("citation"), url: text("source_url"), title: text("source_title"),
      asOf: date("source_as_of"), read: text("read").flatMap(Day.init), basis: basis, note: text("note"),
      range: record.range)
  }
}
