import Comparing
import Documents
import Law

extension DatedValue {
  /// The value with its exceptions and what contests it, in people's words: "covered, except not covered when
  /// course.visits > 8".
  var inFull: String {
    let others = exceptions.map { ", except \($0.value.words) when \($0.when.text)" }
    return value.words + others.joined() + (contested.map { "; contested: \($0.value.words)" } ?? "")
  }

  /// "from 2017-10-01 until 2019-07" or what is known of it.
  var span: String {
    let start = from.map { "from \($0)" } ?? "from a day not established"
    return start + (to.map { " until \($0)" } ?? "")
  }
}

extension FactValue {
  /// The value as people write it; expressions and texts as they stand.
  var words: String {
    switch self {
    case .condition, .text: description
    default: description.spaced
    }
  }
}

extension ComparedAnswer {
  /// The answer in a few words; "unknown" where it is not known.
  var shortWords: String {
    switch reading {
    case .known(let value): value.inFull
    case .vague, .unknown: "unknown"
    }
  }

  /// Where the answer stands, or why it is not known.
  var support: String {
    switch reading {
    case .known(let value): value.citation
    case .vague(let value):
      "\(value.value.words) is coded, and depends on conditions that are not; \(value.citation)"
    case .unknown(.notEstablished):
      ([Answer.Doubt.notEstablished.explanation] + answer.candidates.map(\.citation)).joined(separator: "; ")
    case .unknown(let doubt):
      doubt.explanation
        + (answer.candidates.isEmpty ? "" : "; coded: " + answer.candidates.map(Self.coded).joined(separator: "; "))
    }
  }

  private static func coded(_ value: DatedValue) -> String { "\(value.inFull) \(value.span), \(value.citation)" }

  /// Values on their way to being law, in words.
  var pendingWords: [String] {
    answer.pending.map { "\($0.status.rawValue.spaced): \($0.value.words) \($0.span), \($0.citation)" }
  }
}

extension Answer.Doubt {
  /// The word that other programs read.
  var word: String {
    switch self {
    case .notCoded: "not_coded"
    case .notEstablished: "not_established"
    case .vague: "vague"
    case .attestedFrom: "attested_later"
    case .betweenDates: "between_dates"
    case .contradictory: "contradictory"
    case .notCovered: "not_covered"
    }
  }
}

extension Comparison {
  /// The parts of the first line: how many places, the day, the data's date.
  var facts: [String] {
    let count = request.codes.count
    let places = count == 1 ? "1 jurisdiction" : "\(count) jurisdictions"
    return [places, "as of \(request.day)"] + (knownOn.map { ["law as known on \($0)"] } ?? [])
      + (lawRead.map { ["law read up to \($0)"] } ?? [])
  }

  /// The condition and what came of it, in a sentence; nil where none was given.
  var conditionWords: String? {
    guard let condition = request.condition else { return nil }
    return "where \(condition.text): true in \(rows.count), unknown in \(undecided.count), "
      + "false in \(excluded.count)"
  }

  /// What the change filter left out, in a sentence; nil where it was not asked for.
  var changeWords: String? {
    guard let since = request.changedSince else { return nil }
    return "changed since \(since): \(shown.count) of \(shown.count + unchanged.count)"
  }

  /// The jurisdictions by the answer to a key: the known answers, the most frequent first, then what is not known.
  func groups(of key: String) -> [(answer: String, isKnown: Bool, codes: [String])] {
    var groups: [(answer: String, isKnown: Bool, codes: [String])] = []
    for row in shown {
      guard let compared = row.answer(key) else { continue }
      let isKnown = compared.answer.known != nil
      let words: String
      switch compared.reading {
      case .known(let value): words = value.inFull
      case .vague(let value): words = "unknown: \(value.value.words) is coded, and depends on conditions that are not"
      case .unknown(let doubt): words = "unknown: \(doubt.explanation)"
      }
      if let index = groups.firstIndex(where: { $0.answer == words && $0.isKnown == isKnown }) {
        groups[index].codes.append(row.code)
      } else {
        groups.append((words, isKnown, [row.code]))
      }
    }
    return groups.sorted {
      ($0.isKnown ? 0 : 1, -$0.codes.count, $0.answer) < ($1.isKnown ? 0 : 1, -$1.codes.count, $1.answer)
    }
  }
}
