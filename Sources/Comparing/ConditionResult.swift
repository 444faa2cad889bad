import Circuits
import Documents
import Law
import Rules

/// What a condition over the law of a jurisdiction comes to, and why it is not known where it is not.
public struct ConditionResult: Sendable {
  /// Whether it holds.
  public let truth: Truth
  /// Why it is unknown, in words; empty where it is known.
  public let reasons: [String]
  /// The keys whose answers nobody checked against a text, on which a known result rests.
  public let recalled: [String]

  /// Evaluates a condition.
  init(
    _ condition: Formula, in code: String, rules: Rulebook, law: LawBook, conditions: [Condition: Formula], on day: Day
  ) {
    let grounding = LawGrounding(condition, in: code, rules: rules, law: law, conditions: conditions, on: day)
    let circuit = grounding.circuit
    let explanation = Explanation(circuit, lane: .all)
    truth = Evaluation(circuit, lane: .all)[grounding.holds]
    let open = truth == .unknown ? explanation.questions(for: grounding.holds) : []
    reasons = Self.reasons(open.map { circuit[$0] }, in: circuit)
    let isVerified = Evaluation(circuit, lane: .verified)[grounding.holds] == truth
    let support = isVerified ? [] : explanation.reasons(for: grounding.holds)
    recalled = Array(Set(support.map { circuit[$0] }.filter(\.isRecalled).map(\.field))).sorted()
  }

  /// What stands open: law that is not known, and values whose exceptions hang on a program.
  private static func reasons(_ open: [Read], in circuit: Circuit) -> [String] {
    var reasons: [String] = []
    for read in open {
      if let answer = read.answer, let doubt = answer.doubt {
        reasons.append("\(answer.key): \(doubt.explanation)")
      } else if case .contest(_, let key, _) = read.origin {
        reasons.append("\(key): two texts disagree")
      }
    }
    if reasons.isEmpty { reasons = exceptions(in: circuit) }
    if reasons.isEmpty { reasons = open.map(\.field) }
    return reasons.removingRepeats
  }

  private static func exceptions(in circuit: Circuit) -> [String] {
    circuit.reads.compactMap { read in
      guard let value = read.answer?.known, let exception = value.exceptions.first else { return nil }
      return "\(value.key): \(value.value), except \(exception.value) when \(exception.when.text)"
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order.
  var removingRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
