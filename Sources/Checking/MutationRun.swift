import Diagnostics
import Rules

extension RuleTests {
  /// Runs the tests against each mutant of the rules and pathways that were asked for, and of the definitions that
  /// those use. A mutant is noticed by the first expectation that it belies.
  /// - Throws: `Rejection` with each reason in a test file that is not needed.
  public func mutation() throws(Rejection) -> Mutation {
    var run = MutationRun(rules: rules, files: all)
    var entries: [Mutation.Entry] = []
    for owner in owners {
      let family = rules.family(of: owner)
      for mutant in rules.mutants(of: owner) {
        entries.append(Mutation.Entry(mutant: mutant, family: family, fate: run.fate(of: mutant)))
      }
    }
    try check(entries)
    return Mutation(entries: entries)
  }

  private var owners: [Mutant.Owner] {
    let all = rules.mutantOwners
    guard !ids.isEmpty else { return all }
    var wanted: Set<Mutant.Owner> = []
    for id in ids {
      if let rule = rules.rule(id) {
        wanted.insert(.rule(id))
        wanted.formUnion(rules.owners(below: rule))
      }
      if let pathway = rules.pathways[id] {
        wanted.insert(.pathway(id))
        wanted.formUnion(rules.owners(below: pathway))
      }
    }
    return all.filter(wanted.contains)
  }

  /// A reason must speak of a mutant that nothing notices.
  private func check(_ entries: [Mutation.Entry]) throws(Rejection) {
    let problems = Problems()
    let known = Set(owners)
    for reason in all.flatMap(\.file.notNoticed) where known.contains(reason.owner) {
      let spoken = entries.filter { reason.speaks(of: $0.mutant) }
      let change = "`\(reason.was)` into `\(reason.becomes)` in \(reason.owner.name)"
      if spoken.isEmpty {
        problems.error("no-such-mutant", at: reason.range, "no mutant turns \(change)")
      } else if spoken.allSatisfy({ $0.fate == .noticed }) {
        problems.error("noticed", at: reason.range, "the tests do notice what turns \(change): no reason is needed")
      }
    }
    try problems.check()
  }
}

/// Runs mutants. The case that noticed the last mutant of a rule is tried first on the next: mutants of one place are
/// mostly noticed by the same case.
private struct MutationRun {
  private let rules: Rulebook
  private let reasons: [MutationReason]
  private var cases: [String: [ReadyCase]]

  init(rules: Rulebook, files: [ReadyFile]) {
    self.rules = rules
    reasons = files.flatMap(\.file.notNoticed)
    cases = Dictionary(grouping: files.flatMap(\.cases), by: \.rule)
  }

  mutating func fate(of mutant: Mutant) -> Mutation.Fate {
    let altered = rules.altered(by: mutant)
    for rule in rules.rules(decidedBy: mutant.owner) where notices(altered, rule.id) { return .noticed }
    let reason = reasons.first { $0.speaks(of: mutant) }
    return reason.map { .excused(because: $0.because) } ?? .survived
  }

  private mutating func notices(_ altered: Rulebook, _ rule: String) -> Bool {
    guard let own = cases[rule] else { return false }
    let place = own.firstIndex { ready in
      let run = ready.run(under: altered)
      return !ready.test.expectations.allSatisfy(run.matches)
    }
    guard let place else { return false }
    if place > 0 { cases[rule] = [own[place]] + own[..<place] + own[(place + 1)...] }
    return true
  }
}

extension Rulebook {
  /// The folder in which an owner stands.
  fileprivate func family(of owner: Mutant.Owner) -> String {
    switch owner {
    case .definition: return "definitions"
    case .pathway: return "pathways"
    case .rule(let id):
      let folders = rule(id)?.range.source.name.split(separator: "/").dropLast() ?? []
      return folders.last.map(String.init) ?? "rules"
    }
  }
}
