import Law

/// The numbers that stand for answers in a data set, as its codebook explains them.
public enum AnswerCode {
  /// The code of a value, as text: the place of a word among the codebook's values, from 1, or several with
  /// semicolons; 1 and 0 for yes and no; a number as it is. Nil where a value has no code: dates, texts, records,
  /// conditions, and the `none` of a cap.
  public static func code(of value: FactValue, for question: Question) -> String? {
    switch value {
    case .word(let word): number(of: word, in: question).map(String.init)
    case .words(let words): words.compactMap { number(of: $0, in: question).map(String.init) }.joined(separator: ";")
    case .bool(let flag): flag ? "1" : "0"
    case .int(let number): String(number)
    case .cap(let number): number.map(String.init)
    default: nil
    }
  }

  /// The number of a word.
  public static func number(of word: String, in question: Question) -> Int? {
    question.type.allowedValues.firstIndex { $0.word == word }.map { $0 + 1 }
  }
}

extension FactType {
  /// What the type is called in the codebook.
  public var name: String {
    switch self {
    case .enumeration: "enum"
    case .bool: "bool"
    case .int: "int"
    case .date: "date"
    case .text: "text"
    case .words: "list"
    case .cap: "cap"
    case .records(let fields): fields == Limit.fields ? "limits" : "records"
    case .condition: "condition"
    }
  }
}
