import Comparing
import Law
import Rules

/// The page of every question that law answers, in Markdown: its answers, its unit, and which rules and pathways read
/// it. Written from the codebook and the rules, so that it can't say anything else.
public struct CodebookPage {
  private let codebook: Codebook
  private let readers: [String: [String]]

  /// The page of the codebook of a rulebook.
  public init(_ rules: Rulebook) {
    codebook = rules.codebook
    readers = rules.readers
  }

  /// The whole page.
  public var markdown: String {
    var form = MarkdownForm()
    form.heading(1, "The codebook")
    form.paragraph(
      "Every question that Ambit asks of the law, by the files of `rules/codebook/`, written by the tests. What no "
        + "rule reads yet is there for comparisons and for people.")
    for (topic, questions) in topics {
      form.heading(2, topic)
      form.table(["key", "question", "asked of", "answers", "read by"], questions.map(row))
    }
    return form.text
  }

  /// The questions of each file of the codebook, files and keys in the order of the alphabet.
  private var topics: [(String, [Question])] {
    let byFile = Dictionary(grouping: codebook.questions.values) { question in
      String(question.range.source.name.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
    }
    return byFile.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted { $0.key < $1.key }) }
  }

  private func row(_ question: Question) -> [MarkdownForm.Cell] {
    [
      .code(question.key), .text(question.text), .text(question.level.bearer), .text(answers(to: question)),
      .text((readers[question.key] ?? []).joined(separator: ", ")),
    ]
  }

  private func answers(to question: Question) -> String {
    let words = question.type.allowedValues.map(\.word).joined(separator: ", ")
    let type = question.type.name.spaced
    return [words.isEmpty ? type : "\(type): \(words)", question.unit].compactMap { $0 }.joined(separator: "; ")
  }
}
