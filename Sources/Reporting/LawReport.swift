import Documents
import Law

/// The coded law of one jurisdiction: its answers on a day, or the history of one of them.
public struct LawReport: Sendable {
  let law: LawBook
  let jurisdiction: String
  let day: Day
  let listsSources: Bool
  private let chosen: [String]?

  /// A report.
  /// - Parameters:
  ///   - keys: the keys that it speaks of; without them, all. One key alone is shown over all time.
  public init(law: LawBook, jurisdiction: String, day: Day, keys: [String]?, listsSources: Bool) {
    self.law = law
    self.jurisdiction = jurisdiction
    self.day = day
    self.chosen = keys
    self.listsSources = listsSources
  }

  var name: String { law.jurisdictions[jurisdiction]?.name ?? jurisdiction }
  var facts: [String: [DatedValue]] { law.jurisdictions[jurisdiction]?.facts ?? [:] }
  private var level: Level { Jurisdiction.level(of: jurisdiction) }
  /// The one key whose whole history is shown.
  var onlyKey: String? { chosen?.count == 1 ? chosen?.first : nil }

  /// The day, and that whose knowledge of the law counts.
  var date: String { "\(day)" + (law.knownOn.map { " · law as known on \($0)" } ?? "") }

  /// The keys that the report speaks of.
  var keys: [String] { chosen ?? law.codebook.keys(of: level) }

  /// The sources that the shown values rest on, by id.
  var sources: [Source] {
    let shown = keys.flatMap { facts[$0] ?? [] }.map(\.source)
    return Set(shown).sorted { $0.id < $1.id }
  }

  /// As a person reads it.
  public func text(_ style: Style) -> String {
    var blocks = [head(style)]
    blocks += onlyKey.map { history($0, style) } ?? keys.map { answer($0, style) }
    if listsSources { blocks.append(sourceList(style)) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: Parts

  private func head(_ style: Style) -> [String] {
    let coded = keys.count { !(facts[$0] ?? []).isEmpty }
    let counts = onlyKey == nil ? " · \(coded) of \(keys.count) questions coded" : ""
    return [style.paint("\(name) · \(date)\(counts)", .bold)]
  }

  private func answer(_ key: String, _ style: Style) -> [String] {
    let answer = law.answer(key, in: jurisdiction, on: day)
    let value = answer.known?.value.words ?? "unknown"
    var lines = style.wrapped(value, indent: 4, lead: style.paint(key, .bold) + "  ")
    if let known = answer.known { lines += style.wrapped(known.citation, indent: 4) }
    if let doubt = answer.doubt {
      lines += style.wrapped("\(doubt.explanation)\(Self.coded(answer))", indent: 4)
    }
    for value in answer.pending {
      lines += style.wrapped(
        "\(value.status.rawValue.spaced): \(value.value)\(Self.span(value)), \(value.citation)", indent: 4)
    }
    return lines
  }

  private static func coded(_ answer: Answer) -> String {
    let values = answer.candidates.map { "\($0.value)\(span($0)), \($0.citation)" }
    return values.isEmpty ? "" : "; coded: " + values.joined(separator: "; ")
  }

  private func history(_ key: String, _ style: Style) -> [[String]] {
    let question = law.codebook.questions[key]
    let title = [style.paint(key, .bold)] + style.wrapped(question?.text ?? "", indent: 2)
    let values = (facts[key] ?? []).map { entry($0, style) }
    let now = answer(key, style)
    return [title] + (values.isEmpty ? [["  nobody has coded it"]] : values) + [["On \(day):"] + now.map { "  " + $0 }]
  }

  private func entry(_ value: DatedValue, _ style: Style) -> [String] {
    let status = value.status == .inForce ? "" : " (\(value.status.rawValue.spaced))"
    var lines = style.wrapped(
      "\(Self.span(value).dropFirst())\(status): \(value.value.words)", indent: 4, lead: "  ")
    lines += style.wrapped(value.citation, indent: 4)
    for exception in value.exceptions {
      let cite = exception.cite.map { ", \($0)" } ?? ""
      lines += style.wrapped("except when \(exception.when.text): \(exception.value)\(cite)", indent: 4)
    }
    if let contest = value.contested {
      lines += style.wrapped("contested: \(contest.value), \(contest.cite)", indent: 4)
    }
    if let note = value.note { lines += style.wrapped(note, indent: 4).map { style.paint($0, .faint) } }
    return lines
  }

  /// " from 2017-10-01 until 2019-07" or what is known of it.
  private static func span(_ value: DatedValue) -> String {
    let start = value.from.map { " from \($0)" } ?? " from a day not established"
    return start + (value.to.map { " until \($0)" } ?? "")
  }

  private func sourceList(_ style: Style) -> [String] {
    [style.paint("Sources", .bold)]
      + sources.flatMap { source in
        style.wrapped("\(source.title) (\(source.provenance))", indent: 4, lead: "  ")
          + (source.url.map { ["    \(style.plain($0))"] } ?? [])
      }
  }
}
