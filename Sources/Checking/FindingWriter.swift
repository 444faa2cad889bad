import Circuits
import Documents
import Law
import Programs
import Rules

/// Puts a grounded requirement into words: what decides it, what would settle it, which pathways there are.
struct FindingWriter: Sendable {
  let grounding: Grounding
  let lanes: Lanes
  let rules: Rulebook
  let program: Program
  private let hires: Hires
  private let all: Explanation
  private let verified: Explanation

  init(_ grounding: Grounding, _ lanes: Lanes, _ program: Program, rules: Rulebook, options: Check.Options) {
    self.program = program
    hires = Hires(program)
    self.grounding = grounding
    self.lanes = lanes
    self.rules = rules
    all = Explanation(grounding.circuit, lane: .all)
    verified = Explanation(grounding.circuit, lane: options.trustsRecalled ? .all : .verified)
  }

  func finding(_ grounded: GroundedRequirement, _ outcome: Outcome, runs: [Finding.Run]) -> Finding {
    Finding(
      id: grounded.id, rule: grounded.rule.id, requirement: grounded.requirement.id,
      title: grounded.rule.title, subject: grounded.subject, consequence: grounded.rule.consequence,
      barrier: grounded.rule.barrier, outcome: outcome, message: lanes.message(grounded, outcome),
      alternative: lanes.alternative(grounded, outcome), reasons: reasons(grounded, outcome),
      routes: grounded.routes.map { route($0) },
      questions: outcome == .unknown ? questions(grounded.holds) : [],
      shares: outcome == .unknown ? shares(grounded.holds) : [], conditionsOfHire: conditionsOfHire(grounded),
      cite: grounded.rule.cite, runs: runs)
  }

  // MARK: Words

  private func reasons(_ grounded: GroundedRequirement, _ outcome: Outcome) -> [Reason] {
    switch outcome {
    case .unknown: return []
    case .gap:
      let isInAll = lanes.all[grounded.holds] == .no
      // What an open position has not said is no reason, unless nothing else is.
      let open = openReads(below: grounded)
      let opened =
        open.isEmpty
        ? []
        : Explanation(grounding.circuit, lane: isInAll ? .all : .verified, leaving: open)
          .reasons(for: grounded.holds)
      let explanation = isInAll ? all : verified
      return (opened.isEmpty ? explanation.reasons(for: grounded.holds) : opened).map(reason)
    case .conditional: return []
    case .met: return verified.reasons(for: grounded.met).map(reason)
    case .metBy(let id):
      let route = grounded.routes.first { $0.pathway.id == id }
      return verified.reasons(for: route?.succeeds ?? grounded.holds).map(reason)
    case .notApplicable: return verified.reasons(for: grounded.applies).map(reason)
    case .unverified:
      let decisive = lanes.all[grounded.met] == .yes ? grounded.met : grounded.holds
      return all.reasons(for: decisive).map(reason)
    }
  }

  private func openReads(below grounded: GroundedRequirement) -> [ReadID] {
    guard !hires.isEmpty else { return [] }
    return grounding.circuit.reads(below: grounded.holds).filter {
      hires.position(of: grounding.circuit[$0], for: grounded.subject) != nil
    }
  }

  // MARK: Reads

  private func reason(_ id: ReadID) -> Reason { reason(grounding.circuit[id]) }

  func reason(_ read: Read) -> Reason {
    let known = read.answer?.known
    return Reason(
      isLaw: read.answer != nil, subject: read.subject, field: read.field, value: read.words ?? "unknown",
      isStated: read.words != nil,
      cite: known.map { $0.cite ?? $0.source.title }, basis: known?.source.basis, source: known?.source,
      note: known?.note, range: read.range)
  }

  func questions(_ ref: Ref) -> [OpenQuestion] {
    var seen: Set<String> = []
    return all.questions(for: ref).map { question(grounding.circuit[$0]) }.filter { seen.insert($0.text).inserted }
  }

