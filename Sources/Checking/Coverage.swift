import Diagnostics
import Rules

/// What the tests of rules have shown, and what not.
public struct Coverage: Sendable {
  /// How something stands.
  public enum State: Hashable, Sendable {
    case covered
    /// Not covered, for a reason that the tests give.
    case excused(because: String)
    case missing
  }

  /// One thing to be shown.
  public struct Entry: Sendable {
    /// What it is.
    public let item: CoverageItem
    /// Where it stands in its rule or pathway.
    public let range: SourceRange
    /// How it stands.
    public let state: State
  }

  /// All that there is to show, file by file.
  public let entries: [Entry]

  /// What nothing shows and nothing excuses.
  public var missing: [Entry] { entries.filter { $0.state == .missing } }

  /// How many are covered, excused and missing.
  public var counts: (covered: Int, excused: Int, missing: Int) {
    entries.reduce(into: (0, 0, 0)) { counts, entry in
      switch entry.state {
      case .covered: counts.0 += 1
      case .excused: counts.1 += 1
      case .missing: counts.2 += 1
      }
    }
  }

  /// Joins what is to be shown, what was seen, and the reasons that files give.
  /// - Throws: `Rejection` with each reason for what is in fact covered, or given twice.
  init(
    of items: [(item: CoverageItem, range: SourceRange)], seen: Set<CoverageItem>, reasons: [CoverageReason]
  ) throws(Rejection) {
    let problems = Problems()
    var given: [CoverageItem: CoverageReason] = [:]
    for reason in reasons {
      if seen.contains(reason.item) {
        problems.error("covered", at: reason.range, "the tests do show that \(reason.item.text): no reason is needed")
      }
      if let first = given.updateValue(reason, forKey: reason.item) {
        problems.error(
          "duplicate-reason", at: reason.range, "a reason is given twice why no test shows that \(reason.item.text)",
          notes: [.init("first given here", at: first.range)])
      }
    }
    try problems.check()
    entries = items.map { item, range in
      let excuse = given[item].map { State.excused(because: $0.because) }
      return Entry(item: item, range: range, state: seen.contains(item) ? .covered : excuse ?? .missing)
    }
  }
}

/// Why the tests of a file can't show something.
struct CoverageReason {
  let item: CoverageItem
  let because: String
  let range: SourceRange
}
