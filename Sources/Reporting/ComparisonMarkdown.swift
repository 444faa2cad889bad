import Comparing
import Documents
import Law

/// A comparison as Markdown: a matrix of answers, then the law behind each.
public struct ComparisonMarkdown {
  private let comparison: Comparison
  private let isGrouped: Bool

  /// The page of a comparison; grouped, it lists the jurisdictions by their answer in place of the matrix.
  public init(_ comparison: Comparison, isGrouped: Bool = false) {
    self.comparison = comparison
    self.isGrouped = isGrouped
  }

  /// The whole page.
  public var text: String {
    var page = MarkdownForm()
    page.heading(1, "Law of \(comparison.facts.joined(separator: " · "))")
    for words in [comparison.conditionWords, comparison.changeWords].compactMap({ $0 }) { page.paragraph(words) }
    page.table(
      ["Key", "Question"], comparison.questions.map { [.text($0.key), .text($0.text)] })
    if isGrouped { addGroups(to: &page) } else { addMatrix(to: &page) }
    addUndecided(to: &page)
    page.heading(2, "Law")
    page.table(
      ["Jurisdiction", "Key", "Answer", "In force", "Citation", "Basis"],
      comparison.shown.flatMap { row in row.answers.map { law(row, $0) } })
    page.paragraph(Footer.text)
    return page.text
  }

  private func addMatrix(to page: inout MarkdownForm) {
    let keys = comparison.questions.map(\.key)
    page.table(
      ["Jurisdiction"] + keys,
      comparison.rows.map { row in
        [.text(row.name)] + keys.map { .text(row.answer($0)?.shortWords ?? "") }
      })
  }

  private func addGroups(to page: inout MarkdownForm) {
    for question in comparison.questions {
      page.heading(2, question.key)
      page.table(
        ["Answer", "Count", "Jurisdictions"],
        comparison.groups(of: question.key).map {
          [.text($0.answer), .text(String($0.codes.count)), .text($0.codes.joined(separator: ", "))]
        })
    }
  }

  private func addUndecided(to page: inout MarkdownForm) {
    guard comparison.request.condition != nil, !comparison.undecided.isEmpty else { return }
    page.heading(2, "Not known whether the condition holds")
    page.table(
      ["Jurisdiction", "Why"],
      comparison.undecided.map {
        [.text($0.name), .text(($0.condition?.reasons ?? []).joined(separator: "; "))]
      })
  }

  private func law(_ row: Comparison.Row, _ compared: ComparedAnswer) -> [MarkdownForm.Cell] {
    let head: [MarkdownForm.Cell] = [.text(row.name), .text(compared.question.key), .text(compared.shortWords)]
    guard let value = compared.answer.known else { return head + [.text(""), .text(compared.support), .text("")] }
    return head + [.text(value.span), .law(value), .text(value.source.provenance)]
  }
}
