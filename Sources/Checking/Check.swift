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

    /// A check of one day, or of a period.
    public init(from: Day, to: Day, asKnownOn: Day? = nil, trustsRecalled: Bool = false) {
      self.from = from
      self.to = to
      self.asKnownOn = asKnownOn
      self.trustsRecalled = trustsRecalled
    }
  }

  /// The program.
  public let program: Program
  /// What was asked.
  public let options: Options
  /// The findings, the worst first.
  public let findings: [Finding]
  /// The service lines by place and modality, each on its worst day.
  public let cells: [Cell]
  /// The last day on which a source of the law that was loaded was read.
  public let lawRead: Day?
  /// The questions whose answers would settle most, the best first.
  public let questions: [(question: OpenQuestion, findings: Int)]

  /// Checks a program. Each stretch of days between two changes is evaluated once.
  public init(_ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], options: Options) {
    self.program = program
    self.options = options
    lawRead = law.readUpTo
    let stretches = Stretch.all(program, rules: rules, law: law, conditions: conditions, options)
    findings = FindingMerger(stretches: stretches, rules: rules, trustsRecalled: options.trustsRecalled).findings()
    cells = Self.worst(
      stretches.map { CellBuilder(grounding: $0.grounding, lanes: $0.lanes, program: program).cells() })
    questions = Self.ranked(findings)
  }

  /// How a line stands over all of its places, modalities and payers.
  public func standing(of line: EntityID) -> Standing {
    cells.filter { $0.encounter.line == line }.map(\.standing).max() ?? .undetermined
  }

  /// How many findings have each kind of outcome.
  public var counts: (gaps: Int, unknown: Int, unverified: Int, met: Int, notApplicable: Int) {
    findings.reduce(into: (0, 0, 0, 0, 0)) { counts, finding in
      switch finding.outcome {
      case .gap: counts.0 += 1
      case .unknown: counts.1 += 1
      case .unverified: counts.2 += 1
      case .met, .metBy: counts.3 += 1
      case .notApplicable: counts.4 += 1
      }
    }
  }

  private static func worst(_ days: [[Cell]]) -> [Cell] {
    guard var worst = days.first else { return [] }
    for cells in days.dropFirst() {
      for (index, cell) in cells.enumerated() where worst[index].standing < cell.standing { worst[index] = cell }
    }
    return worst
  }

  /// Each question scores the gravity of the findings that it alone would settle.
  private static func ranked(_ findings: [Finding]) -> [(question: OpenQuestion, findings: Int)] {
    var scores: [OpenQuestion: (score: Int, count: Int, first: Int)] = [:]
    for (index, finding) in findings.enumerated() {
      for question in finding.questions {
        let known = scores[question] ?? (0, 0, index)
        let weight = 12 * (finding.consequence.weight + 1) / max(1, finding.questions.count)
        scores[question] = (known.score + weight, known.count + 1, known.first)
      }
    }
    return scores.sorted {
      ($1.value.score, $0.value.first, $0.key.text) < ($0.value.score, $1.value.first, $1.key.text)
    }
    .map { ($0.key, $0.value.count) }
  }
}

extension Consequence {
  /// How much an answer is worth that settles a finding of this consequence.
  var weight: Int { Consequence.allCases.filter { $0 < self }.count }
}

/// Days between two changes, evaluated once.
struct Stretch {
  let from: Day
  /// The first day after it.
  let to: Day
  let grounding: Grounding
  let lanes: Lanes

  static func all(
    _ program: Program, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], _ options: Check.Options
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    var day = options.from
    let end = options.to.adding(days: 1)
    while day < end {
      let grounding = Grounding(
        program, rules: rules, law: law, conditions: conditions, on: day, asKnownOn: options.asKnownOn)
      let turns = [grounding.nextChange, grounding.circuit.nextTurn].compactMap { $0 }
      let next = min(turns.min().map { Day(number: $0) } ?? end, end)
      let lanes = Lanes(grounding.circuit, trustsRecalled: options.trustsRecalled)
      stretches.append(Stretch(from: day, to: next, grounding: grounding, lanes: lanes))
      day = next
    }
    return stretches
  }
}
