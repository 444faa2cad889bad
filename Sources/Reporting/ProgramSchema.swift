import Documents
import Law
import Programs

/// The schema of program files, from the table of shapes and a vocabulary.
struct ProgramSchema {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  var schema: JSONSchema {
    let parts = ProgramShapes.all.filter { $0.key != ProgramShapes.program.name }
    return mapping(ProgramShapes.program).with(["$defs": .object(parts.mapValues(mapping))])
  }

  private func mapping(_ shape: Shape) -> JSONSchema {
    let fields = shape.fields.map { field in
      let subject = shape.title
      let question = field.question.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: subject)
      return (field.name, schema(field.type).described(question))
    }
    let required = shape.fields.filter { $0.unstated == .required }.map(\.name)
    return .mapping(Dictionary(uniqueKeysWithValues: fields), required: required)
  }

  private func schema(_ type: FieldType) -> JSONSchema {
    switch type {
    case .identifier: .either([.pattern("^[A-Za-z0-9_-]+$"), .integer])
    case .text, .reference: .text
    case .npi: .either([.pattern("^[0-9]{10}$"), .integer(within: 1_000_000_000...9_999_999_999)])
    case .word(let list): .words(vocabulary.words(list))
    case .bool: .bool
    case .integer(let range): .integer(within: range)
    case .thousandths(let range):
      .object([
        "type": .string("number"), "minimum": .number(Double(range.lowerBound) / 1000),
        "maximum": .number(Double(range.upperBound) / 1000),
      ])
    case .date: .date
    case .day: .day
    case .state: .words(States.names.keys.sorted())
    case .record(let name): .reference(name)
    case .list(let element): .array(schema(element))
    case .everyone: .either([.text, .array(.text)])
    }
  }
}
