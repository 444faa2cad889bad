import Law

/// What an import did, as a person reads it: what was added, and each row that the coded law or another row gainsays.
public struct ImportText {
  private let result: FactImport
  private let style: Style

  /// The text of an import.
  public init(_ result: FactImport, style: Style) {
    self.result = result
    self.style = style
  }

  /// Differences first, then the counts.
  public var text: String {
    var lines: [String] = []
    for (fact, outcome) in result.rows { lines += self.lines(fact, outcome) }
    return lines.map { $0 + "\n" }.joined() + counts + "\n"
  }

  private func lines(_ fact: TabledFact, _ outcome: FactImport.Outcome) -> [String] {
    switch outcome {
    case .present: return []
    case .added: return head("added", fact, .green)
    case .differs(let coded):
      return head("differs", fact, .yellow)
        + coded.flatMap { value in
          style.wrapped("coded: \(value.value)\(Self.span(value.from, value.to)), \(value.citation)", indent: 4)
            + ["    \(value.range.place)"]
        }
    case .contradicts(let other):
      return head("contradicted", fact, .red)
        + style.wrapped("by \(other.row.range.place): \(other.value)\(Self.span(other.row.from, other.to))", indent: 4)
    }
  }

  private func head(_ word: String, _ fact: TabledFact, _ color: Style.Color) -> [String] {
    let place = style.paint(fact.row.range.place, .bold)
    let status = fact.status == .inForce ? "" : " (\(fact.status.rawValue))"
    let said = "\(fact.row.jurisdiction) \(fact.row.key): \(fact.value)\(status)\(Self.span(fact.row.from, fact.to))"
    return ["\(place) \(style.paint(word, color))"] + style.wrapped(said, indent: 4)
  }

  private static func span(_ from: (some CustomStringConvertible)?, _ to: (some CustomStringConvertible)?) -> String {
    (from.map { " from \($0)" } ?? "") + (to.map { " until \($0)" } ?? "")
  }

  private var counts: String {
    var added = 0
    var present = 0
    var open = 0
    for row in result.rows {
      switch row.outcome {
      case .added: added += 1
      case .present: present += 1
      case .differs, .contradicts: open += 1
      }
    }
    return "\(added) added, \(present) there already, \(open) to be settled by hand."
  }
}

extension FactImport {
  /// Whether a row was left to be settled by hand.
  public var hasDifferences: Bool {
    rows.contains { row in
      switch row.outcome {
      case .differs, .contradicts: true
      case .added, .present: false
      }
    }
  }
}
