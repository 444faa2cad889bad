import Diagnostics
import Documents
import Foundation
import Law
import TestSupport
import Testing

/// The fact tables from which the coded law began; they lie beside the checkout, where they are.
private enum Tables {
  static let folder = URL(filePath: Repository.root).deletingLastPathComponent().appending(path: "shared/facts").path

  static var names: [String] { fileNames(in: folder).filter { $0.hasSuffix(".csv") } }

  static var areThere: Bool { !names.isEmpty }
}

@Suite(.enabled(if: Tables.areThere, "the fact tables are not at ../shared/facts"))
struct TablesTests {
  private let changes: DataChanges
  private let law: LawBook
  private let rows: [FactRow]

  init() throws {
    changes = try DataChanges()
    law = try CodedLaw.law
    let problems = Problems()
    rows = try Tables.names.flatMap { name in
      FactTable(try loadSource(at: "\(Tables.folder)/\(name)", named: name), problems: problems).rows
    }
    try problems.check()
  }

  @Test("every row stands in the coded law as it was, or its difference is listed with a reason")
  func nothingIsLost() {
    var begins: [String: Set<PartialDate>] = [:]
    for row in rows {
      if let from = row.from { begins["\(row.jurisdiction) \(row.key)", default: []].insert(from) }
    }
    var lost: [String] = []
    var listed: Set<DataChanges.Row> = []
    for row in rows {
      let line = DataChanges.Row(
        jurisdiction: row.jurisdiction, key: row.key, from: row.from?.description ?? "-", value: row.value)
      if changes.rows[line] != nil {
        listed.insert(line)
      } else if !isCoded(row, begins: begins["\(row.jurisdiction) \(row.key)"] ?? []) {
        lost.append("\(row.range.place) \(row.jurisdiction) \(row.key): \(row.value)")
      }
    }
    #expect(rows.count == 4590)
    #expect(lost == [])
    let stale = changes.rows.keys.filter { !listed.contains($0) }
    #expect(stale.isEmpty, "listed, and in no table: \(stale)")
  }

  @Test("every listed difference has a reason in words")
  func reasons() {
    #expect(changes.rows.count > 50)
    for (row, reason) in changes.rows { #expect(reason.split(separator: " ").count >= 3, "\(row)") }
  }

  private func isCoded(_ row: FactRow, begins: Set<PartialDate>) -> Bool {
    let name = row.key.hasPrefix("option.") ? "option.*" : row.key
    let keys = changes.keys[name] ?? [(row.key, false)]
    let codes = [row.jurisdiction, "STANDARDS"]
    let candidates = codes.flatMap { code in keys.flatMap { law.jurisdictions[code]?.facts[$0.key] ?? [] } }
    let end = row.through.map { begins.contains($0) ? $0 : after($0, begins) }
    let said = changes.values["\(row.key) \(row.value)"]
    return candidates.contains { value in
      guard value.from == row.from, value.to == end, holdsText(of: row, value) else { return false }
      if keys[0].isCombined { return isPart(row, of: value) }
      return isSaid(value, said ?? row.value) && hasSource(of: row, value)
    }
  }

  private func isSaid(_ value: DatedValue, _ text: String) -> Bool {
    switch value.value {
    case .words(let words):
      text == (words.isEmpty ? "none" : words.joined(separator: text.contains(";") ? ";" : ", "))
    case .text(let own): own == text
    default: value.value.description + (value.status == .inForce ? "" : ", \(value.status.rawValue)") == text
    }
  }

  /// Citation and note are kept; a combined fact holds those of all its rows.
  private func holdsText(of row: FactRow, _ value: DatedValue) -> Bool {
    guard row.key == "pt.direct_access_days" || row.key == "pt.direct_access_visits" else {
      return value.cite == row.cite && value.note == row.note
    }
    return [(row.cite, value.cite), (row.note, value.note)].allSatisfy { part, whole in
      part.map { whole?.contains($0) ?? false } ?? true
    }
  }

  private func isPart(_ row: FactRow, of value: DatedValue) -> Bool {
    guard case .records(let records) = value.value else { return row.value == "unknown" && value.value == .unknown }
    if row.key.hasPrefix("option.") {
      return records.count == 1 && records[0]["id"] == .text(String(row.key.dropFirst("option.".count)))
        && records[0]["kind"] == .word(row.value)
    }
    let isDays = row.key.hasSuffix("days")
    let matching = records.filter { record in
      let isCounted = record["unit"] == .word("visits")
      return isCounted != isDays
    }
    guard let max = Int(row.value) else { return matching.isEmpty }
    return matching.count == 1 && matching[0]["max"] == .int(max)
  }

  /// Address and basis are kept; without an address nothing was read.
  private func hasSource(of row: FactRow, _ value: DatedValue) -> Bool {
    let basis = row.url == nil ? Basis.recalled : row.basis
    return value.source.url == row.url && value.source.basis == basis
      && (row.asOf == nil || row.url == nil || value.source.asOf == row.asOf)
  }

  /// The next day; of a month or year the next one, if a value begins in it, and otherwise itself.
  private func after(_ date: PartialDate, _ begins: Set<PartialDate>) -> PartialDate {
    let next = date.latest.adding(days: 1)
    if date.precision == .day { return PartialDate(next) }
    let length = date.precision == .month ? 7 : 4
    let following = PartialDate(String(next.description.prefix(length)))
    return following.flatMap { begins.contains($0) ? $0 : nil } ?? date
  }
}
