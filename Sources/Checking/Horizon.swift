import Circuits
import Documents
import Law
import Programs
import Rules

/// What changes for a program over a period: the days on which a finding takes another outcome, and law that is on
/// its way.
public struct Horizon: Sendable {
  /// A finding that takes another outcome.
  public struct Event: Sendable {
    /// The first day with the new outcome.
    public let day: Day
    /// The outcome before.
    public let before: Outcome
    /// The finding as it stands from that day on.
    public let finding: Finding
    /// How many changes of the same finding to the same outcome came before it in the period.
    public let ordinal: Int

    /// Whether it is for the worse.
    public var isWorse: Bool { finding.outcome.gravity > before.gravity }
  }

  /// Law that is not in force and that a rule reads for this program.
  public struct PendingLaw: Sendable {
    /// The value, with its status, date and source.
    public let value: DatedValue
    /// The question that it would answer.
    public let question: String
    /// The answer that holds meanwhile; nil where it is not known.
    public let meanwhile: String?
    /// The findings that it bears on.
    public let findings: [String]
  }

  /// The program.
  public let program: Program
  /// What was asked.
  public let options: Check.Options
  /// The changes, day by day.
  public let events: [Event]
  /// Pending law: what has a date first, by date; then by jurisdiction and key.
  public let pending: [PendingLaw]

  /// Looks over the period of the options.
  public init(_ program: Program, rules: Rulebook, law: ApplicableLaw, options: Check.Options) {
    self.program = program
    self.options = options
    let stretches = Stretch.all(program, rules: rules, law: law.law, conditions: law.conditions, options)
    let merger = FindingMerger(stretches: stretches, rules: rules, options: options)
    events = Self.events(merger)
    pending = stretches.first.map { Self.pending($0.grounding, rules.codebook) } ?? []
  }

  // MARK: Changes

  private static func events(_ merger: FindingMerger) -> [Event] {
    let writers = merger.writers
    var events: [Event] = []
    for series in merger.series {
      let runs = merger.runs(series.outcomes)
      var counts: [Outcome: Int] = [:]
      for (before, run) in zip(runs, runs.dropFirst()) {
        let place = merger.stretches.firstIndex { $0.from == run.from }
        // A record of law that is gone is told by the requirement as it last stood.
        let told = place.flatMap { place in series.grounded[...place].lastIndex { $0 != nil } }
        guard let told, let requirement = series.grounded[told] else { continue }
        let finding = writers[told].finding(requirement, run.outcome, runs: runs)
        events.append(
          Event(day: run.from, before: before.outcome, finding: finding, ordinal: counts[run.outcome, default: 0]))
        counts[run.outcome, default: 0] += 1
      }
    }
    return events.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      return FindingRank(a.finding) < FindingRank(b.finding)
    }
  }

  // MARK: Pending law

  private static func pending(_ grounding: Grounding, _ codebook: Codebook) -> [PendingLaw] {
    let circuit = grounding.circuit
    var found: [DatedValue: (read: Read, findings: [String])] = [:]
    for requirement in grounding.requirements {
      for id in circuit.reads(below: requirement.holds) {
        let read = circuit[id]
        // What a text that is in force says already is no news.
        let pending = (read.answer?.pending ?? []).filter { $0.value != read.answer?.known?.value }
        for value in pending {
          found[value, default: (read, [])].findings.append(requirement.id)
        }
      }
    }
    let all = found.map { value, entry in
      PendingLaw(
        value: value, question: codebook.questions[value.key]?.text ?? value.key,
        meanwhile: entry.read.answer?.known?.value.description, findings: entry.findings.uniqued)
    }
    return all.sorted { $0.value.order < $1.value.order }
  }
}

extension DatedValue {
  /// By date, then by jurisdiction and key.
  fileprivate var order: (Int, String, String, Int) {
    (from?.earliest.number ?? Int.max, jurisdiction, key, range.offsets.lowerBound)
  }
}

extension [String] {
  /// Each word once, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
