import Checking

/// The mutation run within `ambit.rules-test`.
struct MutationForm: Encodable {
  let goal = Mutation.goal
  let familyGoal = Mutation.familyGoal
  let reachesGoal: Bool
  let excused: Int
  let total: Score
  let families, owners: [Score]
  let mutants: [Entry]

  init(_ mutation: Mutation) {
    reachesGoal = mutation.reachesGoal
    excused = mutation.excused
    total = Score(mutation.total, family: nil)
    families = mutation.families.map { Score($0, family: nil) }
    owners = mutation.owners.map { Score($0.score, family: $0.family) }
    mutants = mutation.entries.map(Entry.init)
  }

  struct Score: Encodable {
    let name: String
    let family: String?
    let noticed, all, percent: Int

    init(_ score: Mutation.Score, family: String?) {
      name = score.name
      self.family = family
      noticed = score.noticed
      all = score.all
      percent = score.percent
    }
  }

  struct Entry: Encodable {
    let owner, family, part, was, becomes, fate: String
    let because: String?
    let place: PlaceForm?

    init(_ entry: Mutation.Entry) {
      owner = entry.mutant.owner.name
      family = entry.family
      part = entry.mutant.part
      was = entry.mutant.was
      becomes = entry.mutant.becomes
      place = entry.mutant.range.map(PlaceForm.init)
      switch entry.fate {
      case .noticed: (fate, because) = ("noticed", nil)
      case .survived: (fate, because) = ("survived", nil)
      case .excused(let reason): (fate, because) = ("excused", reason)
      }
    }
  }
}
