import Documents
import Law

/// The shapes of the files of `rules/`. Their readers and their schemas read this one table.
public enum RuleShapes {
  /// A rule. One that only excepts from another needs no requirements.
  public static let rule = MappingShape(
    "a rule",
    required: [
      "rule": .kebab, "title": .text, "concerns": concerns, "barrier": .words(Barrier.allCases.map(\.rawValue)),
      "consequence": consequence, "applies": .expression,
    ],
    optional: [
      "each": .map(nil, .expression), "excepts": .text, "in": .record(reach), "over": .list(.text),
      "requires": .list(.record(requirement)), "cite": .list(.text),
    ])

  /// A pathway.
  public static let pathway = MappingShape(
    "a pathway",
    required: [
      "pathway": .kebab, "title": .text, "concerns": concerns, "kind": .words(Pathway.kinds),
      "cures": .list(consequence), "chosen": .expression, "available": .expression, "effort": .record(effort),
      "cite": .list(.text),
    ],
    optional: ["requires": .list(.record(requirement))])

  static let requirement = MappingShape(
    "a requirement", required: ["id": .kebab, "otherwise": .text],
    optional: [
      "when": .expression, "that": .expression, "any": .map(nil, .expression), "all": .map(nil, .expression),
      "pathways": .list(.text),
    ])

  static let effort = MappingShape(
    "an effort", required: ["weeks": .integer, "cost_usd": .integer, "basis": .words(["planning assumption"])])

  static let reach = MappingShape(
    "the reach of an exception", required: [:],
    optional: ["states": .list(.words(States.codes)), "from": .day, "to": .day])

  /// A definition.
  public static let definition = MappingShape(
    "a definition", required: ["of": .map(nil, .text), "is": .expression])

  private static let concerns = ValueShape.words(Concern.allCases.map(\.rawValue))
  private static let consequence = ValueShape.words(Consequence.allCases.map(\.rawValue))
}
