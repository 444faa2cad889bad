import Diagnostics
import Rules

/// Something in a rule that its tests must show.
public enum CoverageItem: Hashable, Sendable {
  /// An outcome of a requirement.
  public enum Outcome: String, CaseIterable, Sendable { case met, gap, unknown }

  /// A requirement of a rule, or of a pathway that is taken, comes to this.
  case outcome(Place, Outcome)
  /// A named alternative decides: it alone makes the requirement what it comes to.
  case alternative(Place, name: String)
  /// A rule that excepts from another takes its place.
  case exception(rule: String)
  /// A pathway that is taken makes good, or fails.
  case pathway(String, succeeds: Bool)

  /// A requirement by its owner.
  public struct Place: Hashable, Sendable {
    /// The rule's or the pathway's id.
    public let owner: String
    /// The requirement's id.
    public let requirement: String
  }

  /// The rule or pathway in whose file it stands.
  public var owner: String {
    switch self {
    case .outcome(let place, _), .alternative(let place, _): place.owner
    case .exception(let rule): rule
    case .pathway(let id, _): id
    }
  }

  /// What is to be seen, in words.
  public var text: String {
    switch self {
    case .outcome(let place, let outcome): "\(place.requirement) is \(outcome.rawValue)"
    case .alternative(let place, let name): "\(place.requirement) is decided by \u{201C}\(name)\u{201D}"
    case .exception: "the exception takes the place of the rule"
    case .pathway(_, true): "taken, and it succeeds"
    case .pathway(_, false): "taken, and it fails"
    }
  }
}

extension Rulebook {
  /// What the tests of a rule must show, with the places in its file.
  func coverageItems(of rule: Rule) -> [(item: CoverageItem, range: SourceRange)] {
    let own = rule.requirements.flatMap { Self.items(of: $0, owner: rule.id) }
    return rule.exception.map { [(.exception(rule: rule.id), $0.range)] + own } ?? own
  }

  /// What the tests of a pathway must show.
  func coverageItems(of pathway: Pathway) -> [(item: CoverageItem, range: SourceRange)] {
    [
      (.pathway(pathway.id, succeeds: true), pathway.range), (.pathway(pathway.id, succeeds: false), pathway.range),
    ] + pathway.requirements.flatMap { Self.items(of: $0, owner: pathway.id) }
  }

  private static func items(of requirement: Requirement, owner: String) -> [(item: CoverageItem, range: SourceRange)] {
    let place = CoverageItem.Place(owner: owner, requirement: requirement.id)
    let outcomes = CoverageItem.Outcome.allCases.map {
      (item: CoverageItem.outcome(place, $0), range: requirement.range)
    }
    return outcomes
      + requirement.alternatives.filter { !$0.name.isEmpty }.map {
        (.alternative(place, name: $0.name), $0.formula.range() ?? requirement.range)
      }
  }
}
