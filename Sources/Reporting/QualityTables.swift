import Documents
import Law

/// How much of the law is coded, and how well, in tables for a page: by state, by topic, and state by topic.
public struct QualityTables: Sendable {
  private let law: LawBook
  private let day: Day

  /// The tables of a day.
  public init(_ law: LawBook, on day: Day) {
    self.law = law
    self.day = day
  }

  /// Markdown.
  public var markdown: String {
    [
      "### By jurisdiction", table(states.map { ($0, coverage(of: $0)) }, "where"),
      "### By topic", table(topics.map { ($0.name, coverage(of: $0)) }, "topic"),
      "### Verified answers, jurisdiction by topic", matrix,
    ].joined(separator: "\n\n") + "\n"
  }

  private var states: [String] { law.jurisdictions.keys.sorted() }

  // MARK: Topics

  private struct Topic {
    let name: String
    let keys: [String]
  }

  /// The topics of the codebook are its files.
  private var topics: [Topic] {
    let byFile = Dictionary(grouping: law.codebook.questions.values) { question -> String in
      let file = question.range.source.name.split(separator: "/").last ?? ""
      return String(file.split(separator: ".").first ?? "")
    }
    return byFile.sorted { $0.key < $1.key }.map { Topic(name: $0.key, keys: $0.value.map(\.key)) }
  }

  private func coverage(of code: String) -> LawCoverage {
    LawCoverage(of: law.codebook.keys(of: Jurisdiction.level(of: code)), in: code, law: law, on: day)
  }

  private func coverage(of topic: Topic) -> LawCoverage {
    states.map { LawCoverage(of: topic.keys, in: $0, law: law, on: day) }.reduce(LawCoverage(), +)
  }

  // MARK: Tables

  private func table(_ rows: [(name: String, coverage: LawCoverage)], _ head: String) -> String {
    let total = ("all", rows.map(\.coverage).reduce(LawCoverage(), +))
    let lines = (rows + [total]).map { name, counts in
      let shares = [counts.primary, counts.secondary, counts.recalled, counts.unknown, counts.vague]
      return "| \(name) | \(counts.asked) | " + shares.map { "\(counts.percent($0))%" }.joined(separator: " | ") + " |"
    }
    let first = "| \(head) | answers | primary | secondary | recalled | unknown | vague |"
    return ([first, "| --- | --: | --: | --: | --: | --: | --: |"] + lines).joined(separator: "\n")
  }

  /// The share of answers that were read at a text, primary or secondary; nothing where nothing was asked.
  private var matrix: String {
    let topics = topics.filter { topic in topic.keys.contains { law.codebook.questions[$0]?.level == .state } }
    let lines = states.filter { Jurisdiction.level(of: $0) == .state }.map { code in
      let cells = topics.map { topic -> String in
        let counts = LawCoverage(of: topic.keys, in: code, law: law, on: day)
        return counts.asked == 0 ? "" : "\(counts.percent(counts.primary + counts.secondary))%"
      }
      return "| \(code) | " + cells.joined(separator: " | ") + " |"
    }
    let first = "| where | " + topics.map(\.name).joined(separator: " | ") + " |"
    let rule = "| --- |" + String(repeating: " --: |", count: topics.count)
    return ([first, rule] + lines).joined(separator: "\n")
  }
}
