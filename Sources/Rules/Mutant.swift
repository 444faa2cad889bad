import CEL
import Diagnostics

/// A rule, pathway or definition with one thing altered. Tests that pass all the same have not looked there.
public struct Mutant: Sendable {
  /// What is altered.
  public enum Owner: Hashable, Sendable {
    case rule(String)
    case pathway(String)
    case definition(String)

    /// Its id or name.
    public var name: String {
      switch self {
      case .rule(let name), .pathway(let name), .definition(let name): name
      }
    }
  }

  /// What is altered.
  public let owner: Owner
  /// The part of it, such as `applies` or `improvement.when`.
  public let part: String
  /// The text that is altered.
  public let was: String
  /// What stands in its place.
  public let becomes: String
  /// Where it stands.
  public let range: SourceRange?
  let change: Change

  /// The owner as it is in the mutant.
  enum Change: Sendable {
    case rule(Rule)
    case pathway(Pathway)
    case definition(Definition)
  }
}

extension Rulebook {
  /// The rules of which a mutant of this owner can change the answers: a rule and the one from which it excepts, the
  /// rules that name a pathway, those that use a definition.
  public func rules(decidedBy owner: Mutant.Owner) -> [Rule] {
    switch owner {
    case .rule(let id):
      let target = rule(id)?.exception?.rule
      return rules.filter { $0.id == id || $0.id == target }
    case .pathway(let id): return rules.filter { $0.requirements.contains { $0.pathways.contains(id) } }
    case .definition(let name):
      return rules.filter { rule in
        let exceptions = exceptions[rule.id] ?? []
        return ([rule] + exceptions).contains { definitionsUsed(by: allFormulas(of: $0)).contains(name) }
      }
    }
  }

  /// The owners on which the answers of a rule rest besides itself: its pathways and the definitions that it uses.
  public func owners(below rule: Rule) -> [Mutant.Owner] {
    let pathways = Set(rule.requirements.flatMap(\.pathways)).sorted()
    let definitions = definitionsUsed(by: allFormulas(of: rule)).sorted()
    return pathways.map { .pathway($0) } + definitions.map { .definition($0) }
  }

  /// Those on which the answers of a pathway rest besides itself.
  public func owners(below pathway: Pathway) -> [Mutant.Owner] {
    definitionsUsed(by: allFormulas(of: pathway)).sorted().map { .definition($0) }
  }

  private func allFormulas(of rule: Rule) -> [Formula] {
    let pathways = Set(rule.requirements.flatMap(\.pathways)).compactMap { self.pathways[$0] }
    return [rule.applies] + (rule.each.map { [$0.records] } ?? []) + rule.requirements.flatMap(\.formulas)
      + pathways.flatMap(allFormulas)
  }

  private func allFormulas(of pathway: Pathway) -> [Formula] {
    [pathway.chosen, pathway.available] + pathway.requirements.flatMap(\.formulas)
  }

  /// The definitions that formulas use, by way of other definitions too.
  private func definitionsUsed(by formulas: [Formula]) -> Set<String> {
    var used: Set<String> = []
    var open = formulas
    while let formula = open.popLast() {
      for name in formula.checked.overloads.values.joined().compactMap(Definition.name(ofOverload:)) {
        if used.insert(name).inserted, let definition = definitions[name] { open.append(definition.body) }
      }
    }
    return used
  }
}

extension Rulebook {
  /// This rulebook with a mutant in place of its original. What counts as empty where it is left out is found anew, as
  /// it would be if the mutant were loaded.
  public func altered(by mutant: Mutant) -> Rulebook {
    var rules = rules
    var pathways = pathways
    var definitions = definitions
    switch mutant.change {
    case .rule(let rule): rules = rules.map { $0.id == rule.id ? rule : $0 }
    case .pathway(let pathway): pathways[pathway.id] = pathway
    case .definition(let definition): definitions[definition.name] = definition
    }
    let affected = Set(self.rules(decidedBy: mutant.owner).map(\.id))
    let unheard = Problems()
    let completed = rules.map {
      affected.contains($0.id) ? Self.completed($0, pathways, definitions, unheard) : $0
    }
    return Rulebook(self, definitions: definitions, rules: completed, pathways: pathways)
  }
}
