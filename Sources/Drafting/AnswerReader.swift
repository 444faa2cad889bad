import Diagnostics
import Documents
import Law
import Programs

/// Reads what a person types as the value of a field, and writes it as YAML of one line. It is lenient where a file
/// is strict: `yes`, `9,600` and `nurse practitioner` are understood.
struct AnswerReader {
  let vocabulary: Vocabulary
  /// The ids of the parts that can be named, by shape.
  let ids: [String: [String]]

  /// The value in YAML.
  /// - Throws: `Rejection` that says what was expected, with the nearest right spelling of a word.
  func value(_ text: String, _ type: FieldType) throws(Rejection) -> String {
    switch type {
    case .bool: return try flag(text)
    case .integer(let range): return try integer(text, within: range)
    case .thousandths(let range): return try decimal(text, within: range)
    case .date: return try checked(text, PartialDate(text) != nil, "a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY")
    case .day: return try checked(text, Day(text) != nil, "a day that exists, as YYYY-MM-DD")
    case .word(let list): return try word(text, list)
    case .state: return try state(text)
    case .reference(let shape): return FlowText.word(try known(text, shape))
    case .npi:
      guard NPI.isValid(text) else {
        throw refusal("`\(text)` is no NPI: ten digits, of which the last checks the others")
      }
      return FlowText.quoted(text)
    case .identifier, .text: return FlowText.quoted(text)
    case .record: return try mapping(text)
    case .list(let element): return try list(text, element)
    case .everyone(let shape): return text == "everyone" ? text : try list(text, .reference(shape))
    }
  }

  // MARK: Scalars

  private func flag(_ text: String) throws(Rejection) -> String {
    switch text.lowercased() {
    case "yes", "y", "true": return "true"
    case "no", "n", "false": return "false"
    default: throw refusal("expected yes or no, found `\(text)`")
    }
  }

  private func integer(_ text: String, within range: ClosedRange<Int>) throws(Rejection) -> String {
    let digits = text.filter { $0 != "," && $0 != " " }
    guard let number = Int(strict: digits), range.contains(number) else {
      throw refusal("expected a whole number, \(range.lowerBound) to \(range.upperBound), found `\(text)`")
    }
    return digits
  }

  private func decimal(_ text: String, within range: ClosedRange<Int>) throws(Rejection) -> String {
    guard let number = Thousandths.parse(text), range.contains(number) else {
      let limits = "\(Thousandths.text(range.lowerBound)) to \(Thousandths.text(range.upperBound))"
      throw refusal("expected a number, \(limits) with at most three decimals, found `\(text)`")
    }
    return text
  }

  private func checked(_ text: String, _ isRight: Bool, _ expected: String) throws(Rejection) -> String {
    guard isRight else { throw refusal("expected \(expected), found `\(text)`") }
    return text
  }

  /// The word of a vocabulary that is written with blanks, hyphens or capitals, or by its title.
  /// - Throws: `Rejection` with the nearest right spelling.
  func word(_ text: String, _ list: String) throws(Rejection) -> String {
    let name = String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    if vocabulary.word(name, in: list) != nil { return name }
    if let titled = vocabulary.lists[list]?.first(where: { $0.title.lowercased() == text.lowercased() }) {
      return titled.name
    }
    let kind = list.split(separator: "_").joined(separator: " ")
    throw Rejection(
      .unknownWord(text, at: nil, id: "unknown-answer", kind: kind, allowed: vocabulary.words(list)))
  }

  /// The postal code of a state that is named by code or by name.
  /// - Throws: `Rejection` with the nearest right one.
  func state(_ text: String) throws(Rejection) -> String {
    if States.names[text.uppercased()] != nil { return text.uppercased() }
    if let named = States.names.first(where: { $0.value.lowercased() == text.lowercased() }) { return named.key }
    let meant = States.code(meantBy: text)
    throw Rejection(
      Diagnostic(
        "unknown-answer", at: nil, "`\(text)` is no state",
        notes: meant == nil ? [.init("expected a postal code such as `NC`")] : [],
        solutions: meant.map { [.init("write `\($0)`", replacement: $0)] } ?? []))
  }

