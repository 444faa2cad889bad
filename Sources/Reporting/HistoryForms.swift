import Comparing
import Documents
import Law

/// A history in a form that other programs read, `ambit.history` version 1. Fields may be added within a version,
/// never taken away.
public struct HistoryJSON {
  private let history: History

  /// The form of a history.
  public init(_ history: History) { self.history = history }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws {
      try JSONForm.text(
        Form(
          lawRead: history.lawRead?.description, changedSince: history.changedSince?.description,
          undated: history.undated, keys: history.questions.map(QuestionEntry.init),
          events: history.events.map(Event.init),
          notCoded: history.notCoded.map { Silent(key: $0.key, jurisdictions: $0.codes) }, notice: Footer.text))
    }
  }

  private struct Form: Encodable {
    let format = "ambit.history"
    let version = 1
    let lawRead: String?
    let changedSince: String?
    let undated: Int
    let keys: [QuestionEntry]
    let events: [Event]
    let notCoded: [Silent]
    let notice: String
  }

  private struct Silent: Encodable {
    let key: String
    let jurisdictions: [String]
  }

  private struct Event: Encodable {
    let date: String?
    let jurisdiction: String
    let name: String
    let key: String
    let event: String
    let before: ValueForm?
    let law: DatedForm

    init(_ event: History.Event) {
      date = event.date?.description
      jurisdiction = event.code
      name = event.name
      key = event.question.key
      self.event = event.kind.rawValue
      before = event.before.map { ValueForm($0.value) }
      law = DatedForm(event.value)
    }
  }
}

/// A history as a table: a row for each value that begins or ends.
public struct HistoryCSV {
  private let history: History
  private let isRaw: Bool

  /// The table; `isRaw` leaves out the apostrophe before what spreadsheets take for formulas.
  public init(_ history: History, isRaw: Bool = false) {
    self.history = history
    self.isRaw = isRaw
  }

  /// The whole table.
  public var text: String {
    var table = CSVForm(
      columns: ["date", "jurisdiction", "fips", "name", "key", "event", "value", "code", "before", "status"]
        + LawColumns.names + ["note"], isRaw: isRaw)
    for event in history.events {
      table.add(
        [
          event.date?.description, event.code, StateNumbers.all[event.code], event.name, event.question.key,
          event.kind.rawValue, event.value.value.description,
          AnswerCode.code(of: event.value.value, for: event.question), event.before?.value.description,
          event.value.status.rawValue,
        ] + LawColumns(event.value).fields + [event.value.note])
    }
    return table.text
  }
}

/// A history as Markdown.
public struct HistoryMarkdown {
  private let history: History

  /// The page of a history.
  public init(_ history: History) { self.history = history }

  /// The whole page.
  public var text: String {
    var page = MarkdownForm()
    let keys = history.questions.map(\.key)
    page.heading(1, keys.count == 1 ? "History of \(keys[0])" : "History of \(keys.count) questions")
    if !history.facts.isEmpty { page.paragraph(history.facts.joined(separator: " · ")) }
    for question in history.questions {
      if keys.count > 1 { page.heading(2, question.key) }
      page.paragraph(question.text)
      page.table(
        ["Date", "Jurisdiction", "What", "Law", "Basis"],
        history.events.filter { $0.question.key == question.key }.map { event in
          [
            .text(event.date?.description ?? "not established"), .text(event.name), .text(event.words),
            .law(event.value), .text(event.value.source.provenance),
          ]
        })
      if let silent = history.notCoded.first(where: { $0.key == question.key }) {
        page.paragraph("Nobody has coded it: \(silent.codes.joined(separator: ", ")).")
      }
    }
    page.paragraph(Footer.text)
    return page.text
  }
}
