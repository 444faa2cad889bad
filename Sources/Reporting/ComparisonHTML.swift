import Comparing
import Documents
import Law

/// A comparison as a page that needs nothing besides itself: for each key a map of tiles, and the same as a table.
public struct ComparisonHTML {
  private let comparison: Comparison

  /// The page of a comparison.
  public init(_ comparison: Comparison) { self.comparison = comparison }

  /// The whole page.
  public var text: String {
    let questions = comparison.questions
    let title = questions.count == 1 ? questions[0].text : "\(questions.count) questions of law, state by state"
    let sentences: [String?] = [
      comparison.facts.joined(separator: " · "), comparison.conditionWords, comparison.changeWords,
    ]
    let header = SafeHTML.element(
      .header, [],
      [.element(.h1, [], [.text(title)])]
        + sentences.compactMap { $0 }.map { .element(.p, [], [.text($0)]) })
    return SafeHTML.page(
      "\(title) (\(comparison.request.day))", Self.sheet,
      [
        header, .element(.main, [], questions.map { section($0, isAlone: questions.count == 1) }),
        .element(.footer, [], [.text(Footer.text)]),
      ])
  }

  private func section(_ question: Question, isAlone: Bool) -> SafeHTML {
    let heading: [SafeHTML] = isAlone ? [] : [.element(.h2, [], [.text(question.text)])]
    let key = SafeHTML.element(.p, [], [.element(.code, [], [.text(question.key)])])
    let map: [SafeHTML] =
      question.level == .state
      ? [.element(.figure, [], [TileMap(comparison, question).drawing(isAlone: false)])] : []
    return .element(.section, [], heading + [key] + map + [table(question)])
  }

  // MARK: Table

  private func table(_ question: Question) -> SafeHTML {
    let columns = ["Jurisdiction", "Answer", "In force", "Law", "Basis"]
    let head = columns.map { SafeHTML.element(.th, [.plain(.scope, "col")], [.text($0)]) }
    let rows = comparison.shown.sorted { $0.name < $1.name }.compactMap { row in
      row.answer(question.key).map { self.row(row, $0) }
    }
    return .element(
      .table, [],
      [
        .element(.caption, [], [.text("\(question.key), as of \(comparison.request.day)")]),
        .element(.thead, [], [.element(.tr, [], head)]), .element(.tbody, [], rows),
      ])
  }

  private func row(_ row: Comparison.Row, _ compared: ComparedAnswer) -> SafeHTML {
    let name = SafeHTML.element(.th, [.plain(.scope, "row")], [.text(row.name)])
    let isDecided = !comparison.undecided.contains { $0.code == row.code }
    let reasons = isDecided ? [] : (row.condition?.reasons ?? [])
    let doubts = reasons.map { note("Not known whether the condition holds: \($0)") }
    guard let value = compared.answer.known else {
      return .element(
        .tr, [.plain(.class, "unknown")],
        [
          name, cell([.text("unknown")] + doubts), cell([]), cell([.text(compared.support)] + notes(compared)),
          cell([]),
        ])
    }
    return .element(
      .tr, isDecided ? [] : [.plain(.class, "unknown")],
      [
        name, cell([.text(value.inFull)] + doubts), cell([.text(value.span)]),
        cell([citation(value)] + notes(compared)), cell([.text(value.source.provenance)]),
      ])
  }

  private func cell(_ content: [SafeHTML]) -> SafeHTML { .element(.td, [], content) }

  private func note(_ text: String) -> SafeHTML { .element(.p, [.plain(.class, "note")], [.text(text)]) }

  private func notes(_ compared: ComparedAnswer) -> [SafeHTML] {
    compared.notes.map(note) + compared.pendingWords.map(note)
  }

  private func citation(_ value: DatedValue) -> SafeHTML {
    let words = SafeHTML.text(value.cite ?? value.source.title)
    guard let address = value.source.url.flatMap(WebAddress.init) else { return words }
    return .element(.a, [.link(address)], [words])
  }

  private static let sheet: StaticString = """
    body{margin:0 auto;max-width:62rem;padding:1.5rem;font:16px/1.45 Helvetica,Arial,"DejaVu Sans",sans-serif;\
    color:#1a1a1a;background:#fff}
    h1{font-size:1.5rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.5rem 0 .3rem}
    header p,section>p{margin:.2rem 0}code{font-size:.95em}
    figure{margin:1rem 0}svg{display:block;width:100%;max-width:48rem;height:auto}
    table{border-collapse:collapse;width:100%;font-size:.875rem}caption{text-align:left;font-weight:bold;padding:.4rem 0}
    th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-top:1px solid #bbb;\
    overflow-wrap:break-word}
    thead th{border-top:0;border-bottom:2px solid #444}tbody th{font-weight:normal;white-space:nowrap}
    td:nth-child(2){min-width:7rem}td:nth-child(3),td:nth-child(5){min-width:6.5rem}td:nth-child(4){min-width:16rem}
    tr.unknown td:nth-child(2){font-style:italic}.note{margin:.2rem 0 0;color:#4a4a4a}
    a{color:#0b4f9e}footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid #bbb;color:#4a4a4a;font-size:.875rem}
    @media (max-width:40rem){thead{display:none}tr,tbody th,td{display:block;border:0;padding:.1rem 0}\
    tbody tr{border-top:1px solid #bbb;padding:.5rem 0}tbody th{font-weight:bold}td:empty{display:none}}
    @media print{body{max-width:none;padding:0}a{color:inherit}}
    """
}
