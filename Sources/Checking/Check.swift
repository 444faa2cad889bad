import Circuits
import Documents
import Law
import Programs
import Rules

/// A program checked over a period.
public struct Check: Sendable {
  /// What a check is asked.
  public struct Options: Sendable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// The day whose knowledge of the law counts; nil: today's.
    public var asKnownOn: Day?
    /// Whether recalled facts count like verified ones.
    public var trustsRecalled: Bool
    /// Whether there is a finding, too, for what does not apply: that is most of what a rulebook asks, and few ask why
    /// not. It is counted all the same.
    public var findsNotApplicable = true

    /// A check of one day, or of a period.
    public init(from: Day, to: Day, asKnownOn: Day? = nil, trustsRecalled: Bool = false) {
      self.from = from
      self.to = to
      self.asKnownOn = asKnownOn
      self.trustsRecalled = trustsRecalled
    }
  }

  /// How many findings have each kind of outcome.
  public struct Counts: Hashable, Sendable {
    /// Gaps.
    public internal(set) var gaps = 0
    /// What is not known.
    public internal(set) var unknown = 0
    /// What holds by facts that nobody checked.
    public internal(set) var unverified = 0
    /// What holds if an open position is filled as it must be.
    public internal(set) var conditional = 0
    /// What holds, by a pathway or without.
    public internal(set) var met = 0
    /// What does not bind.
    public internal(set) var notApplicable = 0
    /// What somebody has accepted, whatever it is.
    public internal(set) var accepted = 0
  }

  /// The program.
  public let program: Program
  /// What was asked.
  public let options: Options
  /// The findings, the worst first.
  public internal(set) var findings: [Finding]
  /// What a baseline sets aside; nil where none was laid over the check.
  public internal(set) var acceptance: Acceptance?
  /// How many requirements besides do not apply.
  var unlisted: Int
  /// The service lines by place and modality, each on its worst day.
  public let cells: [Cell]
  /// The last day on which a source of the law that was loaded was read.
  public let lawRead: Day?
  /// What to ask next: the questions whose answers would settle most, the best first.
  public internal(set) var questions: [RankedQuestion]

  /// Checks a program. Each stretch of days between two changes is evaluated once.
  public init(_ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], options: Options) {
    self.program = program
    self.options = options
    lawRead = law.readUpTo
    let stretches = Stretch.all(program, rules: rules, law: law, conditions: conditions, options)
    let merger = FindingMerger(stretches: stretches, rules: rules, options: options)
    (findings, unlisted) = merger.findings()
    cells = Self.worst(
      stretches.map { CellBuilder(grounding: $0.grounding, lanes: $0.lanes, program: program).cells() })
    questions = RankedQuestion.ranked(findings)
  }

  /// How a line stands over all of its places, modalities and payers.
  public func standing(of line: EntityID) -> Standing {
    cells.filter { $0.encounter.line == line }.map(\.standing).max() ?? .undetermined
  }

  /// How many findings have each kind of outcome.
  public var counts: Counts {
    findings.reduce(into: Counts(notApplicable: unlisted, accepted: acceptance?.accepted.count ?? 0)) {
      counts, finding in
      switch finding.outcome {
      case .gap: counts.gaps += 1
      case .unknown: counts.unknown += 1
      case .unverified: counts.unverified += 1
      case .conditional: counts.conditional += 1
      case .met, .metBy: counts.met += 1
      case .notApplicable: counts.notApplicable += 1
      }
    }
  }

  /// What whoever fills an open position must hold, each once, with the findings that then are no gaps. What another
  /// condition implies is left out.
  public var conditionsOfHire: [(condition: HireCondition, findings: [String])] {
    var order: [HireCondition] = []
    var findings: [HireCondition: [String]] = [:]
    for finding in self.findings {
      for condition in finding.conditionsOfHire {
        if findings[condition] == nil { order.append(condition) }
        findings[condition, default: []].append(finding.id)
      }
    }
    // Of two that imply each other the first stands.
    let kept = order.enumerated().filter { index, condition in
      !order.enumerated().contains { other, more in
        condition.isImplied(by: more) && (other < index || !more.isImplied(by: condition))
      }
    }.map(\.element)
    for condition in order where !kept.contains(condition) {
      guard let more = kept.first(where: condition.isImplied) else { continue }
      findings[more, default: []] += findings[condition] ?? []
    }
    return kept.sorted { ($0.position, $0.text) < ($1.position, $1.text) }.map { ($0, findings[$0] ?? []) }
  }

  private static func worst(_ days: [[Cell]]) -> [Cell] {
    guard var worst = days.first else { return [] }
    for cells in days.dropFirst() {
      for (index, cell) in cells.enumerated() where worst[index].standing < cell.standing { worst[index] = cell }
    }
    return worst
  }
}

/// Days between two changes, evaluated once.
struct Stretch {
  let from: Day
  /// The first day after it.
  let to: Day
  let program: Program
  let grounding: Grounding
  let lanes: Lanes

  /// The stretches of a period; `ids` names the rules that are evaluated, all where it is nil.
  static func all(
    _ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], _ options: Check.Options,
    only ids: Set<String>? = nil
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    var day = options.from
    let end = options.to.adding(days: 1)
    while day < end {
      let grounding = Grounding(
        program, rules: rules, law: law, conditions: conditions, on: day, asKnownOn: options.asKnownOn, only: ids,
        keepsUnbound: options.findsNotApplicable || options.from < options.to)
      let turns = [grounding.nextChange, grounding.circuit.nextTurn].compactMap { $0 }
      let next = min(turns.min().map { Day(number: $0) } ?? end, end)
      let lanes = Lanes(grounding, program, trustsRecalled: options.trustsRecalled)
      stretches.append(Stretch(from: day, to: next, program: program, grounding: grounding, lanes: lanes))
      day = next
    }
    return stretches
  }
}
