import Checking
import Circuits
import Documents
import Law
import Programs
import Rules

/// A check in a form that other programs read, `ambit.check` version 1. Fields may be added within a version, never
/// taken away.
public struct CheckJSON {
  private let check: Check

  /// The form of a check.
  public init(_ check: Check) { self.check = check }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String { get throws { try JSONForm.text(document) } }

  private var document: Document {
    let counts = check.counts
    return Document(
      program: check.program.name, from: check.options.from.description, to: check.options.to.description,
      asKnownOn: check.options.asKnownOn?.description, trust: check.options.trustsRecalled ? "recalled" : "verified",
      lawRead: check.lawRead?.description,
      counts: Counts(
        gap: counts.gaps, unknown: counts.unknown, unverified: counts.unverified,
        conditional: counts.conditional, met: counts.met, notApplicable: counts.notApplicable,
        accepted: counts.accepted),
      lines: check.program.parts("services", of: check.program.root).map(line),
      findings: check.findings.map(Self.finding),
      accepted: check.acceptance?.accepted.map { entry, finding in
        AcceptedForm(
          finding: Self.finding(finding), reason: entry.reason, owner: entry.owner, until: entry.until.description)
      },
      barriers: Barrier.allCases.map(barrier),
      conditionsOfHire: check.conditionsOfHire.map { Self.hire($0.condition, findings: $0.findings) },
      questions: check.questions.map {
        Ranked(question: Self.question($0.question), score: $0.score, findings: $0.findings)
      }, notice: Footer.text)
  }

  private func barrier(_ barrier: Barrier) -> BarrierForm {
    let findings = check.findings.filter { $0.barrier == barrier && $0.needsAttention }
    return BarrierForm(barrier: barrier.rawValue, meaning: barrier.meaning, findings: findings.map(\.id))
  }

  private static func hire(_ condition: HireCondition, findings: [String]?) -> HireForm {
    HireForm(
      position: condition.position, text: condition.text, field: condition.field, place: condition.range.map(place),
      findings: findings)
  }

  // MARK: Lines

  private func line(_ entity: Entity) -> Line {
    let cells = check.cells.filter { $0.encounter.line == entity.id }
    return Line(
      id: entity.label, service: entity.word("service") ?? "", standing: check.standing(of: entity.id).word,
      cells: cells.map(cell))
  }

  private func cell(_ cell: Cell) -> Line.Cell {
    let place = cell.encounter.place
    return Line.Cell(
      state: place.state, site: place.site.map { check.program[$0].label }, modality: cell.encounter.modality,
      lawful: Verdict(standing: cell.lawful.word, pathways: cell.pathways),
      payers: cell.payers.map {
        Line.Payer(
          payer: check.program[$0.payer].label, verdict: Verdict(standing: $0.standing.word, pathways: $0.pathways))
      },
      unanswered: cell.unanswered)
  }

  // MARK: Findings

  static func finding(_ finding: Finding) -> FindingForm {
    FindingForm(
      id: finding.id, rule: finding.rule, requirement: finding.requirement, title: finding.title,
      subject: finding.subject.id, concerns: finding.subject.concern.rawValue,
      consequence: finding.consequence.rawValue, barrier: finding.barrier.rawValue,
      outcome: outcome(finding.outcome), pathway: pathway(finding.outcome), message: finding.message,
      alternative: finding.alternative, place: place(finding.subject.range), reasons: finding.reasons.map(reason),
      pathways: finding.routes.map(route), questions: finding.questions.map(question),
      conditionsOfHire: finding.conditionsOfHire.map { hire($0, findings: nil) }, cite: finding.cite,
      runs: finding.runs.map {
        Run(from: $0.from.description, to: $0.to.adding(days: -1).description, outcome: outcome($0.outcome))
      })
  }

  static func outcome(_ outcome: Outcome) -> String {
    if case .metBy = outcome { return "met_by_pathway" }
    return outcome.word
  }

  private static func pathway(_ outcome: Outcome) -> String? {
    if case .metBy(let pathway) = outcome { return pathway }
    return nil
  }

  static func reason(_ reason: Reason) -> ReasonForm {
    ReasonForm(
      origin: reason.isLaw ? "law" : "program", subject: reason.subject, field: reason.field, value: reason.value,
      cite: reason.cite, basis: reason.basis?.rawValue, source: reason.source.map(source), note: reason.note,
      place: reason.range.map(place))
  }

  static func source(_ source: Source) -> SourceForm {
    SourceForm(
      title: source.title, url: source.url, read: source.read?.description, asOf: source.asOf?.description)
  }

  static func route(_ route: RouteFinding) -> Route {
    Route(
      pathway: route.pathway, title: route.title, state: route.state.rawValue, weeks: route.weeks,
      details: route.details, reasons: route.reasons.map(reason), cite: route.cite)
  }

  static func question(_ question: OpenQuestion) -> QuestionForm {
    QuestionForm(
      text: question.text, subject: question.subject, field: question.field, isLaw: question.isLaw,
      place: question.range.map(place))
  }
}
