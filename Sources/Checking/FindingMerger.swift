import Circuits
import Documents
import Rules

/// Joins the outcomes of all stretches of a period into one finding for each requirement and subject, told as it
/// stands on its worst day.
struct FindingMerger {
  let stretches: [Stretch]
  let rules: Rulebook
  let trustsRecalled: Bool

  /// A requirement of a subject over the stretches; nil where no rule asks it on those days.
  struct Series {
    let id: String
    let grounded: [GroundedRequirement?]
    let outcomes: [Outcome]
  }

  /// What is asked on any of the days, in the order of the rules.
  var series: [Series] {
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
    return ids.map { id in
      let grounded = index.map { $0[id] }
      let outcomes = zip(grounded, stretches).map { requirement, stretch in
        requirement.map { stretch.lanes.outcome(of: $0) } ?? .notApplicable
      }
      return Series(id: id, grounded: grounded, outcomes: outcomes)
    }
  }

  /// A writer for each stretch.
  var writers: [FindingWriter] {
    stretches.map {
      FindingWriter($0.grounding, $0.lanes, $0.program, rules: rules, trustsRecalled: trustsRecalled)
    }
  }

  func findings() -> [Finding] {
    let writers = writers
    return answers().map { answer in
      writers[answer.stretch].finding(answer.requirement, answer.outcome, runs: runs(answer.outcomes))
    }.sorted(by: Self.isWorse)
  }

  /// A requirement for one subject as it stands on its worst day.
  struct Answer {
    let requirement: GroundedRequirement
    let outcome: Outcome
    /// The number of the stretch to which its worst day belongs.
    let stretch: Int
    /// The outcomes of all stretches.
    let outcomes: [Outcome]
  }

  /// The outcomes without their words, rule by rule and subject by subject.
  func answers() -> [Answer] {
    series.compactMap { series in
      let worst = series.outcomes.map(\.gravity).max() ?? 0
      let place = series.outcomes.indices.first {
        series.outcomes[$0].gravity == worst && series.grounded[$0] != nil
      }
      guard let place, let requirement = series.grounded[place] else { return nil }
      return Answer(
        requirement: requirement, outcome: series.outcomes[place], stretch: place, outcomes: series.outcomes)
    }
  }

  func runs(_ outcomes: [Outcome]) -> [Finding.Run] {
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

  static func isWorse(_ a: Finding, _ b: Finding) -> Bool {
    if a.outcome.gravity != b.outcome.gravity { return a.outcome.gravity > b.outcome.gravity }
    if a.consequence != b.consequence { return a.consequence > b.consequence }
    return a.id < b.id
  }
}
