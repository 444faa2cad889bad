import TestSupport

/// `docs/data-changes.md`, which lists where the coded law deliberately says something else than the fact tables.
struct DataChanges {
  /// A row that something else stands for.
  struct Row: Hashable {
    let jurisdiction: String
    let key: String
    let from: String
    let value: String
  }

  /// The keys that a key of the tables became; combined where several rows are one fact, or answer together.
  private(set) var keys: [String: [(key: String, isCombined: Bool)]] = [:]
  /// What a value of a key is called here, by "key value".
  private(set) var values: [String: String] = [:]
  /// The rows that stand here as something else, with the reason.
  private(set) var rows: [Row: String] = [:]

  init() throws {
    var section = ""
    for line in try Repository.text("docs/data-changes.md").split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("| "), !line.hasPrefix("| ---") else { continue }
      let cells = Self.cells(line)
      switch section {
      case "Keys": keys[cells[0], default: []].append((cells[1], cells[2].hasPrefix("combined")))
      case "Values": values["\(cells[0]) \(cells[1])"] = cells[2]
      case "Rows": rows[Row(jurisdiction: cells[0], key: cells[1], from: cells[2], value: cells[3])] = cells[5]
      default: break
      }
    }
    // The heads of the three tables.
    keys["in the tables"] = nil
    values["key in the tables value in the tables"] = nil
    rows = rows.filter { $0.key.jurisdiction != "where" }
  }

  /// The cells of a line; `\|` is a bar within a cell, backticks are dropped.
  private static func cells(_ line: Substring) -> [String] {
    let bar = "\u{0}"
    let text = line.replacingOccurrences(of: "\\|", with: bar)
    return text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { cell in
      cell.replacingOccurrences(of: bar, with: "|").trimmingCharacters(in: ["`", " "])
    }
  }
}

import Foundation
