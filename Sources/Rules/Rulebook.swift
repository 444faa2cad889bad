import CEL
import Diagnostics
import Documents
import Law
import Programs

/// All that decides about a program besides its own facts and the law's: rules, pathways, definitions.
public struct Rulebook: Sendable {
  /// The words of programs.
  public let vocabulary: Vocabulary
  /// The questions that law answers.
  public let codebook: Codebook
  /// The rules, sorted by id.
  public let rules: [Rule]
  /// The pathways by id.
  public let pathways: [String: Pathway]
  /// The rules that except from others, by the id of the rule that they except from.
  public let exceptions: [String: [Rule]]
  /// The definitions by name.
  public let definitions: [String: Definition]
  let scope: Scope

  /// The rule of this id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// Puts together what was read, and checks what no part can know alone.
  init(
    scope: Scope, definitions: [String: Definition], rules: [Rule], pathways: [Pathway], problems: Problems
  ) {
    vocabulary = scope.vocabulary
    codebook = scope.codebook
    self.scope = scope
    self.definitions = definitions
    let known = Dictionary(pathways.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.pathways = known
    self.rules = rules.sorted { $0.id < $1.id }.map { rule in
      Self.completed(rule, known, definitions, problems)
    }
    exceptions = Dictionary(grouping: self.rules.filter { $0.exception != nil }) { $0.exception?.rule ?? "" }
    ExceptionCheck(rules: self.rules, problems: problems).run()
    Self.checkKeys(scope.vocabulary, codebook, problems)
    Self.checkUnique(rules.map { ($0.id, $0.range) } + pathways.map { ($0.id, $0.range) }, problems)
  }

  /// The parts of another rulebook with some of them exchanged, which need no check anew.
  init(_ other: Rulebook, definitions: [String: Definition], rules: [Rule], pathways: [String: Pathway]) {
    vocabulary = other.vocabulary
    codebook = other.codebook
    scope = other.scope
    self.definitions = definitions
    self.rules = rules
    self.pathways = pathways
    exceptions = Dictionary(grouping: rules.filter { $0.exception != nil }) { $0.exception?.rule ?? "" }
  }

  /// The keys of law that the vocabulary names must be questions, of the family that its field asks for.
  private static func checkKeys(_ vocabulary: Vocabulary, _ codebook: Codebook, _ problems: Problems) {
    for field in DerivedFields.all.values.joined() {
      guard case .opaque(let type) = field.type, type.hasPrefix("key of ") else { continue }
      let family = String(type.dropFirst("key of ".count))
      let keys = codebook.questions.values.filter { $0.family == family }.map(\.key).sorted()
      for word in vocabulary.lists[field.vocabulary] ?? [] {
        guard let key = word.attributes[field.attribute], !keys.contains(key) else { continue }
        problems.report(
          .unknownWord(key, at: word.range, id: "unknown-key", kind: "key of the family \(family)", allowed: keys))
      }
    }
  }

  private static func checkUnique(_ ids: [(String, SourceRange)], _ problems: Problems) {
    var seen: [String: SourceRange] = [:]
    for (id, range) in ids {
      if let first = seen.updateValue(range, forKey: id) {
        problems.error(
          "duplicate-id", at: range, "the id `\(id)` is taken", notes: [.init("first given here", at: first)])
      }
    }
  }

  /// Checks the pathways that a rule names, and finds the lists that may count as empty.
  static func completed(
    _ rule: Rule, _ pathways: [String: Pathway], _ definitions: [String: Definition], _ problems: Problems
  ) -> Rule {
    let requirements = rule.requirements.map { requirement in
      var polarity = Polarity(definitions: definitions)
      polarity.add(rule.applies, .down)
      if let records = rule.each?.records { polarity.add(records, .down) }
      if let when = requirement.when { polarity.add(when, .down) }
      for alternative in requirement.alternatives { polarity.add(alternative.formula, .up) }
      for id in requirement.pathways {
        guard let pathway = pathway(id, for: rule, requirement, pathways, problems) else { continue }
        for formula in pathway.formulas { polarity.add(formula, .up) }
        for inner in pathway.requirements {
          if let when = inner.when { polarity.add(when, .down) }
        }
      }
      var completed = requirement
      completed.emptyWhenOmitted = polarity.harmless
      return completed
    }
    return Rule(
      id: rule.id, title: rule.title, concern: rule.concern, barrier: rule.barrier, consequence: rule.consequence,
      applies: rule.applies, each: rule.each, exception: rule.exception, requirements: requirements, cite: rule.cite,
      range: rule.range)
  }

  private static func pathway(
    _ id: String, for rule: Rule, _ requirement: Requirement, _ pathways: [String: Pathway], _ problems: Problems
  ) -> Pathway? {
    guard let pathway = pathways[id] else {
      problems.report(
        .unknownWord(
          id, at: requirement.range, id: "unknown-pathway", kind: "pathway", allowed: pathways.keys.sorted()))
      return nil
    }
    if !rule.concern.covers(pathway.concern) {
      problems.error(
        "pathway-concern", at: requirement.range,
        "the pathway `\(id)` concerns a \(pathway.concern.rawValue), which a \(rule.concern.rawValue) does not cover")
      return nil
    }
    if !pathway.cures.contains(rule.consequence) {
      problems.error(
        "pathway-cures", at: requirement.range,
        "the pathway `\(id)` does not cure what is \(rule.consequence.rawValue)")
      return nil
    }
    return pathway
  }
}

extension Pathway {
  /// The formulas whose truth opens, chooses and satisfies the pathway.
  var formulas: [Formula] {
    [available, chosen] + requirements.flatMap { $0.alternatives.map(\.formula) }
  }
}
