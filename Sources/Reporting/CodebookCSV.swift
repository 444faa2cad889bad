import Comparing
import Documents
import Law

/// The codebook of a data set: a row for each value of each question, and one for a question without listed values.
public struct CodebookCSV {
  private let questions: [Question]
  private let readers: [String: [String]]
  private let isRaw: Bool

  /// The codebook of these questions; `readers` has the rules and pathways that read each key.
  public init(_ questions: [Question], readers: [String: [String]], isRaw: Bool = false) {
    self.questions = questions
    self.readers = readers
    self.isRaw = isRaw
  }

  /// The whole table.
  public var text: String {
    var table = CSVForm(
      columns: ["key", "question", "level", "type", "unit", "value", "code", "meaning", "needs_note", "read_by"],
      isRaw: isRaw)
    for question in questions {
      let head = [question.key, question.text, question.level.rawValue, question.type.name, question.unit]
      let tail = (readers[question.key] ?? []).joined(separator: "; ")
      let values = question.type == .bool ? Self.flags : question.type.allowedValues
      if values.isEmpty { table.add(head + [nil, nil, nil, nil, tail]) }
      for value in values {
        let code =
          question.type == .bool
          ? (value.word == "yes" ? "1" : "0") : AnswerCode.code(of: .word(value.word), for: question)
        table.add(head + [value.word, code, value.meaning, value.isVague ? "yes" : "no", tail])
      }
    }
    return table.text
  }

  private static let flags = [AllowedValue("no"), AllowedValue("yes")]
}
