import Diagnostics
import Rules

/// How many mutants of rules their tests have noticed.
public struct Mutation: Sendable {
  /// What became of a mutant.
  public enum Fate: Hashable, Sendable {
    /// A case came to something else than it expects.
    case noticed
    /// No case did.
    case survived
    /// No case did, for a reason that the tests give.
    case excused(because: String)
  }

  /// One mutant.
  public struct Entry: Sendable {
    /// What was altered.
    public let mutant: Mutant
    /// The folder in which it stands; `definitions` for those.
    public let family: String
    /// What became of it.
    public let fate: Fate
  }

  /// How many of a group were noticed. What is excused counts for neither.
  public struct Score: Sendable {
    /// The rule, pathway, definition or family.
    public let name: String
    /// How many tests noticed.
    public let noticed: Int
    /// How many there are.
    public let all: Int

    /// The share that was noticed, in per cent, rounded down; 100 of nothing.
    public var percent: Int { all == 0 ? 100 : noticed * 100 / all }
  }

  /// The least share that must be noticed of all, in per cent.
  public static let goal = 85
  /// The least share of each family.
  public static let familyGoal = 75

  /// The mutants, owner by owner.
  public let entries: [Entry]

  /// Those that nothing noticed and nothing excuses.
  public var survivors: [Entry] { entries.filter { $0.fate == .survived } }
  /// The mutants of which no test can tell, as a reason says.
  public var excused: Int { entries.count - total.all }
  /// The score of all.
  public var total: Score { Self.score("all", entries) }
  /// The score of each family.
  public var families: [Score] { grouped { $0.family } }
  /// The score of each rule, pathway and definition.
  public var owners: [(family: String, score: Score)] {
    grouped { "\($0.family)/\($0.mutant.owner.name)" }.map { score in
      let parts = score.name.split(separator: "/", maxSplits: 1).map(String.init)
      return (parts[0], Score(name: parts[1], noticed: score.noticed, all: score.all))
    }
  }

  /// Whether enough was noticed, of all and of each family.
  public var reachesGoal: Bool {
    total.percent >= Self.goal && families.allSatisfy { $0.percent >= Self.familyGoal }
  }

  private func grouped(_ name: (Entry) -> String) -> [Score] {
    var names: [String] = []
    var groups: [String: [Entry]] = [:]
    for entry in entries {
      if groups[name(entry)] == nil { names.append(name(entry)) }
      groups[name(entry), default: []].append(entry)
    }
    return names.map { Self.score($0, groups[$0] ?? []) }
  }

  private static func score(_ name: String, _ entries: [Entry]) -> Score {
    let noticed = entries.count { $0.fate == .noticed }
    let survived = entries.count { $0.fate == .survived }
    return Score(name: name, noticed: noticed, all: noticed + survived)
  }
}

/// Why the tests of a file can't notice a mutant.
struct MutationReason {
  let owner: Mutant.Owner
  /// The part that is altered; nil: any.
  let part: String?
  let was: String
  let becomes: String
  let because: String
  let range: SourceRange

  /// Whether it speaks of a mutant.
  func speaks(of mutant: Mutant) -> Bool {
    owner == mutant.owner && was == mutant.was && becomes == mutant.becomes && part.map { $0 == mutant.part } ?? true
  }
}
