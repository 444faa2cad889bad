import Documents
import Law

/// The schema of the files of `states/`: each question of the codebook with the values that may answer it.
struct StateSchema {
  private let codebook: Codebook
  /// A name for each type of answers: the first of the keys that have it.
  private let names: [FactType: String]

  init(_ codebook: Codebook) {
    self.codebook = codebook
    names = Dictionary(grouping: codebook.questions.values, by: \.type).compactMapValues { $0.map(\.key).min() }
  }

  var schema: JSONSchema {
    let facts = JSONSchema.either(Level.allCases.map(Self.reference))
    let levels = Level.allCases.map { level in
      JSONSchema.object([
        "if": .object(["properties": .object(["jurisdiction": .words(Self.codes(of: level))])]),
        "then": .object(["properties": .object(["facts": Self.reference(level)])]),
      ])
    }
    let definitions = Level.allCases.map { ("facts-\($0.rawValue)", self.facts(of: $0)) } + types
    return JSONSchema(LawShapes.jurisdiction, replacing: ["facts": facts]).with([
      "allOf": .list(levels), "$defs": .object(Dictionary(uniqueKeysWithValues: definitions)),
    ])
  }

  private static func reference(_ level: Level) -> JSONSchema { .reference("facts-\(level.rawValue)") }

  private static func codes(of level: Level) -> [String] {
    Jurisdiction.codes.filter { Jurisdiction.level(of: $0) == level }
  }

  private func facts(of level: Level) -> JSONSchema {
    let questions = codebook.keys(of: level).compactMap { codebook.questions[$0] }
    return .mapping(Dictionary(uniqueKeysWithValues: questions.map { ($0.key, answers(to: $0)) }))
  }

  private func answers(to question: Question) -> JSONSchema {
    .reference("answers-\(names[question.type] ?? "")").described(question.text)
  }

  /// The values and the lists of dated values of each type, once for all questions that have it.
  private var types: [(String, JSONSchema)] {
    names.flatMap { type, name in
      let dated = LawShapes.datedValue(.named("value-\(name)"))
      return [
        ("value-\(name)", JSONSchema(Self.value(of: type))), ("answers-\(name)", .array(JSONSchema(dated))),
      ]
    }
  }

  // MARK: Values

  /// The form of an answer; each may be `unknown` as well.
  private static func value(of type: FactType) -> ValueShape {
    if case .enumeration(let allowed) = type { return .words(allowed.values.map(\.word) + ["unknown"]) }
    return .either([.words(["unknown"]), known(type)])
  }

  private static func known(_ type: FactType) -> ValueShape {
    switch type {
    case .enumeration(let allowed): .words(allowed.values.map(\.word))
    case .words(let allowed): .list(.words(allowed.values.map(\.word)))
    case .bool: .bool
    case .int: .integer
    case .date: .date
    case .text: .text
    case .cap: .either([.integer, .words(["none"])])
    case .records(let fields): .list(.record(record(fields)))
    case .condition: .expression
    }
  }

  private static func record(_ fields: [RecordField]) -> MappingShape {
    MappingShape(
      "a record", required: fields.filter(\.isRequired).map { ($0.name, value(of: $0.type)) },
      optional: fields.filter { !$0.isRequired }.map { ($0.name, value(of: $0.type)) })
  }
}
