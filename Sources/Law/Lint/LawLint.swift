import Diagnostics
import Documents

/// Looks through the coded law for what contradicts, lacks, is old, or is read by nothing.
public struct LawLint {
  private let law: LawBook
  private let readers: [String: [String]]
  private let day: Day
  private let oldest: Day

  /// - Parameters:
  ///   - readers: the keys that rules read, with their ids.
  ///   - day: the day whose answers count.
  ///   - years: how many years back a source is old.
  public init(_ law: LawBook, readers: [String: [String]], on day: Day, years: Int = 5) {
    self.law = law
    self.readers = readers
    self.day = day
    oldest = day.adding(months: -12 * years)
  }

  /// All findings: by jurisdiction, then by key; what concerns a question everywhere comes last.
  public var findings: [LawFinding] {
    var findings: [LawFinding] = []
    for jurisdiction in law.jurisdictions.values.sorted(by: { $0.code < $1.code }) {
      findings += sources(of: jurisdiction)
      for (key, values) in jurisdiction.facts.sorted(by: { $0.key < $1.key }) {
        guard let question = law.codebook.questions[key] else { continue }
        findings += periods(values, question) + values.flatMap { self.findings($0, question) }
        findings += current(question, in: jurisdiction.code)
      }
    }
    return findings + questions
  }

  // MARK: Values

  private func findings(_ value: DatedValue, _ question: Question) -> [LawFinding] {
    var findings: [LawFinding] = []
    if let reason = question.oddness(of: value.value) {
      findings.append(finding(.oddValue, value, "\(value.value) is \(reason)"))
    }
    if let cite = value.cite {
      if !CitationForm.isCitation(cite) { findings.append(finding(.oddCitation, value, "`\(cite)` is no citation")) }
    } else if value.value != .unknown {
      findings.append(finding(.missingCitation, value, "\(value.value) rests on no law that is named"))
    }
    return findings
  }

  /// What is to say of today's answer.
  private func current(_ question: Question, in code: String) -> [LawFinding] {
    let answer = law.answer(question.key, in: code, on: day)
    if answer.doubt == .notEstablished, let value = answer.candidates.first {
      return [finding(.unknownValue, value, "not established" + (value.note.map { ": \($0)" } ?? ""))]
    }
    guard let value = answer.known else { return [] }
    var findings: [LawFinding] = []
    if let attested = value.source.attests, attested < oldest, value.to == nil {
      findings.append(finding(.oldSource, value, "rests on what was attested on \(attested)"))
    }
    if !value.source.basis.isVerified, let ids = readers[question.key] {
      findings.append(finding(.recalledAndRead, value, "\(value.value) is recalled, and \(ids[0]) reads it"))
    }
    return findings
  }

  private func periods(_ values: [DatedValue], _ question: Question) -> [LawFinding] {
    // A later decision reaches back on purpose, and options hold together.
    guard !question.isGathered else { return [] }
    let inForce = values.filter { $0.status == .inForce && $0.decided == nil }
    var findings: [LawFinding] = []
    for (index, value) in inForce.enumerated() {
      for other in inForce.dropFirst(index + 1) where value.period.overlaps(other.period) {
        findings.append(finding(.overlappingPeriods, other, "overlaps the value at \(value.range.place)"))
      }
    }
    let ordered = inForce.sorted { ($0.from?.earliest.number ?? .min) < ($1.from?.earliest.number ?? .min) }
    for (value, next) in zip(ordered, ordered.dropFirst()) {
      guard let end = value.to, let start = next.from, end.latest < start.earliest else { continue }
      findings.append(finding(.gappedPeriods, next, "no value from \(end) to \(start)"))
    }
    return findings
  }

  // MARK: Sources

  private func sources(of jurisdiction: Jurisdiction) -> [LawFinding] {
    let used = Set(jurisdiction.facts.values.joined().map(\.source.id))
    return jurisdiction.sources.values.sorted { $0.id < $1.id }.flatMap { source -> [LawFinding] in
      var findings: [LawFinding] = []
      if source.basis.isVerified, source.url == nil {
        findings.append(finding(.sourceWithoutAddress, source, jurisdiction, "`\(source.id)` has no address"))
      }
      if !used.contains(source.id) {
        findings.append(finding(.unusedSource, source, jurisdiction, "nothing rests on `\(source.id)`"))
      }
      return findings
    }
  }

  // MARK: Questions

  /// What concerns a question everywhere, once for each entry of the codebook.
  private var questions: [LawFinding] {
    let entries = Dictionary(grouping: law.codebook.questions.values, by: \.entry)
    return entries.sorted { $0.key < $1.key }.flatMap { entry, questions -> [LawFinding] in
      let sorted = questions.sorted { $0.key < $1.key }
      return unread(entry, sorted) + sorted.flatMap(mostlyUnknown)
    }
  }

  private func unread(_ entry: String, _ questions: [Question]) -> [LawFinding] {
    guard let first = questions.first, first.readers.contains(where: { $0 == .rules || $0 == .pathways }),
      questions.allSatisfy({ readers[$0.key] == nil })
    else { return [] }
    return [
      LawFinding(
        kind: .unreadQuestion, jurisdiction: nil, key: entry, message: "no rule or pathway reads `\(entry)`",
        range: first.range)
    ]
  }

  private func mostlyUnknown(_ question: Question) -> [LawFinding] {
    let states = law.jurisdictions.values.filter { Jurisdiction.level(of: $0.code) == .state }
    // What only conditional law needs is coded where there is such law, and no state lacks it elsewhere.
    let asked = states.filter { $0.facts[question.key] != nil }
    guard question.level == .state, asked.count * 2 > states.count else { return [] }
    let unknown = states.filter { law.answer(question.key, in: $0.code, on: day).doubt.map(\.leavesOpen) ?? false }
    guard unknown.count * 3 > states.count else { return [] }
    let message = "`\(question.key)` is unknown in \(unknown.count) of \(states.count) states"
    return [
      LawFinding(
        kind: .mostlyUnknown, jurisdiction: nil, key: question.key, message: message, range: question.range)
    ]
  }

  // MARK: Making findings

  private func finding(_ kind: LawFinding.Kind, _ value: DatedValue, _ message: String) -> LawFinding {
    LawFinding(
      kind: kind, jurisdiction: value.jurisdiction, key: value.key,
      message: "\(value.jurisdiction) \(value.key): \(message)", range: value.range)
  }

  private func finding(
    _ kind: LawFinding.Kind, _ source: Source, _ jurisdiction: Jurisdiction, _ message: String
  ) -> LawFinding {
    LawFinding(
      kind: kind, jurisdiction: jurisdiction.code, key: nil, message: "\(jurisdiction.code): \(message)",
      range: source.range)
  }
}

extension Answer.Doubt {
  /// Whether nobody knows, or nobody can use, the answer.
  var leavesOpen: Bool { self == .notEstablished || self == .notCoded || self == .vague }
}

extension Question {
  /// Why a value can't be meant; nil where it can.
  func oddness(of value: FactValue) -> String? {
    switch value {
    case .int(let number), .cap(.some(let number)):
      if number < 0 { return "negative" }
      if unit == "percent", number > 100 { return "more than all" }
      if unit == "days", number > 3660 { return "more than ten years" }
      if unit == "hours", number > 50_000 { return "more than a working life" }
      return nil
    case .records(let records):
      return records.contains { record in
        if case .int(let max)? = record["max"] { max <= 0 } else { false }
      } ? "a limit of nothing" : nil
    default: return nil
    }
  }
}
