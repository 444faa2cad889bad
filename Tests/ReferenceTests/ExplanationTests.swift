import Testing

@testable import Circuits

/// An explanation suffices, and nothing in it can be left out (S6).
@Suite struct ExplanationTests {
  private static let count = 60

  @Test func explanationsSufficeAndAreIrreducible() throws {
    var cases = Cases(try DataFolder.shared.get(), seed: 20_100_323)
    var explained = 0
    for number in 0..<Self.count {
      let made = try cases.make(number)
      let grounding = Production.grounding(try made.question())
      for lane in Lane.allCases {
        let judge = Judge(grounding.circuit, lane)
        for ref in Set(grounding.requirements.flatMap { [$0.holds, $0.met, $0.applies] }) {
          explained += judge.check(ref, "case \(number) of seed \(cases.seed), \(lane)") ? 1 : 0
        }
      }
    }
    #expect(explained > 2000)
  }
}

/// Tries explanations against the circuit itself, read by read.
private struct Judge {
  let circuit: Circuit
  let lane: Lane
  private let explanation: Explanation
  private let values: [ReadValue]
  private let truths: Evaluation

  init(_ circuit: Circuit, _ lane: Lane) {
    self.circuit = circuit
    self.lane = lane
    explanation = Explanation(circuit, lane: lane)
    values = circuit.reads.map { $0.value(in: lane) }
    truths = Evaluation(circuit, lane: lane)
  }

  /// Whether there was something to explain.
  func check(_ ref: Ref, _ name: String) -> Bool {
    let truth = truths[ref]
    let reasons = explanation.reasons(for: ref)
    guard truth != .unknown else {
      #expect(reasons.isEmpty, "\(name): what is unknown has no reasons")
      return false
    }
    #expect(self.truth(of: ref, with: reasons) == truth, "\(name): \(reasons.map { circuit[$0].field }) do not suffice")
    for reason in reasons {
      let fewer = reasons.filter { $0 != reason }
      #expect(self.truth(of: ref, with: fewer) != truth, "\(name): \(circuit[reason].field) is not needed")
    }
    return !reasons.isEmpty
  }

  /// The truth with every read unknown but these.
  private func truth(of ref: Ref, with reads: [ReadID]) -> Truth {
    let kept = Set(reads.map(\.index))
    return Evaluation(circuit, values: values.indices.map { kept.contains($0) ? values[$0] : .unknown })[ref]
  }
}
