import Checking
import Documents
import Law
import Programs
import Rules

/// The kinds of files that Ambit reads, each with a JSON Schema made of the tables that its reader uses.
public enum DocumentSchema: String, CaseIterable, Sendable {
  case program, state, codebook, vocabulary, rule, pathway
  case ruleTest = "rule-test"
  case definitions, baseline

  /// The schema as a text, with the words and questions of a rulebook.
  /// - Throws: what the encoder throws.
  public func text(_ rules: Rulebook) throws -> String {
    try JSONForm.text(
      schema(rules).with([
        "$schema": .string("https://json-schema.org/draft/2020-12/schema"), "title": .string(title),
      ]))
  }

  private var title: String {
    switch self {
    case .program: "A program that `ambit check` reads"
    case .state: "The coded law of a jurisdiction"
    case .codebook: "Questions that law answers"
    case .vocabulary: "Words that programs use"
    case .rule: "A rule"
    case .pathway: "A pathway"
    case .ruleTest: "The tests of a rule or pathway"
    case .definitions: "Predicates that rules share"
    case .baseline: "Findings that somebody has accepted for a time"
    }
  }

  private func schema(_ rules: Rulebook) -> JSONSchema {
    switch self {
    case .program: ProgramSchema(rules.vocabulary).schema
    case .state: StateSchema(rules.codebook).schema
    case .codebook:
      .map(
        JSONSchema(LawShapes.question),
        besides: [
          "defaults": JSONSchema(LawShapes.defaults), "families": .map(JSONSchema(LawShapes.family)),
        ])
    case .vocabulary: Self.vocabularySchema
    case .rule: Self.ruleSchema
    case .pathway: JSONSchema(RuleShapes.pathway)
    case .ruleTest: JSONSchema(TestShapes.file)
    case .definitions: .map(JSONSchema(RuleShapes.definition))
    case .baseline: JSONSchema(TestShapes.baseline)
    }
  }

  /// Which attributes a word may have goes by the name of its vocabulary.
  private static var vocabularySchema: JSONSchema {
    let named = Vocabulary.attributes.keys.sorted()
    let cases = named.map { name -> JSONSchema in
      let words = JSONSchema.object(["properties": .object(["words": words(of: name)])])
      return .object(["if": isNamed([name]), "then": words])
    }
    let rest = JSONSchema.object([
      "if": .object(["not": isNamed(named)]), "then": .object(["properties": .object(["words": words(of: "")])]),
    ])
    return JSONSchema(Vocabulary.shape).with(["allOf": .list(cases + [rest])])
  }

  private static func isNamed(_ names: [String]) -> JSONSchema {
    .object(["properties": .object(["vocabulary": .words(names)])])
  }

  private static func words(of vocabulary: String) -> JSONSchema {
    .map(.either([.text, JSONSchema(Vocabulary.wordShape(of: vocabulary))]))
  }

  /// A rule asks something, or excepts from a rule that does.
  private static var ruleSchema: JSONSchema {
    let keys = ["requires", "excepts"].map { JSONSchema.object(["required": .list([.string($0)])]) }
    return JSONSchema(RuleShapes.rule).with(["anyOf": .list(keys)])
  }
}
