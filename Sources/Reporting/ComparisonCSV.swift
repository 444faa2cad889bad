import Circuits
import Comparing
import Documents
import Law

/// A comparison as a data set for policy surveillance: a row for each jurisdiction and key.
public struct ComparisonCSV {
  private let comparison: Comparison
  private let isRaw: Bool

  /// The columns.
  static let columns = [
    "jurisdiction", "fips", "name", "key", "as_of", "code", "value", "doubt", "coded_value", "effective_from",
    "effective_to", "citation", "source_title", "source_url", "source_read", "basis", "exceptions", "contested",
    "pending", "note", "condition", "condition_reasons",
  ]

  /// The data set; `isRaw` leaves out the apostrophe before what spreadsheets take for formulas.
  public init(_ comparison: Comparison, isRaw: Bool = false) {
    self.comparison = comparison
    self.isRaw = isRaw
  }

  /// The whole table.
  public var text: String {
    var table = CSVForm(columns: Self.columns, isRaw: isRaw)
    for row in comparison.shown.sorted(by: { place(of: $0) < place(of: $1) }) {
      for answer in row.answers { table.add(fields(row, answer)) }
    }
    return table.text
  }

  private func place(of row: Comparison.Row) -> Int { comparison.request.codes.firstIndex(of: row.code) ?? 0 }

  private func fields(_ row: Comparison.Row, _ compared: ComparedAnswer) -> [String?] {
    let known = compared.answer.known
    return [
      row.code, StateNumbers.all[row.code], row.name, compared.question.key, comparison.request.day.description,
      known.flatMap { AnswerCode.code(of: $0.value, for: compared.question) }, known?.value.description,
      compared.answer.doubt?.word, known == nil ? compared.coded?.value.description : nil,
    ] + LawColumns(compared.coded).fields + [
      compared.pendingWords.joined(separator: "; "), compared.notes.joined(separator: "; "),
      row.condition.map { $0.truth.word },
      row.condition.map { $0.reasons.joined(separator: "; ") },
    ]
  }
}

/// The columns that say where a value stands: from, to, citation, source, basis, exceptions, contest.
struct LawColumns {
  static let names = [
    "effective_from", "effective_to", "citation", "source_title", "source_url", "source_read", "basis", "exceptions",
    "contested",
  ]
  let fields: [String?]

  init(_ value: DatedValue?) {
    guard let value else {
      fields = Self.names.map { _ in nil }
      return
    }
    let source = value.source
    fields = [
      value.from?.description, value.to?.description, value.cite, source.title,
      source.url.flatMap(WebAddress.init)?.text, source.read?.description, source.basis.rawValue,
      value.exceptions.map { "\($0.value) when \($0.when.text)" }.joined(separator: "; "),
      value.contested.map { "\($0.value): \($0.cite)" },
    ]
  }
}

extension Truth {
  /// The word for a condition of this truth.
  var word: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .unknown: "unknown"
    }
  }
}
