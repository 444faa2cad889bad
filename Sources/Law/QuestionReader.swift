import Diagnostics
import Documents

/// Reads the questions of one file of the codebook.
struct QuestionReader {
  private let defaults: Fields?
  private let families: [String: Node]
  private let vocabularies: [String: [String]]
  private let problems: Problems

  init(defaults: Node?, families: [String: Node], vocabularies: [String: [String]], problems: Problems) {
    self.defaults = defaults.flatMap {
      Fields($0, LawShapes.defaults, problems: problems)
    }
    self.families = families
    self.vocabularies = vocabularies
    self.problems = problems
  }

  /// The question of an entry; several, where it is asked of each of several words.
  func questions(_ entry: Entry) -> [Question] {
    let subject = "the question `\(entry.key)`"
    guard let fields = Fields(entry.value, LawShapes.question, of: subject, problems: problems) else { return [] }
    let text = fields.required("question")?.text("the question in words", problems: problems)
    let level = (fields["level"] ?? defaults?["level"] ?? fields.required("level"))?.word(
      "level", of: Level.allCases.map(\.rawValue), problems: problems)
    let type = type(fields, family: family(fields))
    guard let text, let level = level.flatMap(Level.init(rawValue:)), let type else { return [] }
    func question(_ key: String, _ text: String, at range: SourceRange) -> Question {
      Question(
        key: key, text: text, level: level, type: type, unit: fields["unit"]?.text("a unit", problems: problems),
        family: family(fields), entry: entry.key, readers: readers(fields),
        isGathered: fields["gathered"]?.boolean("`gathered`", problems: problems) ?? false, range: range)
    }
    guard let each = fields["each"] else { return [question(entry.key, text, at: entry.keyRange)] }
    let words = each.mapping(expecting: "the words of which it is asked", problems: problems) ?? []
    return words.map { word in
      let meaning = word.value.text("what the word stands for", problems: problems) ?? word.key
      return question("\(entry.key).\(word.key)", Self.put(meaning, into: text), at: word.keyRange)
    }
  }

  /// Puts what a word stands for in the place of `{}`.
  private static func put(_ meaning: String, into text: String) -> String {
    let parts = text.split(separator: "{}", omittingEmptySubsequences: false)
    return parts.joined(separator: meaning)
  }

  private func family(_ fields: Fields) -> String? {
    (fields["family"] ?? defaults?["family"])?.text("a family of keys", problems: problems)
  }

  private func readers(_ fields: Fields) -> [Reader] {
    let nodes = (fields["readers"] ?? defaults?["readers"])?.list(of: "readers", problems: problems) ?? []
    return nodes.compactMap {
      $0.word("reader", of: Reader.allCases.map(\.rawValue), problems: problems).flatMap(Reader.init(rawValue:))
    }
  }

  // MARK: Types

  private func type(_ fields: Fields, family: String? = nil) -> FactType? {
    let type = fields["type"] ?? defaults?["type"] ?? fields.required("type")
    switch type?.word("type", of: LawShapes.types, problems: problems) {
    case "enum": return allowedValues(fields, family).map { .enumeration($0) }
    case "list": return allowedValues(fields, family).map { .words($0) }
    case "bool": return .bool
    case "int": return .int
    case "date": return .date
    case "text": return .text
    case "cap": return .cap
    case "limits": return .records(Limit.fields)
    case "records": return records(fields)
    case "condition":
      return fields.required("over")?.text("a subject", problems: problems).map { .condition(over: $0) }
    default: return nil
    }
  }

  private func allowedValues(_ fields: Fields, _ family: String?) -> AllowedValues? {
    if let node = fields["vocabulary"] {
      let name = node.word("vocabulary", of: vocabularies.keys.sorted(), problems: problems)
      guard let name, let words = vocabularies[name] else { return nil }
      return AllowedValues(words.map { AllowedValue($0) }, vocabulary: name)
    }
    if fields["values"] == nil, let family, let node = families[family] {
      let shared = Fields(node, LawShapes.family, of: "the family `\(family)`", problems: problems)
      return shared.flatMap(ownValues)
    }
    return ownValues(fields)
  }

  private func ownValues(_ fields: Fields) -> AllowedValues? {
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
      },
      onItsWay: fields["on_its_way"]?.word("value", of: words, problems: problems))
  }

  private func records(_ fields: Fields) -> FactType? {
    guard let entries = fields.required("fields")?.mapping(expecting: "the fields of a record", problems: problems)
    else { return nil }
    return .records(entries.compactMap(recordField))
  }

  private func recordField(_ entry: Entry) -> RecordField? {
    guard
      let field = Fields(entry.value, LawShapes.recordField, of: "the field `\(entry.key)`", problems: problems),
      field.required("type") != nil, let type = type(field)
    else { return nil }
    let isRequired = field["required"]?.boolean("`required`", problems: problems) ?? true
    return RecordField(entry.key, type, isRequired: isRequired)
  }
}
