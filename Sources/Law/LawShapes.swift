import Documents

/// The shapes of the files of `states/` and of the codebook. Their readers and their schemas read this one table; what
/// a fact may say stands in the codebook itself.
public enum LawShapes {
  /// A file of `states/`.
  public static let jurisdiction = MappingShape(
    "a jurisdiction",
    required: ["jurisdiction": .words(Jurisdiction.codes), "name": .text, "facts": .map(nil, .list(.anything))],
    optional: ["sources": .map(nil, .record(source))])

  static let source = MappingShape(
    "a source", required: ["title": .text, "basis": .words(Basis.allCases.map(\.rawValue))],
    optional: ["url": .text, "read": .day, "as_of": .date])

  /// A dated value; `value`, and the values within `contested` and `except`, are of the question's type.
  public static func datedValue(_ value: ValueShape) -> MappingShape {
    MappingShape(
      "a dated value", required: ["value": value, "source": .text],
      optional: [
        "from": .date, "to": .date, "cite": .text, "note": .text, "status": .words(Status.allCases.map(\.rawValue)),
        "decided": .day, "contested": .record(contest(value)), "except": .list(.record(exception(value))),
      ])
  }

  static func contest(_ value: ValueShape) -> MappingShape {
    MappingShape("a contested value", required: ["value": value, "cite": .text])
  }

  static func exception(_ value: ValueShape) -> MappingShape {
    MappingShape("an exception", required: ["when": .expression, "value": value], optional: ["cite": .text])
  }

  // MARK: Codebook

  /// A question of the codebook. Level and type may stand in what the questions of its file have in common.
  public static let question = MappingShape(
    "a question", required: ["question": .text],
    optional: [
      "level": level, "readers": readers, "type": type, "values": values, "vague": .list(.text), "vocabulary": .text,
      "unit": .text, "family": .text, "fields": .map(nil, .record(recordField)), "over": .text,
      "each": .map(nil, .text), "gathered": .bool, "on_its_way": .text,
    ])

  /// What the questions of a file have in common.
  public static let defaults = MappingShape(
    "what the questions have in common", required: [:],
    optional: ["level": level, "readers": readers, "type": type, "family": .text])

  /// The allowed values that several questions share.
  public static let family = MappingShape(
    "a family", required: ["values": values], optional: ["vague": .list(.text), "on_its_way": .text])

  static let recordField = MappingShape(
    "a field of a record", required: ["type": type],
    optional: ["values": values, "vague": .list(.text), "vocabulary": .text, "required": .bool])

  /// The names of the types of answers.
  static let types = ["enum", "bool", "int", "date", "text", "list", "cap", "limits", "records", "condition"]

  private static let type = ValueShape.words(types)
  private static let level = ValueShape.words(Level.allCases.map(\.rawValue))
  private static let readers = ValueShape.list(.words(Reader.allCases.map(\.rawValue)))
  private static let values = ValueShape.map(nil, .text)
}
