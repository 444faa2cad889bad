import Checking
import Circuits
import Rules

/// An explained finding in a form that other programs read, `ambit.explain` version 1. Nothing is folded in it.
public struct ExplainJSON {
  private let explained: ExplainedFinding
  private let options: Check.Options

  /// The form of a finding of a check with these options.
  public init(_ explained: ExplainedFinding, _ options: Check.Options) {
    self.explained = explained
    self.options = options
  }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws {
      try JSONForm.text(
        Page(
          day: explained.day.description, asKnownOn: options.asKnownOn?.description,
          trust: options.trustsRecalled ? "recalled" : "verified",
          finding: CheckJSON.finding(explained.finding), applies: explained.applies.map(Part.init),
          exceptions: explained.exceptions.map { Page.Exception(rule: $0.rule, part: Part($0.part)) },
          join: explained.join.rawValue, alternatives: explained.alternatives.map(Alternative.init),
          pathways: explained.routes.map(Page.Route.init), notice: Footer.text))
    }
  }

  private struct Page: Encodable {
    let format = "ambit.explain"
    let version = 1
    let day: String
    /// The day whose knowledge of the law counts; left out for today's.
    let asKnownOn: String?
    let trust: String
    let finding: FindingForm
    let applies: [Part]
    let exceptions: [Exception]
    let join: String
    let alternatives: [Alternative]
    let pathways: [Route]
    let notice: String

    struct Exception: Encodable {
      let rule: String
      let part: Part
    }

    struct Route: Encodable {
      let pathway: String
      let state: String
      let available: Part
      let chosen: Part
      let asks: [Asked]

      init(_ route: ExplainedFinding.Route) {
        pathway = route.finding.pathway
        state = route.finding.state.rawValue
        available = Part(route.available)
        chosen = Part(route.chosen)
        asks = route.asked.map {
          Asked(
            requirement: $0.id, when: $0.when.map(Part.init), join: $0.join.rawValue,
            alternatives: $0.alternatives.map(Alternative.init))
        }
      }
    }

    struct Asked: Encodable {
      let requirement: String
      let when: Part?
      let join: String
      let alternatives: [Alternative]
    }
  }

  private struct Alternative: Encodable {
    let name: String
    let part: Part

    init(_ alternative: ExplainedFinding.Alternative) {
      name = alternative.name
      part = Part(alternative.part)
    }
  }

  private struct Part: Encodable {
    let kind: String
    let text: String
    let values: String?
    let all: String
    let verified: String
    let facts: [ReasonForm]
    let questions: [QuestionForm]
    let parts: [Part]

    init(_ part: ExplainedFinding.Part) {
      kind = part.kind.rawValue
      text = part.text
      values = part.values
      all = part.all.word
      verified = part.verified.word
      facts = part.facts.map(CheckJSON.reason)
      questions = part.questions.map(CheckJSON.question)
      parts = part.parts.map(Part.init)
    }
  }
}
