import Checking
import Circuits
import Documents
import Law
import Programs
import Rules

/// What changes for a program, as a person reads it.
public struct HorizonText {
  private let horizon: Horizon
  private let style: Style

  /// The report of a horizon.
  public init(_ horizon: Horizon, style: Style) {
    self.horizon = horizon
    self.style = style
  }

  /// The whole report.
  public var text: String {
    let options = horizon.options
    let facts = [options.days, horizon.program.placesInWords, options.knowledge, options.trust]
      .compactMap { $0 }.joined(separator: " · ")
    var blocks = [[style.paint(style.plain(horizon.program.name), .bold)] + style.wrapped(facts, indent: 0)]
    blocks += horizon.events.map(event)
    if horizon.events.isEmpty { blocks.append(["No finding changes in this time."]) }
    if !horizon.pending.isEmpty {
      blocks.append([style.paint("Pending law", .bold)] + horizon.pending.flatMap(pending))
    }
    blocks.append([horizon.summary] + style.wrapped(Footer.text, indent: 0))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func event(_ event: Horizon.Event) -> [String] {
    let finding = event.finding
    let head = "\(event.day)  \(event.change)"
    let name = "\(finding.rule).\(finding.requirement)"
    let texts = FindingText(horizon.options, style: style)
    let words = style.paint(head, finding.outcome.color, .bold)
    let fits = head.columns + name.columns + 2 <= style.width
    return (fits ? ["\(words)  \(style.paint(name, .bold))"] : [words, "  \(style.paint(name, .bold))"])
      + style.wrapped(finding.message, indent: 2) + texts.subject(finding) + texts.decisive(finding)
  }

  private func pending(_ law: Horizon.PendingLaw) -> [String] {
    let value = law.value
    let texts = FindingText(horizon.options, style: style)
    let count = law.findings.count == 1 ? "1 finding" : "\(law.findings.count) findings"
    return style.wrapped("\(law.dayInWords): \(law.sentence)", indent: 4, lead: "  ")
      + texts.entry("law", value.citation) + (value.note.map { texts.entry("", $0) } ?? [])
      + texts.entry("bears on", "\(count), such as \(law.findings.first ?? "")")
  }
}

extension Horizon {
  /// How much there is, in a sentence.
  var summary: String {
    let worse = events.filter(\.isWorse).count
    let changes = events.count == 1 ? "1 change" : "\(events.count) changes"
    return "\(changes), \(worse) for the worse; \(pending.count) of pending law."
  }
}

extension Horizon.Event {
  /// "gap, was met".
  var change: String { "\(finding.outcome.word.spaced), was \(before.word.spaced)" }
}

extension Horizon.PendingLaw {
  /// The day from which it would hold, as far as it is known.
  var dayInWords: String { value.from.map { "from \($0)" } ?? "no date" }

  /// What would be the law where.
  var sentence: String {
    let place = value.jurisdiction == "US" ? "federal" : value.jurisdiction
    let now = meanwhile.map { "now \($0.spaced)" } ?? "now not known"
    let status = value.status.rawValue.spaced
    return "\(place) `\(value.key)` \(value.value.description.spaced), \(status); \(now)"
  }
}
