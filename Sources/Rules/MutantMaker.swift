import CEL
import Diagnostics

extension Rulebook {
  /// All owners of mutants: rules, pathways, then definitions, each by name.
  public var mutantOwners: [Mutant.Owner] {
    rules.map { .rule($0.id) } + pathways.keys.sorted().map { .pathway($0) }
      + definitions.keys.sorted().map { .definition($0) }
  }

  /// The mutants of an owner in the order of its text; each types as its original does.
  public func mutants(of owner: Mutant.Owner) -> [Mutant] {
    switch owner {
    case .rule(let id): rule(id).map { RuleMutants($0, self).all } ?? []
    case .pathway(let id): pathways[id].map { PathwayMutants($0, self).all } ?? []
    case .definition(let name): definitions[name].map(mutants) ?? []
    }
  }

  private func mutants(of definition: Definition) -> [Mutant] {
    var environment = scope.environment(definitions: definitions, subject: nil)
    environment.variables = Dictionary(definition.parameters.map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
    return FormulaAlterations(definition.body, environment).all.map { alteration in
      let altered = Definition(name: definition.name, parameters: definition.parameters, body: alteration.formula)
      return alteration.mutant(of: .definition(definition.name), part: "is", .definition(altered))
    }
  }
}

/// The mutants of a rule: of its formulas, of what its requirements ask, and the rule that binds everything.
private struct RuleMutants {
  private let rule: Rule
  private let environment: Environment
  private let inner: RequirementMutants

  init(_ rule: Rule, _ rules: Rulebook) {
    self.rule = rule
    environment = rules.scope.environment(for: rule.concern, definitions: rules.definitions)
    var inner = environment
    if let (name, records) = rule.each, case .list(let element) = records.checked.type {
      inner = environment.with(name, element)
    }
    self.inner = RequirementMutants(owner: .rule(rule.id), environment: inner)
  }

  var all: [Mutant] {
    let owner = Mutant.Owner.rule(rule.id)
    var mutants = Alteration.truth(of: rule.applies, environment).map {
      $0.mutant(of: owner, part: "applies", .rule(rule.with(applies: $0.formula)))
    }
    mutants += FormulaAlterations(rule.applies, environment).all.map {
      $0.mutant(of: owner, part: "applies", .rule(rule.with(applies: $0.formula)))
    }
    if let (name, records) = rule.each {
      mutants += FormulaAlterations(records, environment).all.map {
        $0.mutant(of: owner, part: "each", .rule(rule.with(each: (name, $0.formula))))
      }
    }
    for (index, requirement) in rule.requirements.enumerated() {
      mutants += inner.all(of: requirement) { changed in
        var requirements = rule.requirements
        requirements[index] = changed
        return .rule(rule.with(requirements: requirements))
      }
    }
    return mutants
  }
}

/// The mutants of a pathway: of its formulas, of what it asks, without each thing that it asks, always open and always
/// taken.
private struct PathwayMutants {
  private let pathway: Pathway
  private let environment: Environment
  private let inner: RequirementMutants

  init(_ pathway: Pathway, _ rules: Rulebook) {
    self.pathway = pathway
    environment = rules.scope.environment(for: pathway.concern, definitions: rules.definitions)
    inner = RequirementMutants(owner: .pathway(pathway.id), environment: environment)
  }

