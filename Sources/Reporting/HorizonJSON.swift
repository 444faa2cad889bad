import Checking
import Circuits
import Law
import Rules

/// What changes for a program, in a form that other programs read: `ambit.horizon` version 1.
public struct HorizonJSON {
  private let horizon: Horizon

  /// The form of a horizon.
  public init(_ horizon: Horizon) { self.horizon = horizon }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws {
      let options = horizon.options
      return try JSONForm.text(
        Page(
          program: horizon.program.name, from: options.from.description, to: options.to.description,
          asKnownOn: options.asKnownOn?.description, trust: options.trustsRecalled ? "recalled" : "verified",
          events: horizon.events.map(Page.Event.init),
          pending: horizon.pending.map(Page.Pending.init), notice: Footer.text))
    }
  }

  private struct Page: Encodable {
    let format = "ambit.horizon"
    let version = 1
    let program: String
    let from: String
    let to: String
    /// The day whose knowledge of the law counts; left out for today's.
    let asKnownOn: String?
    let trust: String
    let events: [Event]
    let pending: [Pending]
    let notice: String

    struct Event: Encodable {
      let day: String
      let before: String
      let after: String
      let isWorse: Bool
      let finding: FindingForm

      init(_ event: Horizon.Event) {
        day = event.day.description
        before = CheckJSON.outcome(event.before)
        after = CheckJSON.outcome(event.finding.outcome)
        isWorse = event.isWorse
        finding = CheckJSON.finding(event.finding)
      }
    }

    struct Pending: Encodable {
      let jurisdiction: String
      let key: String
      let question: String
      let value: String
      let meanwhile: String?
      let status: String
      let from: String?
      let cite: String?
      let basis: String
      let source: SourceForm
      let note: String?
      let place: PlaceForm
      let findings: [String]

      init(_ law: Horizon.PendingLaw) {
        let stated = law.value
        jurisdiction = stated.jurisdiction
        key = stated.key
        question = law.question
        value = stated.value.description
        meanwhile = law.meanwhile
        status = stated.status.rawValue
        from = stated.from?.description
        cite = stated.cite
        basis = stated.source.basis.rawValue
        source = CheckJSON.source(stated.source)
        note = stated.note
        place = Reporting.place(stated.range)
        findings = law.findings
      }
    }
  }
}
