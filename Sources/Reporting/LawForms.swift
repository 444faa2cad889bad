import Comparing
import Documents
import Law

extension LawReport {
  /// The law as a table: a row for each coded value of each question, old and coming ones among them, and one for a
  /// question that nobody has coded. `answer` and `doubt` are of the day.
  /// - Parameter isRaw: leaves out the apostrophe before what spreadsheets take for formulas.
  public func csv(isRaw: Bool) -> String {
    var table = CSVForm(
      columns: ["jurisdiction", "fips", "name", "key", "as_of", "answer", "doubt", "value", "code", "status"]
        + LawColumns.names + ["note"], isRaw: isRaw)
    for key in keys {
      let answer = law.answer(key, in: jurisdiction, on: day)
      let head = [
        jurisdiction, StateNumbers.all[jurisdiction], name, key, day.description, answer.known?.value.description,
        answer.doubt?.word,
      ]
      let values = facts[key] ?? []
      if values.isEmpty { table.add(head + [nil, nil, nil] + LawColumns(nil).fields + [nil]) }
      for value in values { table.add(head + columns(of: value, key)) }
    }
    return table.text
  }

  private func columns(of value: DatedValue, _ key: String) -> [String?] {
    let code = law.codebook.questions[key].flatMap { AnswerCode.code(of: value.value, for: $0) }
    return [value.value.description, code, value.status.rawValue] + LawColumns(value).fields + [value.note]
  }

  /// The law as Markdown: the answers of the day, or the values of the one key over all time, and the sources where
  /// they are asked for.
  public var markdown: String {
    var page = MarkdownForm()
    page.heading(1, "Law of \(name) · \(date)")
    if let onlyKey {
      addHistory(of: onlyKey, to: &page)
    } else {
      page.table(["Key", "Answer", "In force", "Law", "Basis"], keys.map(row))
    }
    if listsSources {
      page.heading(2, "Sources")
      page.list(sources.map { (text: "\($0.title) (\($0.provenance))", address: $0.url) })
    }
    page.paragraph(Footer.text)
    return page.text
  }

  private func row(_ key: String) -> [MarkdownForm.Cell] {
    guard let question = law.codebook.questions[key] else { return [] }
    let compared = ComparedAnswer(question, law.answer(key, in: jurisdiction, on: day))
    let head: [MarkdownForm.Cell] = [.code(key), .text(compared.shortWords)]
    guard let value = compared.answer.known else { return head + [.text(""), .text(compared.support), .text("")] }
    return head + [.text(value.span), .law(value), .text(value.source.provenance)]
  }

  private func addHistory(of key: String, to page: inout MarkdownForm) {
    let answer = law.answer(key, in: jurisdiction, on: day)
    page.heading(2, key)
    page.paragraph(law.codebook.questions[key]?.text ?? "")
    page.paragraph(
      "On \(day): \(answer.known?.value.words ?? "unknown: \(answer.doubt?.explanation ?? "")")")
    page.table(
      ["Value", "In force", "Status", "Law", "Basis", "Except when", "Note"],
      (facts[key] ?? []).map { value in
        [
          .text(value.value.words), .text(value.span), .text(value.status.rawValue.spaced), .law(value),
          .text(value.source.provenance),
          .text(value.exceptions.map { "\($0.when.text): \($0.value)" }.joined(separator: "; ")),
          .text(value.note ?? ""),
        ]
      })
  }
}
