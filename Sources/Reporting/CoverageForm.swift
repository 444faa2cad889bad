import Checking

/// The coverage within `ambit.rules-test`.
struct CoverageForm: Encodable {
  let covered, excused, missing: Int
  let entries: [Entry]

  init(_ coverage: Coverage) {
    (covered, excused, missing) = coverage.counts
    entries = coverage.entries.map(Entry.init)
  }

  struct Entry: Encodable {
    let owner: String
    let kind: String
    let requirement, outcome, alternative: String?
    let state: String
    let because: String?
    let place: PlaceForm

    init(_ entry: Coverage.Entry) {
      owner = entry.item.owner
      place = PlaceForm(entry.range)
      switch entry.item {
      case .outcome(let place, let outcome):
        (kind, requirement, self.outcome, alternative) = ("outcome", place.requirement, outcome.rawValue, nil)
      case .alternative(let place, let name):
        (kind, requirement, outcome, alternative) = ("alternative", place.requirement, nil, name)
      case .exception: (kind, requirement, outcome, alternative) = ("exception", nil, nil, nil)
      case .pathway(_, let succeeds):
        (kind, requirement, outcome, alternative) = ("pathway", nil, succeeds ? "met" : "gap", nil)
      }
      switch entry.state {
      case .covered: (state, because) = ("covered", nil)
      case .excused(let reason): (state, because) = ("excused", reason)
      case .missing: (state, because) = ("missing", nil)
      }
    }
  }
}
