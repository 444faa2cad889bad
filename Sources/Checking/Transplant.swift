import Circuits
import Diagnostics
import Documents
import Law
import Programs
import Rules

/// A program moved to each of several states, and checked there.
public struct Transplant: Sendable {
  /// The program in one state.
  public struct Place: Sendable {
    /// The postal code.
    public let state: String
    /// Whether any law of the state is coded.
    public let isCoded: Bool
    /// How each line stands, in the order of the file.
    public let lines: [Line]
    /// The check itself.
    public let check: Check
  }

  /// How a line stands in a state.
  public struct Line: Sendable {
    /// The line's id.
    public let id: String
    /// Whether it is lawful, over its places and modalities.
    public let lawful: Standing
    /// Whether all of its payers pay; nil where it has none.
    public let paid: Standing?
    /// What decides against it, and what is missing.
    public let law: [DecisiveLaw]
  }

  /// The program as it was written.
  public let program: Program
  /// What stayed where it was.
  public let kept: Set<Belonging>
  /// What was asked.
  public let options: Check.Options
  /// The states, in the order in which they were asked for.
  public let places: [Place]

  /// Moves a program to each state and checks it there. The law of all states must be at hand.
  public init(
    _ program: Program, to states: [String], keeping kept: Set<Belonging>, rules: Rulebook, law: ApplicableLaw,
    options: Check.Options
  ) {
    self.program = program
    self.kept = kept
    self.options = options
    places = states.mapInParallel { state in
      let moved = program.transplanted(to: state, keeping: kept)
      let check = Check(moved, rules: rules, law: law.law, conditions: law.conditions, options: options)
      let lines = moved.parts("services", of: moved.root).map { Self.line($0, check) }
      return Place(state: state, isCoded: law.law.jurisdictions[state] != nil, lines: lines, check: check)
    }
  }

  private static func line(_ line: Entity, _ check: Check) -> Line {
    let cells = check.cells.filter { $0.encounter.line == line.id }
    return Line(
      id: line.label, lawful: cells.map(\.lawful).max() ?? .undetermined,
      paid: cells.flatMap(\.payers).map(\.standing).max(), law: DecisiveLaw.all(of: line.id, in: check))
  }
}

/// Law that decides against a service line, or that would have to be known.
public struct DecisiveLaw: Hashable, Sendable {
  /// What it does.
  public enum Effect: String, CaseIterable, Hashable, Sendable {
    /// A gap rests on it.
    case blocks
    /// It is not known, and a conclusion hangs on it.
    case missing
    /// A favourable conclusion rests on it, and nobody checked it.
    case unverified
  }

  /// What it does.
  public let effect: Effect
  /// Whose law it is.
  public let jurisdiction: String
  /// The key of the codebook; nil for law that is in no fact.
  public let key: String?
  /// The value in words; nil where it is missing.
  public let value: String?
  /// The citation, or what the source is called; nil where it is missing.
  public let cite: String?

  /// The law behind the findings that reach a line and could block it, each once: what blocks first.
  static func all(of line: EntityID, in check: Check) -> [DecisiveLaw] {
    var found: [DecisiveLaw] = []
    for finding in check.findings where finding.consequence.blocks && finding.needsAttention {
      guard check.reaches(finding, line) else { continue }
      for law in finding.decisiveLaw where !found.contains(law) { found.append(law) }
    }
    return Effect.allCases.flatMap { effect in found.filter { $0.effect == effect } }
  }
}

extension Finding {
  fileprivate var decisiveLaw: [DecisiveLaw] {
    switch outcome {
    case .gap:
      let coded = law(.blocks)
      guard coded.isEmpty else { return coded }
      return cite.map { DecisiveLaw(effect: .blocks, jurisdiction: "US", key: nil, value: nil, cite: $0) }
    case .unknown:
      return questions.filter(\.isLaw).map {
        DecisiveLaw(effect: .missing, jurisdiction: $0.subject, key: $0.field, value: nil, cite: nil)
      }
    case .unverified:
      return law(.unverified).filter { law in reasons.contains { $0.field == law.key && $0.isRecalled } }
    case .conditional, .met, .metBy, .notApplicable: return []
    }
  }

  private func law(_ effect: DecisiveLaw.Effect) -> [DecisiveLaw] {
    reasons.filter(\.isLaw).map {
      DecisiveLaw(effect: effect, jurisdiction: $0.subject, key: $0.field, value: $0.value, cite: $0.cite)
    }
  }
}

extension Reason {
  /// Whether nobody checked it against a text.
  fileprivate var isRecalled: Bool { basis.map { !$0.isVerified } ?? false }
}

extension Check {
  /// Whether a finding bears on a line.
  public func reaches(_ finding: Finding, _ line: EntityID) -> Bool {
    let people = program.deliverers(of: line).people
    let payers = program.payers(of: line).map { Optional($0) } + [nil]
    return program.encounters.contains { encounter in
      guard encounter.line == line else { return false }
      return people.contains { person in
        payers.contains { finding.subject.reach.covers(encounter, by: person, payer: $0) }
      }
    }
  }
}

extension ProgramCheck {
  /// Loads the law that a program touches in any of some states, each state once.
  /// - Throws: `Rejection` with all errors of all files.
  public func law(for program: Program, in states: [String]) throws(Rejection) -> ApplicableLaw {
    try law(of: Set(program.states + states).sorted())
  }
}