  private func known(_ text: String, _ shape: String) throws(Rejection) -> String {
    let known = ids[shape] ?? []
    if known.contains(text) { return text }
    throw Rejection(
      .unknownWord(text, at: nil, id: "unknown-answer", kind: "\(shape) of this program", allowed: known))
  }

  // MARK: Collections

  /// Elements with commas between, parts with semicolons; `none` for an empty list.
  private func list(_ text: String, _ element: FieldType) throws(Rejection) -> String {
    if text.lowercased() == "none" { return "[]" }
    var isRecord = false
    if case .record = element { isRecord = true }
    var values: [String] = []
    for part in text.split(separator: isRecord ? ";" : ",") {
      let words = part.split(separator: " ")
      values.append(try value(words.joined(separator: " "), element))
    }
    guard !values.isEmpty else { throw refusal("expected something, or `none`") }
    return "[\(values.joined(separator: ", "))]"
  }

  /// `key: value, key: value`, with or without braces; the reader of programs checks the keys.
  private func mapping(_ text: String) throws(Rejection) -> String {
    let flow = text.hasPrefix("{") ? text : "{\(text)}"
    // What stands behind the closing brace, a comment say, would swallow the rest of the line that it is put into.
    if let node = try? YAMLReader.read(SourceText(name: "answer", text: flow)),
      case .mapping(let entries) = node.content, node.range.offsets.upperBound == flow.utf8.count,
      entries.allSatisfy({ !$0.value.isNull })
    {
      return flow
    }
    throw refusal("expected `key: value, key: value`, found `\(text)`")
  }

  private func refusal(_ summary: String) -> Rejection { Rejection(Diagnostic("unfit-answer", at: nil, summary)) }
}

extension AnswerReader {
  /// What kind of answer a field takes, in words.
  func hint(_ type: FieldType) -> String {
    switch type {
    case .bool: "yes or no"
    case .integer(let range): "a whole number, \(range.lowerBound) to \(range.upperBound)"
    case .thousandths(let range):
      "a number, \(Thousandths.text(range.lowerBound)) to \(Thousandths.text(range.upperBound))"
    case .date: "a date: YYYY-MM-DD, YYYY-MM or YYYY"
    case .day: "a day: YYYY-MM-DD"
    case .word(let list): "one of " + choices(vocabulary.words(list))
    case .state: "a state, such as NC"
    case .npi: "an NPI of ten digits"
    case .identifier, .text: "a text"
    case .reference(let shape): "one of " + choices(ids[shape] ?? [])
    case .record(let shape): "`key: value, …` with the keys " + keys(shape)
    case .list(.record(let shape)): "`key: value, …` with the keys \(keys(shape)); a `;` before the next; or none"
    case .list(.word(let list)): "some of \(choices(vocabulary.words(list))), with commas; or none"
    case .list(.reference(let shape)): "some of \(choices(ids[shape] ?? [])), with commas; or none"
    case .list: "values with commas between, or none"
    case .everyone(let shape): "everyone, or some of " + choices(ids[shape] ?? [])
    }
  }

  private func choices(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The keys of a part, those that it needs marked.
  private func keys(_ shape: String) -> String {
    (ProgramShapes.all[shape]?.fields ?? []).map { $0.unstated == .required ? "\($0.name) (needed)" : $0.name }
      .joined(separator: ", ")
  }
}

extension Program {
  /// The ids of the parts that have one, by shape, in the order of the file.
  var ids: [String: [String]] {
    entities.reduce(into: [:]) { ids, entity in
      if let id = entity.word("id") { ids[entity.shape, default: []].append(id) }
    }
  }
}
