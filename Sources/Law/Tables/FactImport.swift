import Diagnostics
import Documents

/// What becomes of the rows of a table when they are brought into the coded law: what is absent is added, and what
/// is there stays as it is, whether it agrees or not.
public struct FactImport: Sendable {
  /// What becomes of one row.
  public enum Outcome: Sendable {
    /// It is added.
    case added
    /// It is there.
    case present
    /// Something else is there for the same time.
    case differs([DatedValue])
    /// Another row of the table says something else for the same time; neither is added.
    case contradicts(TabledFact)
  }

  /// The rows with what becomes of them, in the order of the table.
  public let rows: [(fact: TabledFact, outcome: Outcome)]

  /// Compares facts of a table with the coded law.
  public init(_ facts: [TabledFact], into law: LawBook) {
    let byQuestion = Dictionary(grouping: facts) { QuestionOfPlace($0.row) }
    rows = facts.map { fact in
      let coded = law.jurisdictions[fact.row.jurisdiction]?.facts[fact.row.key] ?? []
      if coded.contains(where: fact.isSaid) { return (fact, .present) }
      let overlapping = coded.filter { fact.period.overlaps($0.period) && $0.status == fact.status }
      if !overlapping.isEmpty { return (fact, .differs(overlapping)) }
      let rivals = byQuestion[QuestionOfPlace(fact.row)] ?? []
      if let rival = rivals.first(where: fact.isContradicted) { return (fact, .contradicts(rival)) }
      return (fact, .added)
    }
  }

  /// The facts that are added, by jurisdiction.
  public var additions: [String: [TabledFact]] {
    let added = rows.filter { if case .added = $0.outcome { true } else { false } }.map(\.fact)
    return Dictionary(grouping: added, by: \.row.jurisdiction)
  }
}

private struct QuestionOfPlace: Hashable {
  let jurisdiction: String
  let key: String

  init(_ row: FactRow) {
    jurisdiction = row.jurisdiction
    key = row.key
  }
}

/// The days on which a value holds beyond doubt of its dates; without a start, from ever.
struct Period {
  let from: Day?
  let to: Day?

  init(from: PartialDate?, to: PartialDate?) {
    self.from = from?.latest
    self.to = to?.earliest
  }

  func overlaps(_ other: Period) -> Bool { begins(before: other.to) && other.begins(before: to) }

  private func begins(before end: Day?) -> Bool {
    guard let from, let end else { return true }
    return from < end
  }
}

extension TabledFact {
  var period: Period { Period(from: row.from, to: to) }

  /// Whether a coded value says the same for the same time.
  func isSaid(by coded: DatedValue) -> Bool {
    coded.value == value && coded.status == status && coded.from == row.from && coded.to == to
  }

  func isContradicted(by other: TabledFact) -> Bool {
    other.row.range != row.range && other.value != value && other.status == status && period.overlaps(other.period)
  }
}

extension DatedValue {
  var period: Period { Period(from: from, to: to) }
}
