import Circuits
import Documents
import Rules

/// Joins the outcomes of all stretches of a period into one finding for each requirement and subject, told as it
/// stands on its worst day.
struct FindingMerger {
  let stretches: [Stretch]
  let rules: Rulebook
  let trustsRecalled: Bool

  func findings() -> [Finding] {
    let writers = stretches.map {
      FindingWriter($0.grounding, $0.lanes, rules: rules, trustsRecalled: trustsRecalled)
    }
    // Rules and subjects are the same on all days, but a rule that asks about each record of a law may ask more or less.
    let index = stretches.map { stretch in
      Dictionary(
        stretch.grounding.requirements.map { (FindingWriter.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    var ids: [String] = []
    var seen: Set<String> = []
    for stretch in stretches {
      for requirement in stretch.grounding.requirements {
        let id = FindingWriter.id(of: requirement)
        if seen.insert(id).inserted { ids.append(id) }
      }
    }
    return ids.compactMap { id in
      let grounded = index.map { $0[id] }
      let outcomes = zip(grounded, stretches).map { requirement, stretch in
        requirement.map { stretch.lanes.outcome(of: $0) } ?? .notApplicable
      }
      let worst = outcomes.map(\.gravity).max() ?? 0
      guard let place = outcomes.indices.first(where: { outcomes[$0].gravity == worst && grounded[$0] != nil }),
        let requirement = grounded[place]
      else { return nil }
      return writers[place].finding(requirement, outcomes[place], runs: runs(outcomes))
    }.sorted(by: isWorse)
  }

  private func runs(_ outcomes: [Outcome]) -> [Finding.Run] {
    var runs: [Finding.Run] = []
    for (stretch, outcome) in zip(stretches, outcomes) {
      if let last = runs.last, last.outcome == outcome {
        runs[runs.count - 1] = Finding.Run(from: last.from, to: stretch.to, outcome: outcome)
      } else {
        runs.append(Finding.Run(from: stretch.from, to: stretch.to, outcome: outcome))
      }
    }
    return runs
  }

  private func isWorse(_ a: Finding, _ b: Finding) -> Bool {
    if a.outcome.gravity != b.outcome.gravity { return a.outcome.gravity > b.outcome.gravity }
    if a.consequence != b.consequence { return a.consequence > b.consequence }
    return a.id < b.id
  }
}
