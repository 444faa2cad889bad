import Comparing
import Documents
import Law

/// A difference in a form that other programs read, `ambit.diff` version 1. Fields may be added within a version,
/// never taken away.
public struct DifferenceJSON {
  private let difference: Difference

  /// The form of a difference.
  public init(_ difference: Difference) { self.difference = difference }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws {
      let counts = Difference.Kind.allCases.map { ($0.rawValue, difference.entries($0).count) }
      return try JSONForm.text(
        Form(
          left: side(difference.left), right: side(difference.right),
          asKnownOn: difference.knownOn?.description, lawRead: difference.lawRead?.description,
          counts: Dictionary(uniqueKeysWithValues: counts), entries: difference.entries.map(Entry.init),
          notice: Footer.text))
    }
  }

  private func side(_ side: Difference.Side) -> Side {
    Side(jurisdiction: side.code, name: difference.name(side), on: side.day.description)
  }

  private struct Form: Encodable {
    let format = "ambit.diff"
    let version = 1
    let left: Side
    let right: Side
    /// The day whose knowledge of the law counts; left out for today's.
    let asKnownOn: String?
    let lawRead: String?
    let counts: [String: Int]
    let entries: [Entry]
    let notice: String
  }

  private struct Side: Encodable {
    let jurisdiction: String
    let name: String
    let on: String
  }

  private struct Entry: Encodable {
    let key: String
    let question: String
    let kind: String
    let left: AnswerForm
    let right: AnswerForm

    init(_ entry: Difference.Entry) {
      key = entry.question.key
      question = entry.question.text
      kind = entry.kind.rawValue
      left = AnswerForm(entry.left)
      right = AnswerForm(entry.right)
    }
  }
}

/// A difference as a table: a row for each question, with the columns of each side.
public struct DifferenceCSV {
  private let difference: Difference
  private let isRaw: Bool

  /// The table; `isRaw` leaves out the apostrophe before what spreadsheets take for formulas.
  public init(_ difference: Difference, isRaw: Bool = false) {
    self.difference = difference
    self.isRaw = isRaw
  }

  /// The whole table.
  public var text: String {
    let names = ["jurisdiction", "as_of", "value", "doubt"] + LawColumns.names
    var table = CSVForm(
      columns: ["key", "question", "kind"] + names.map { "left_\($0)" } + names.map { "right_\($0)" }, isRaw: isRaw)
    for entry in difference.entries {
      table.add(
        [entry.question.key, entry.question.text, entry.kind.rawValue] + fields(difference.left, entry.left)
          + fields(difference.right, entry.right))
    }
    return table.text
  }

  private func fields(_ side: Difference.Side, _ compared: ComparedAnswer) -> [String?] {
    [
      side.code, side.day.description, compared.answer.known?.value.description, compared.answer.doubt?.word,
    ] + LawColumns(compared.coded).fields
  }
}

/// A difference as Markdown.
public struct DifferenceMarkdown {
  private let difference: Difference

  /// The page of a difference.
  public init(_ difference: Difference) { self.difference = difference }

  /// The whole page.
  public var text: String {
    var page = MarkdownForm()
    page.heading(1, difference.facts.joined(separator: " · "))
    page.paragraph(difference.countsInWords)
    add(.differs, titled: "Answered differently", to: &page)
    add(.unknownOnOneSide, titled: "Known on one side alone", to: &page)
    let unknown = difference.entries(.unknownOnBothSides).map(\.question.key)
    if !unknown.isEmpty {
      page.heading(2, "Unknown on both sides")
      page.paragraph(unknown.joined(separator: ", "))
    }
    page.paragraph(Footer.text)
    return page.text
  }

  private func add(_ kind: Difference.Kind, titled title: String, to page: inout MarkdownForm) {
    let entries = difference.entries(kind)
    guard !entries.isEmpty else { return }
    let labels = difference.labels
    page.heading(2, title)
    page.table(
      ["Key", labels.left, "Law of \(labels.left)", labels.right, "Law of \(labels.right)"],
      entries.map { entry in
        [.text(entry.question.key)] + cells(entry.left) + cells(entry.right)
      })
  }

  private func cells(_ compared: ComparedAnswer) -> [MarkdownForm.Cell] {
    [.text(compared.shortWords), compared.answer.known.map { .law($0) } ?? .text(compared.support)]
  }
}
