import Documents
import Law

/// The dated values of some questions over several jurisdictions, in the order of time: what changed where and when.
public struct History: Sendable {
  /// A value that begins, or one that ends without another in its place.
  public struct Event: Sendable {
    /// What happened.
    public enum Kind: String, Sendable { case begins, ends }

    /// The jurisdiction's code.
    public let code: String
    /// Its name in words.
    public let name: String
    /// The question.
    public let question: Question
    /// Whether the value begins or ends.
    public let kind: Kind
    /// When; nil where it is not established since when the value holds.
    public let date: PartialDate?
    /// The value that ended on the day on which this one began.
    public let before: DatedValue?
    /// The value.
    public let value: DatedValue
  }

  /// The questions.
  public let questions: [Question]
  /// The day from which changes are shown; nil: all.
  public let changedSince: Day?
  /// The events, oldest first; those without a date last.
  public let events: [Event]
  /// How many values were left out since they have no date, where only changes since a day are shown.
  public let undated: Int
  /// By key the codes of those for whom nobody has coded it.
  public let notCoded: [(key: String, codes: [String])]
  /// The last day on which a source of the law that was loaded was read.
  public let lawRead: Day?

  /// The history of keys in jurisdictions.
  public init(keys: [String], codes: [String], law: LawBook, changedSince: Day? = nil) {
    questions = keys.compactMap { law.codebook.questions[$0] }
    self.changedSince = changedSince
    lawRead = law.readUpTo
    var events: [Event] = []
    var notCoded: [(key: String, codes: [String])] = []
    for question in questions {
      let own = codes.filter { Jurisdiction.level(of: $0) == question.level }
      let silent = own.filter { (law.jurisdictions[$0]?.facts[question.key] ?? []).isEmpty }
      if !silent.isEmpty { notCoded.append((question.key, silent)) }
      for code in own {
        guard let jurisdiction = law.jurisdictions[code] else { continue }
        events += Self.events(jurisdiction.facts[question.key] ?? [], question, jurisdiction)
      }
    }
    let shown = events.filter { event in
      guard let changedSince else { return true }
      return event.date.map { changedSince <= $0.latest } ?? false
    }
    undated = changedSince == nil ? 0 : events.count { $0.date == nil }
    self.events = shown.sorted { Self.order($0) < Self.order($1) }
    self.notCoded = notCoded
  }

  private static func events(
    _ values: [DatedValue], _ question: Question, _ jurisdiction: Jurisdiction
  ) -> [Event] {
    let inForce = values.filter { $0.status == .inForce }
    return values.flatMap { value -> [Event] in
      let before = value.status == .inForce ? inForce.first { $0.to != nil && $0.to == value.from } : nil
      func event(_ kind: Event.Kind, _ date: PartialDate?, before: DatedValue? = nil) -> Event {
        Event(
          code: jurisdiction.code, name: jurisdiction.name, question: question, kind: kind, date: date,
          before: before, value: value)
      }
      let begin = event(.begins, value.from, before: before)
      guard let end = value.to, !inForce.contains(where: { $0.from == end }) else { return [begin] }
      return [begin, event(.ends, end)]
    }
  }

  private static func order(_ event: Event) -> (Int, Int, String, String) {
    let last = Int.max
    return (
      event.date?.earliest.number ?? last, event.date?.latest.number ?? last, event.code, event.question.key
    )
  }
}
