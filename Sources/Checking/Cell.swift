import Circuits
import Programs
import Rules

/// How a service line stands before the law, or before one payer.
public enum Standing: Int, Comparable, Hashable, Sendable {
  case ready
  /// Ready, by pathways that the program has taken.
  case readyWithPathways
  case unverified
  case undetermined
  case blocked

  /// The worse is greater.
  public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

/// A line in a place and a modality: whether it is lawful, and whether each of its payers pays.
public struct Cell: Sendable {
  /// The line, the place and the modality.
  public let encounter: Encounter
  /// Whether it is lawful.
  public let lawful: Standing
  /// The pathways by which it is lawful.
  public let pathways: [String]
  /// Whether each payer pays, in the order of the line.
  public let payers: [(payer: EntityID, standing: Standing, pathways: [String])]
  /// What no rule answers, in words.
  public let unanswered: [String]

  /// The worst of all.
  public var standing: Standing { payers.map(\.standing).reduce(lawful, max) }
}

/// Rolls findings up into cells (S7).
struct CellBuilder {
  let grounding: Grounding
  let lanes: Lanes
  let program: Program
  /// The requirements that can block and may bind their subject: the others bear on no cell.
  private let blocking: [GroundedRequirement]
  /// Their numbers, by the lines and people that they reach.
  private let reaching: [Target: [Int]]

  /// A line and a person; nil stands for any.
  private struct Target: Hashable {
    let line: EntityID?
    let person: EntityID?
  }

  init(grounding: Grounding, lanes: Lanes, program: Program) {
    self.grounding = grounding
    self.lanes = lanes
    self.program = program
    let blocking = grounding.requirements.filter {
      $0.rule.consequence.blocks && ($0.applies != .no || $0.holds != .yes)
    }
    self.blocking = blocking
    reaching = blocking.indices.reduce(into: [:]) { reaching, index in
      let reach = blocking[index].subject.reach
      for line in reach.lines.map({ $0.map(Optional.some) }) ?? [nil] {
        for person in reach.people.map({ $0.map(Optional.some) }) ?? [nil] {
          reaching[Target(line: line, person: person), default: []].append(index)
        }
      }
    }
  }

  func cells() -> [Cell] { program.encounters.map(cell) }

  private func cell(_ encounter: Encounter) -> Cell {
    let lawful = column(encounter, payer: nil)
    var unanswered = lawful.isAnswered ? [] : ["no rule here answers whether it is lawful"]
    let payers = program.payers(of: encounter.line).map { payer in
      let column = column(encounter, payer: payer)
      if !column.isAnswered {
        unanswered.append("no rule here answers whether \(program[payer].label) pays for it")
      }
      return (payer: payer, standing: column.standing, pathways: column.pathways)
    }
    return Cell(
      encounter: encounter, lawful: lawful.standing, pathways: lawful.pathways, payers: payers,
      unanswered: unanswered)
  }

  // MARK: Columns

  private struct Column {
    let standing: Standing
    let isAnswered: Bool
    let pathways: [String]
  }

  /// Lawful where `payer` is nil, otherwise paid. Who delivers must be both lawful and paid: one person's licence
  /// and another's enrollment make no payable service.
  private func column(_ encounter: Encounter, payer: EntityID?) -> Column {
    let (people, allAreNeeded) = program.deliverers(of: encounter.line)
    let cases = people.map { person in
      let lawful = requirements(reaching: encounter, by: person, payer: nil)
      let paid = payer.map { requirements(reaching: encounter, by: person, payer: $0) }
      return (lawful, paid)
    }
    let isAnswered = cases.contains { binding($0.1 ?? $0.0, payer, lanes.all) != .no }
    func truth(_ lane: Lane) -> Truth {
      let evaluation = lane == .all ? lanes.all : lanes.verified
      let each = cases.map { lawful, paid -> Truth in
        let holds = (lawful + (paid ?? [])).reduce(Truth.yes) { $0.and(lanes.truth(of: $1, in: lane)) }
        // A rule that may turn out not to bind is no answer yet, or learning that it does not would take back a yes.
        return binding(paid ?? lawful, payer, evaluation) == .yes ? holds : holds.and(.unknown)
      }
      if each.isEmpty { return .unknown }
      return allAreNeeded ? each.reduce(.yes) { $0.and($1) } : each.reduce(.no) { $0.or($1) }
    }
    let all = truth(.all)
    let verified = truth(.verified)
    let used = (payer == nil ? cases.flatMap(\.0) : cases.flatMap { $0.1 ?? [] })
    let pathways = Set(used.compactMap { pathway(of: $0) }).sorted()
    return Column(standing: standing(all, verified, pathways), isAnswered: isAnswered, pathways: pathways)
  }

  private func standing(_ all: Truth, _ verified: Truth, _ pathways: [String]) -> Standing {
    if all == .no || verified == .no { return .blocked }
    guard all == .yes else { return .undetermined }
    guard verified == .yes else { return .unverified }
    return pathways.isEmpty ? .ready : .readyWithPathways
  }

  private func pathway(of requirement: GroundedRequirement) -> String? {
    if case .metBy(let id) = lanes.outcome(of: requirement) { return id }
    return nil
  }

  /// Silence is no yes: some rule must bind the case, before a payer one about that payer.
  private func binding(
    _ requirements: [GroundedRequirement], _ payer: EntityID?, _ evaluation: Evaluation
  ) -> Truth {
    requirements.filter { payer == nil || $0.subject.payer == payer }.reduce(.no) { $0.or(evaluation[$1.applies]) }
  }

  // MARK: Reach

  /// The blocking requirements that reach a cell and a person: before the law, or before a payer. What is unlawful
  /// towards one payer, such as a claim, stands with that payer.
  private func requirements(
    reaching encounter: Encounter, by person: EntityID, payer: EntityID?
  ) -> [GroundedRequirement] {
    let line = encounter.line
    let targets = [(line, person), (line, nil), (nil, person), (nil, nil)] as [(EntityID?, EntityID?)]
    let near = targets.flatMap { reaching[Target(line: $0, person: $1)] ?? [] }.sorted()
    return near.lazy.map { blocking[$0] }.filter { requirement in
      let isLawful = requirement.rule.consequence == .unlawful && requirement.subject.payer == nil
      guard isLawful == (payer == nil) else { return false }
      return requirement.subject.reach.covers(encounter, by: person, payer: payer)
    }
  }
}
