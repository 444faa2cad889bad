import Checking
import Circuits
import Documents
import Law
import Programs
import Rules

/// What changes for a program, as a calendar that mail programs import.
public struct HorizonICS {
  private let horizon: Horizon
  private let stamp: ICSStamp

  /// The calendar of a horizon, made at a moment.
  public init(_ horizon: Horizon, madeAt stamp: ICSStamp) {
    self.horizon = horizon
    self.stamp = stamp
  }

  /// The whole calendar: each change, pending law whose day falls into the time, and the day on which the view ends.
  public var text: String {
    var calendar = ICSForm(named: "\(horizon.program.name): horizon")
    let pending = horizon.pending.compactMap { law -> ICSForm.Event? in
      guard let from = law.value.from, from.precision == .day, from.earliest >= horizon.options.from,
        from.earliest <= horizon.options.to
      else { return nil }
      return event(law, on: from.earliest)
    }
    for event in horizon.events.map(event) + pending + [end] { calendar.add(event, madeAt: stamp) }
    return calendar.text
  }

  // MARK: Events

  private func event(_ event: Horizon.Event) -> ICSForm.Event {
    let finding = event.finding
    let facts = finding.reasons.map(words) + finding.questions.map { "Ask: \($0.text)" }
    let law = finding.cite.isEmpty ? [] : ["Law: \(finding.cite.joined(separator: "; "))"]
    return ICSForm.Event(
      uid: uid("\(finding.id)-\(finding.outcome.word)-\(event.ordinal)"), day: event.day.description,
      summary: "\(event.change): \(finding.subject.id), \(finding.rule).\(finding.requirement)",
      description: ([finding.message] + facts + law + [Footer.text]).joined(separator: "\n"),
      category: finding.barrier.title, address: finding.reasons.compactMap { $0.source?.url }.first)
  }

  private func words(_ reason: Reason) -> String {
    guard let cite = reason.cite else { return FindingText.sentence(reason) }
    return "\(FindingText.sentence(reason)): \(cite)" + (reason.source.map { " (\($0.provenance))" } ?? "")
  }

  private func event(_ law: Horizon.PendingLaw, on day: Day) -> ICSForm.Event {
    let value = law.value
    let note = value.note.map { [$0] } ?? []
    return ICSForm.Event(
      uid: uid("law-\(value.jurisdiction)-\(value.key)-\(value.status.rawValue)-\(day)"), day: day.description,
      summary: "Pending law: \(law.sentence)",
      description: ([law.question, value.citation] + note + [Footer.text]).joined(separator: "\n"),
      category: "Pending law", address: value.source.url)
  }

  private var end: ICSForm.Event {
    ICSForm.Event(
      uid: uid("end"), day: horizon.options.to.description, summary: "The horizon of \(horizon.program.name) ends",
      description: "Changes are known up to this day. Ask for the months that follow.\n\(Footer.text)",
      category: "Horizon", address: nil)
  }

  // MARK: Names

  /// Two programs may have findings of the same name in one calendar, so the name of the program enters.
  private func uid(_ name: String) -> String {
    let plain = name.split(separator: " ").joined(separator: "-")
    return "\(Self.hash(horizon.program.name))-\(plain)@ambit"
  }

  /// FNV-1a in 64 bits, in hexadecimal digits: the same on every machine and every day.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
