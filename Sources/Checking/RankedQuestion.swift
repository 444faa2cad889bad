import Rules

/// A read that would settle a finding alone.
public struct SettlingShare: Hashable, Sendable {
  /// What to ask.
  public let question: OpenQuestion
  /// The share of its values that settle the finding, above 0 up to 1.
  public let share: Double
}

/// A question with what its answer is worth (S6).
public struct RankedQuestion: Hashable, Sendable {
  /// The question.
  public let question: OpenQuestion
  /// The sum over findings of severity, 1 for advice up to 5 for what is unlawful, times the share of the answers that
  /// settle the finding. 0 where no answer alone settles anything.
  public let score: Double
  /// On how many findings it bears.
  public let findings: Int

  /// The questions of some findings, those worth most first; of equals the one of the worse finding, then by text.
  static func ranked(_ findings: [Finding]) -> [RankedQuestion] {
    var scores: [OpenQuestion: (score: Double, count: Int, first: Int)] = [:]
    for (index, finding) in findings.enumerated() {
      let severity = Double(finding.consequence.severity)
      // Several reads may stand behind one question; the finding is settled once.
      var shares: [OpenQuestion: Double] = [:]
      for question in finding.questions { shares[question] = 0 }
      for each in finding.shares { shares[each.question] = max(shares[each.question] ?? 0, each.share) }
      for (question, share) in shares {
        let known = scores[question] ?? (0, 0, index)
        scores[question] = (known.score + severity * share, known.count + 1, known.first)
      }
    }
    return scores.sorted {
      ($1.value.score, $0.value.first, $0.key.text) < ($0.value.score, $1.value.first, $1.key.text)
    }.map { RankedQuestion(question: $0.key, score: $0.value.score, findings: $0.value.count) }
  }
}

extension Consequence {
  /// 1 for advice up to 5 for what is unlawful.
  var severity: Int { 1 + Consequence.allCases.filter { $0 < self }.count }
}