  var all: [Mutant] {
    let owner = Mutant.Owner.pathway(pathway.id)
    func altered(_ formula: Formula) -> [Alteration] {
      Alteration.truth(of: formula, environment) + FormulaAlterations(formula, environment).all
    }
    var mutants = altered(pathway.chosen).map {
      $0.mutant(of: owner, part: "chosen", .pathway(pathway.with(chosen: $0.formula)))
    }
    mutants += altered(pathway.available).map {
      $0.mutant(of: owner, part: "available", .pathway(pathway.with(available: $0.formula)))
    }
    for (index, requirement) in pathway.requirements.enumerated() {
      var fewer = pathway.requirements
      fewer.remove(at: index)
      mutants.append(
        Mutant(
          owner: owner, part: "requires", was: requirement.id, becomes: "nothing", range: requirement.range,
          change: .pathway(pathway.with(requirements: fewer))))
      mutants += inner.all(of: requirement) { changed in
        var requirements = pathway.requirements
        requirements[index] = changed
        return .pathway(pathway.with(requirements: requirements))
      }
    }
    return mutants
  }
}

/// The mutants of one requirement: of its formulas, without its condition, without each alternative, without each
/// pathway.
private struct RequirementMutants {
  let owner: Mutant.Owner
  let environment: Environment

  func all(of requirement: Requirement, _ change: (Requirement) -> Mutant.Change) -> [Mutant] {
    var mutants: [Mutant] = []
    if let when = requirement.when {
      let part = "\(requirement.id).when"
      mutants.append(dropping(when.text, part, when.range(), change(requirement.with(when: nil))))
      mutants += FormulaAlterations(when, environment).all.map {
        $0.mutant(of: owner, part: part, change(requirement.with(when: $0.formula)))
      }
    }
    for (index, alternative) in requirement.alternatives.enumerated() {
      if requirement.alternatives.count > 1 {
        var fewer = requirement.alternatives
        fewer.remove(at: index)
        mutants.append(
          dropping(alternative.name, requirement.id, alternative.formula.range(), change(requirement.with(fewer))))
      }
      let part = requirement.id + (alternative.name.isEmpty ? "" : ".\(alternative.name)")
      mutants += FormulaAlterations(alternative.formula, environment).all.map {
        var alternatives = requirement.alternatives
        alternatives[index] = .init(name: alternative.name, formula: $0.formula)
        return $0.mutant(of: owner, part: part, change(requirement.with(alternatives)))
      }
    }
    for pathway in requirement.pathways {
      let fewer = requirement.with(pathways: requirement.pathways.filter { $0 != pathway })
      mutants.append(dropping(pathway, "\(requirement.id).pathways", requirement.range, change(fewer)))
    }
    return mutants
  }

  private func dropping(_ what: String, _ part: String, _ range: SourceRange?, _ change: Mutant.Change) -> Mutant {
    Mutant(owner: owner, part: part, was: what, becomes: "nothing", range: range, change: change)
  }
}

// MARK: Copies

extension Rule {
  fileprivate func with(
    applies: Formula? = nil, each: (name: String, records: Formula)? = nil, requirements: [Requirement]? = nil
  ) -> Rule {
    Rule(
      id: id, title: title, concern: concern, barrier: barrier, consequence: consequence,
      applies: applies ?? self.applies, each: each ?? self.each, exception: exception,
      requirements: requirements ?? self.requirements, cite: cite, range: range)
  }
}

extension Pathway {
  fileprivate func with(
    chosen: Formula? = nil, available: Formula? = nil, requirements: [Requirement]? = nil
  ) -> Pathway {
    Pathway(
      id: id, title: title, concern: concern, kind: kind, cures: cures, chosen: chosen ?? self.chosen,
      available: available ?? self.available, requirements: requirements ?? self.requirements, effort: effort,
      cite: cite, range: range)
  }
}

extension Requirement {
  fileprivate func with(when: Formula?) -> Requirement { copy(when, alternatives, pathways) }
  fileprivate func with(_ alternatives: [Alternative]) -> Requirement { copy(when, alternatives, pathways) }
  fileprivate func with(pathways: [String]) -> Requirement { copy(when, alternatives, pathways) }

  private func copy(_ when: Formula?, _ alternatives: [Alternative], _ pathways: [String]) -> Requirement {
    Requirement(
      id: id, when: when, join: join, alternatives: alternatives, otherwise: otherwise, pathways: pathways,
      emptyWhenOmitted: emptyWhenOmitted, range: range)
  }
}
