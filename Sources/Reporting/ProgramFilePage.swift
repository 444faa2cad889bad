import Programs

/// The page of documentation on program files, in Markdown: every field of every part with what its absence means and
/// the question that is asked for it, and the words of every vocabulary. It is written from the table of shapes.
public struct ProgramFilePage {
  private let vocabulary: Vocabulary

  /// The page under a vocabulary.
  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The page.
  public var markdown: String {
    var form = MarkdownForm()
    form.heading(1, "The program file")
    form.paragraph(
      "One YAML document says what a program is: its sites, people, service lines and payers, and the papers between "
        + "them. Written from the table of shapes by the tests.")
    form.paragraph(
      "A key that is not listed here is an error, as is a word that is not in its vocabulary; the message names the "
        + "place and the nearest right spelling. What is left out means what the third column says: unknown is neither "
        + "a pass nor a fail, and a conclusion that hangs on it asks the question of the last column.")
    for shape in Self.shapes {
      form.heading(2, shape.title)
      form.table(
        ["field", "what stands there", "left out", "question"],
        shape.fields.map { field in
          [
            .code(field.name), .text(field.type.inWords), .text(field.unstated.inWords),
            .text(field.question.replacing("{}", with: "…")),
          ]
        })
    }
    form.heading(2, "Vocabularies")
    for name in vocabulary.lists.keys.sorted() {
      form.heading(3, name)
      form.table(
        ["word", "meaning"], (vocabulary.lists[name] ?? []).map { [.code($0.name), .text($0.title)] })
    }
    return form.text
  }

  /// The shapes in the order in which they are reached from the whole file.
  private static var shapes: [Shape] {
    var found = [ProgramShapes.program]
    var next = 0
    while next < found.count {
      for field in found[next].fields {
        guard let name = field.type.record, let shape = ProgramShapes.all[name] else { continue }
        if !found.contains(where: { $0.name == name }) { found.append(shape) }
      }
      next += 1
    }
    return found
  }
}

extension FieldType {
  /// The shape of its parts, where it has any.
  fileprivate var record: String? {
    switch self {
    case .record(let name): name
    case .list(let element): element.record
    default: nil
    }
  }

  /// What a person writes there.
  fileprivate var inWords: String {
    switch self {
    case .identifier: "a name by which other parts refer to it: letters, digits, - and _"
    case .text: "words to show"
    case .npi: "a National Provider Identifier: ten digits with their check digit"
    case .word(let vocabulary): "a word of the vocabulary \(vocabulary)"
    case .bool: "true or false"
    case .integer(let range): "a whole number between \(range.lowerBound) and \(range.upperBound)"
    case .thousandths(let range):
      "a number between \(Thousandths.text(range.lowerBound)) and \(Thousandths.text(range.upperBound)), with at most "
        + "three decimals"
    case .date: "a day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY"
    case .day: "a day: YYYY-MM-DD"
    case .state: "the postal code of a state"
    case .reference(let shape): "the id of \(ProgramShapes.all[shape]?.title ?? shape)"
    case .record(let shape): ProgramShapes.all[shape]?.title ?? shape
    case .list(let element): "a list, each: \(element.inWords)"
    case .everyone(let shape): "a list of ids, each of \(ProgramShapes.all[shape]?.title ?? shape), or everyone"
    }
  }
}

extension Unstated {
  /// What it means to leave the field out.
  fileprivate var inWords: String {
    switch self {
    case .required: "must be stated"
    case .unknown: "unknown"
    case .empty: "none"
    case .always: "since ever"
    case .never: "never"
    case .value(let value): value.spaced
    }
  }
}
