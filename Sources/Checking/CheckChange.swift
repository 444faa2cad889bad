import Circuits
import Programs

/// What differs between two checks of a program, before and after its file or the law was changed. Parts are told
/// apart by their names, since their numbers change with the file.
public struct CheckChange: Sendable {
  /// A cell before the law or before a payer, whose standing is not what it was.
  public struct CellChange: Sendable {
    /// The program in which the cell stands: the later one, the earlier where it is gone.
    public let program: Program
    /// The line, its place and modality.
    public let encounter: Encounter
    /// The payer; nil for the law.
    public let payer: EntityID?
    /// How it stood; nil where there was no such cell.
    public let before: Standing?
    /// How it stands; nil where there is no such cell any more.
    public let after: Standing?
  }

  /// A finding that needs attention and is not what it was.
  public struct FindingChange: Sendable {
    /// What became of it.
    public enum Kind: Sendable { case appeared, changed, settled }
    /// What became of it.
    public let kind: Kind
    /// As it is now, or as it was where the rule has no such subject any more.
    public let finding: Finding
    /// The outcome before; nil where there was none.
    public let before: Outcome?
    /// The outcome now; nil where there is none.
    public let after: Outcome?
  }

  /// The cells that changed, in the order of the file.
  public let cells: [CellChange]
  /// The findings that appeared, then those that changed, then those that are settled, each the worst first.
  public let findings: [FindingChange]

  /// Whether nothing changed.
  public var isEmpty: Bool { cells.isEmpty && findings.isEmpty }

  /// The difference of two checks.
  public init(from before: Check, to after: Check) {
    cells = Self.cells(before, after)
    findings = Self.findings(before, after)
  }

  // MARK: Cells

  private struct Column {
    let program: Program
    let encounter: Encounter
    let payer: EntityID?
    let standing: Standing

    /// The names by which it is found in another program.
    var name: [String] {
      let site = encounter.place.site.map { program[$0].label } ?? ""
      let payer = payer.map { program[$0].label } ?? ""
      return [program[encounter.line].label, encounter.place.state, site, encounter.modality, payer]
    }

    func change(from before: Standing?, to after: Standing?) -> CellChange {
      CellChange(program: program, encounter: encounter, payer: payer, before: before, after: after)
    }
  }

  private static func columns(_ check: Check) -> [Column] {
    check.cells.flatMap { cell in
      [Column(program: check.program, encounter: cell.encounter, payer: nil, standing: cell.lawful)]
        + cell.payers.map {
          Column(program: check.program, encounter: cell.encounter, payer: $0.payer, standing: $0.standing)
        }
    }
  }

  private static func cells(_ before: Check, _ after: Check) -> [CellChange] {
    let old = columns(before)
    let new = columns(after)
    let stood = Dictionary(old.map { ($0.name, $0.standing) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.map(\.name))
    return new.filter { stood[$0.name] != $0.standing }.map { $0.change(from: stood[$0.name], to: $0.standing) }
      + old.filter { !names.contains($0.name) }.map { $0.change(from: $0.standing, to: nil) }
  }

  // MARK: Findings

  private static func findings(_ before: Check, _ after: Check) -> [FindingChange] {
    let old = Dictionary(before.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(after.findings.map(\.id))
    let changes = after.findings.compactMap { change(from: old[$0.id], to: $0) }
    let gone = before.findings.filter { $0.needsAttention && !ids.contains($0.id) }.map {
      FindingChange(kind: .settled, finding: $0, before: $0.outcome, after: nil)
    }
    return [FindingChange.Kind.appeared, .changed, .settled].flatMap { kind in
      (changes + gone).filter { $0.kind == kind }
    }
  }

  private static func change(from before: Finding?, to after: Finding) -> FindingChange? {
    let needed = before?.needsAttention ?? false
    guard needed || after.needsAttention else { return nil }
    let kind: FindingChange.Kind = !needed ? .appeared : after.needsAttention ? .changed : .settled
    if kind == .changed, before?.outcome == after.outcome, before?.message == after.message { return nil }
    return FindingChange(kind: kind, finding: after, before: before?.outcome, after: after.outcome)
  }
}