  private func shares(_ ref: Ref) -> [SettlingShare] {
    all.settlingShares(for: ref).map { SettlingShare(question: question(grounding.circuit[$0.read]), share: $0.share) }
  }

  private func conditionsOfHire(_ grounded: GroundedRequirement) -> [HireCondition] {
    guard let answer = lanes.hire(grounded) else { return [] }
    return HireWords(grounding: grounding, program: program).conditions(answer, of: grounded)
  }

  func question(_ read: Read) -> OpenQuestion {
    OpenQuestion(
      text: text(of: read), subject: read.subject, field: read.field, isLaw: read.answer != nil, range: read.range)
  }

  private func text(of read: Read) -> String {
    switch read.origin {
    case .law(let jurisdiction, let key, _, _):
      let place = jurisdiction == "US" ? "Federal law" : States.names[jurisdiction] ?? jurisdiction
      let question = rules.codebook.questions[key]?.text ?? key
      let doubt = read.answer?.doubt?.explanation ?? "the answer depends on conditions that are not coded"
      return "\(place): \(question) (`\(key)`: \(doubt)\(noted(read.answer)))"
    case .contest(let jurisdiction, let key, _):
      return "\(States.names[jurisdiction] ?? jurisdiction): which of two disagreeing texts holds for `\(key)`?"
    case .unsettled(let reason): return "Not settled: \(reason)."
    case .unknownLaw(let key, let because): return "`\(key)`: \(because)"
    case .remainder(let owner, let field): return asked(owner, field.filter { $0 != "?" }, read.subject, isList: true)
    case .program(let owner, let field): return asked(owner, field, read.subject, isList: false)
    }
  }

  private func noted(_ answer: Answer?) -> String {
    guard let note = answer?.candidates.first?.note else { return "" }
    return "; \(note)"
  }

  /// The question that the table of shapes has for a field, or a plain one.
  private func asked(_ owner: EntityID, _ path: String, _ subject: String, isList: Bool) -> String {
    let steps = path.split(separator: ".").map(String.init)
    var shape = grounding.shape(of: owner)
    for step in steps.dropLast() { shape = shape?.shape(behind: step) }
    let last = steps.last ?? path
    if let question = shape?.field(last)?.question, !question.isEmpty {
      return "\(question.replacing("{}", with: subject)) (`\(path)` of \(subject))"
    }
    return isList ? "Which `\(path)` has \(subject)?" : "What is `\(path)` of \(subject)?"
  }

  // MARK: Pathways

  private func route(_ route: GroundedRequirement.Route) -> RouteFinding {
    let state = state(of: route)
    var details: [String] = []
    var reasons: [Reason] = []
    switch state {
    case .closed: reasons = all.reasons(for: route.available).map(reason)
    case .maybe: details = questions(route.available).map(\.text)
    case .failing:
      for (index, asked) in route.requirements.enumerated() {
        switch lanes.verified[asked.holds] {
        case .yes: break
        case .no: details.append(route.messages[index])
        case .unknown: details += questions(asked.holds).map(\.text)
        }
      }
    case .open, .taken: break
    }
    return RouteFinding(
      pathway: route.pathway.id, title: route.pathway.title, state: state, weeks: route.pathway.effort.weeks,
      details: details, reasons: reasons, cite: route.pathway.cite)
  }

  private func state(of route: GroundedRequirement.Route) -> RouteFinding.State {
    if lanes.verified[route.succeeds] == .yes { return .taken }
    if lanes.all[route.available] == .no || lanes.verified[route.available] == .no { return .closed }
    if lanes.all[route.chosen] == .yes { return .failing }
    return lanes.verified[route.available] == .yes ? .open : .maybe
  }
}

extension Shape {
  /// The shape of the part in a field.
  func shape(behind name: String) -> Shape? {
    switch field(name)?.type {
    case .record(let shape), .reference(let shape): ProgramShapes.all[shape]
    default: nil
    }
  }
}
