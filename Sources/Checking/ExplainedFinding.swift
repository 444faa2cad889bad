import Circuits
import Diagnostics
import Documents
import Programs
import Rules

/// A finding with the tree of what its rule asks, each part with its truth and the facts behind it.
public struct ExplainedFinding: Sendable {
  /// A part of a formula.
  public struct Part: Sendable {
    /// What it is.
    public let kind: Trace.Kind
    /// As the rule has it; of an element of a list what it is called.
    public let text: String
    /// Of a comparison the two sides in words, as far as they are known; nil where the text says as much.
    public let values: String?
    /// Its truth with all facts.
    public let all: Truth
    /// Its truth with verified facts alone.
    public let verified: Truth
    /// What is compared, or what says that a list is complete.
    public let facts: [Reason]
    /// What stands open among the facts.
    public let questions: [OpenQuestion]
    /// Its parts.
    public let parts: [Part]
  }

  /// A named alternative.
  public struct Alternative: Sendable {
    /// Its name; empty where there is only one.
    public let name: String
    /// Its formula.
    public let part: Part
  }

  /// A pathway.
  public struct Route: Sendable {
    /// How it stands.
    public let finding: RouteFinding
    /// Whether law and circumstances leave it open.
    public let available: Part
    /// Whether the program has taken it.
    public let chosen: Part
    /// What it asks: the requirement's id, its own condition, its alternatives.
    public let asked: [(id: String, when: Part?, join: Requirement.Join, alternatives: [Alternative])]
  }

  /// The finding.
  public let finding: Finding
  /// The day of which the tree speaks: the first on which the finding stands as it does.
  public let day: Day
  /// When the rule binds.
  public let applies: [Part]
  /// The rules that may take its place, each with when.
  public let exceptions: [(rule: String, part: Part)]
  /// How the alternatives join.
  public let join: Requirement.Join
  /// What it asks.
  public let alternatives: [Alternative]
  /// What could stand in.
  public let routes: [Route]

  /// The facts of law that its rule reads, pathways aside, each once, in the order of the rule.
  public var law: [Reason] {
    var seen: Set<Reason> = []
    let parts = applies + exceptions.map(\.part) + alternatives.map(\.part)
    return parts.flatMap(\.allFacts).filter { $0.isLaw && seen.insert($0).inserted }
  }
}

extension ExplainedFinding.Part {
  /// The facts of a part and of its parts.
  fileprivate var allFacts: [Reason] { facts + parts.flatMap(\.allFacts) }
}

extension ProgramCheck {
  /// Explains one finding of a program, named by its id or by the beginning of it.
  /// - Throws: `Rejection` where no finding, or more than one, is meant.
  public func explain(
    _ name: String, of program: Program, under law: ApplicableLaw, _ options: Check.Options
  ) throws(Rejection) -> ExplainedFinding {
    let check = check(program, under: law, options)
    let finding = try check.finding(named: name)
    let day = finding.runs.first { $0.outcome == finding.outcome }?.from ?? options.from
    let grounding = Grounding(
      program, rules: rules, law: law.law, conditions: law.conditions, on: day, asKnownOn: options.asKnownOn)
    guard let grounded = grounding.requirements.first(where: { $0.id == finding.id }) else {
      throw Rejection(Diagnostic("no-such-finding", at: nil, "`\(finding.id)` is not asked on \(day)"))
    }
    let lanes = Lanes(grounding, program, trustsRecalled: options.trustsRecalled)
    let writer = FindingWriter(grounding, lanes, program, rules: rules, options: options)
    let trace = grounding.trace(grounded)
    return Explainer(trace: trace, writer: writer, trustsRecalled: options.trustsRecalled)
      .explained(finding, on: day, join: grounded.requirement.join)
  }
}

extension Check {
  /// The finding of an id, or the only one whose id begins so.
  /// - Throws: `Rejection` with the nearest id where there is none, and with some of them where there are several.
  public func finding(named name: String) throws(Rejection) -> Finding {
    if let exact = findings.first(where: { $0.id == name }) { return exact }
    let begun = name.isEmpty ? [] : findings.filter { $0.id.hasPrefix(name) }
    if begun.count == 1 { return begun[0] }
    if begun.count > 1 {
      let shown = begun.prefix(5).map { Diagnostic.Note($0.id) }
      let more = begun.count > 5 ? [Diagnostic.Note("and \(begun.count - 5) more")] : []
      throw Rejection(
        Diagnostic(
          "ambiguous-finding", at: nil, "\(begun.count) findings begin with `\(name)`", notes: shown + more,
          solutions: [.init("write more of one of them")]))
    }
    let nearest = Spelling.nearest(to: name, in: findings.map(\.id))
    throw Rejection(
      Diagnostic(
        "unknown-finding", at: nil, "`\(name)` is no finding of this program",
        notes: nearest == nil ? [.init("`ambit check PROGRAM --format json` lists their ids")] : [],
        solutions: nearest.map { [.init("write `\($0)`", replacement: $0)] } ?? []))
  }
}

/// Evaluates the trees of a requirement in both lanes.
private struct Explainer {
  private let trace: RequirementTrace
  private let writer: FindingWriter
  private let all: Evaluation
  private let verified: Evaluation

  init(trace: RequirementTrace, writer: FindingWriter, trustsRecalled: Bool) {
    self.trace = trace
    self.writer = writer
    all = Evaluation(trace.circuit, lane: .all)
    verified = trustsRecalled ? all : Evaluation(trace.circuit, lane: .verified)
  }

  func explained(_ finding: Finding, on day: Day, join: Requirement.Join) -> ExplainedFinding {
    ExplainedFinding(
      finding: finding, day: day, applies: trace.applies.map(part),
      exceptions: trace.exceptions.map { ($0.rule.id, part($0.trace)) }, join: join,
      alternatives: trace.alternatives.map(alternative),
      routes: zip(finding.routes, trace.routes).map { finding, route in
        ExplainedFinding.Route(
          finding: finding, available: part(route.available), chosen: part(route.chosen),
          asked: route.asked.map {
            ($0.requirement.id, $0.when.map(part), $0.requirement.join, $0.alternatives.map(alternative))
          })
      })
  }

  private func alternative(_ alternative: RequirementTrace.Alternative) -> ExplainedFinding.Alternative {
    ExplainedFinding.Alternative(name: alternative.name, part: part(alternative.trace))
  }

  private func part(_ trace: Trace) -> ExplainedFinding.Part {
    let reads = trace.reads.map { self.trace.circuit[$0] }
    return ExplainedFinding.Part(
      kind: trace.kind, text: trace.text, values: trace.values, all: all[trace.ref], verified: verified[trace.ref],
      facts: reads.map { writer.reason($0) }, questions: reads.filter { $0.value == .unknown }.map(writer.question),
      parts: trace.parts.map(part))
  }
}
