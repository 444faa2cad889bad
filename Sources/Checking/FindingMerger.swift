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
    guard let first = stretches.first else { return [] }
    let writers = stretches.map {
      FindingWriter($0.grounding, $0.lanes, rules: rules, trustsRecalled: trustsRecalled)
    }
    // Rules, subjects and requirements are the same on all days; only their truth changes.
    let findings = first.grounding.requirements.indices.map { index -> Finding in
      let outcomes = stretches.map { $0.lanes.outcome(of: $0.grounding.requirements[index]) }
      let worst = outcomes.indices.max { outcomes[$0].gravity < outcomes[$1].gravity } ?? 0
      let earliest = outcomes.firstIndex { $0.gravity == outcomes[worst].gravity } ?? worst
      return writers[earliest].finding(
        stretches[earliest].grounding.requirements[index], outcomes[earliest], runs: runs(outcomes))
    }
    return findings.sorted(by: isWorse)
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
