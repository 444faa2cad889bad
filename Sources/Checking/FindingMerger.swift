import Circuits
import Documents
import Rules

/// Joins the outcomes of all stretches of a period into one finding for each requirement and subject, told as it
/// stands on its worst day.
struct FindingMerger {
  let stretches: [Stretch]
  let rules: Rulebook
  let options: Check.Options

  /// A requirement of a subject over the stretches; nil where no rule asks it on those days.
  struct Series {
    let id: String
    let grounded: [GroundedRequirement?]
    let outcomes: [Outcome]
  }

  /// What is asked on any of the days, in the order of the rules.
  var series: [Series] {
    if let only = stretches.first, stretches.count == 1 {
      return only.grounding.requirements.map {
        Series(id: $0.id, grounded: [$0], outcomes: [only.lanes.outcome(of: $0)])
      }
    }
    // Rules and subjects are the same on all days, but a rule that asks about each record of a law may ask more or less.
    let index = stretches.map { stretch in
      Dictionary(
        stretch.grounding.requirements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var ids: [String] = []
    var seen: Set<String> = []
    for stretch in stretches {
      for requirement in stretch.grounding.requirements {
        if seen.insert(requirement.id).inserted { ids.append(requirement.id) }
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
      FindingWriter($0.grounding, $0.lanes, $0.program, rules: rules, options: options)
    }
  }

  /// The findings by rank, and how many requirements besides do not apply.
  func findings() -> (findings: [Finding], unlisted: Int) {
    let writers = writers
    let answers = answers()
    let told = answers.filter { $0.outcome != .notApplicable || options.findsNotApplicable }
    let unlisted = answers.count - told.count + (stretches.first?.grounding.unlisted ?? 0)
    let findings = told.mapInParallel { answer in
      writers[answer.stretch].finding(answer.requirement, answer.outcome, runs: answer.runs)
    }
    return (findings.sortedByRank(), unlisted)
  }

  /// A requirement for one subject as it stands on its worst day.
  struct Answer: Sendable {
    let requirement: GroundedRequirement
    let outcome: Outcome
    /// The number of the stretch to which its worst day belongs.
    let stretch: Int
    /// The outcomes of all stretches.
    let runs: [Finding.Run]
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
        requirement: requirement, outcome: series.outcomes[place], stretch: place, runs: runs(series.outcomes))
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
}

/// The order of findings: the worst first, of equals by their ids.
struct FindingRank: Comparable {
  private let gravity: Int
  private let consequence: Consequence
  private let id: String

  init(_ finding: Finding) {
    gravity = finding.outcome.gravity
    consequence = finding.consequence
    id = finding.id
  }

  static func < (a: FindingRank, b: FindingRank) -> Bool {
    if a.gravity != b.gravity { return a.gravity > b.gravity }
    if a.consequence != b.consequence { return a.consequence > b.consequence }
    return a.id < b.id
  }
}

extension [Finding] {
  /// By rank. Only places are moved about: a finding is large.
  fileprivate func sortedByRank() -> [Finding] {
    let ranks = map(FindingRank.init)
    return indices.sorted { ranks[$0] < ranks[$1] }.map { self[$0] }
  }
}
