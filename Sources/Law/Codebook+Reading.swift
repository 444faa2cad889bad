import Diagnostics
import Documents

extension Codebook {
  private static let fields = [
    "question", "level", "type", "values", "vague", "vocabulary", "unit", "family", "fields", "over",
  ]
  private static let types = [
    "enum", "bool", "int", "date", "text", "list", "cap", "limits", "records", "condition",
  ]

  /// Reads `rules/codebook.yaml`. `vocabularies` are the words that a question may refer to by name.
  public init(_ node: Node, vocabularies: [String: [String]], problems: Problems) {
    let entries = node.mapping(expecting: "the codebook", problems: problems) ?? []
    self.init(entries.compactMap { Self.question($0, vocabularies, problems) })
  }

  private static func question(
    _ entry: Entry, _ vocabularies: [String: [String]], _ problems: Problems
  ) -> Question? {
    let subject = "the question `\(entry.key)`"
    guard let fields = Fields(entry.value, of: subject, allowed: fields, problems: problems) else { return nil }
    let text = fields.required("question")?.text("the question in words", problems: problems)
    let level = fields.required("level")?.word("level", of: Level.allCases.map(\.rawValue), problems: problems)
    let type = type(fields, vocabularies, problems)
    guard let text, let level = level.flatMap(Level.init(rawValue:)), let type else { return nil }
    return Question(
      key: entry.key, text: text, level: level, type: type,
      unit: fields["unit"]?.text("a unit", problems: problems),
      family: fields["family"]?.text("a family of keys", problems: problems), range: entry.keyRange)
  }

  private static func type(
    _ fields: Fields, _ vocabularies: [String: [String]], _ problems: Problems
  ) -> FactType? {
    switch fields.required("type")?.word("type", of: types, problems: problems) {
    case "enum": return allowedValues(fields, vocabularies, problems).map { .enumeration($0) }
    case "list": return allowedValues(fields, vocabularies, problems).map { .words($0) }
    case "bool": return .bool
    case "int": return .int
    case "date": return .date
    case "text": return .text
    case "cap": return .cap
    case "limits": return .records(Limit.fields)
    case "records": return records(fields, vocabularies, problems)
    case "condition":
      return fields.required("over")?.text("a subject", problems: problems).map { .condition(over: $0) }
    default: return nil
    }
  }

  private static func allowedValues(
    _ fields: Fields, _ vocabularies: [String: [String]], _ problems: Problems
  ) -> AllowedValues? {
    if let node = fields["vocabulary"] {
      let name = node.word("vocabulary", of: vocabularies.keys.sorted(), problems: problems)
      guard let name, let words = vocabularies[name] else { return nil }
      return AllowedValues(words.map { AllowedValue($0) }, vocabulary: name)
    }
    guard let entries = fields.required("values")?.mapping(expecting: "the allowed values", problems: problems)
    else { return nil }
    let words = entries.map(\.key)
    let vague = (fields["vague"]?.list(of: "words", problems: problems) ?? []).compactMap {
      $0.word("value", of: words, problems: problems)
    }
    return AllowedValues(
      entries.map { entry in
        let meaning = entry.value.text("a line on what the value means", problems: problems) ?? ""
        return AllowedValue(entry.key, meaning: meaning, isVague: vague.contains(entry.key))
      })
  }

  private static func records(
    _ fields: Fields, _ vocabularies: [String: [String]], _ problems: Problems
  ) -> FactType? {
    guard let entries = fields.required("fields")?.mapping(expecting: "the fields of a record", problems: problems)
    else { return nil }
    return .records(
      entries.compactMap { entry in
        let allowed = ["type", "values", "vague", "vocabulary", "required"]
        guard
          let field = Fields(entry.value, of: "the field `\(entry.key)`", allowed: allowed, problems: problems),
          let type = type(field, vocabularies, problems)
        else { return nil }
        let isRequired = field["required"]?.boolean("`required`", problems: problems) ?? true
        return RecordField(entry.key, type, isRequired: isRequired)
      })
  }
}
