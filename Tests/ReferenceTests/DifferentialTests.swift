import Foundation
import Rules
import Testing

@testable import Checking
@testable import Circuits

/// Production against the reference, over random programs, law and rules.
@Suite struct DifferentialTests {
  /// More in a release build: `make random`, or `make random CASES=1000000`.
  static let count = ProcessInfo.processInfo.environment["AMBIT_CASES"].flatMap { Int($0) } ?? 500

  @Test func productionAndReferenceAgreeOnEveryOutcomeAndEveryCell() throws {
    var cases = Cases(try DataFolder.shared.get())
    var outcomes: [String: Int] = [:]
    var ofConcerns: [Concern: [String: Int]] = [:]
    var (ofCases, ofRecords): ([String: Int], [String: Int]) = ([:], [:])
    var standings: [ReferenceStanding: Int] = [:]
    var run = 0
    for number in 0..<Self.count {
      let made = try cases.make(number)
      let question = try made.question()
      let grounding = Production.grounding(question)
      let ids = grounding.requirements.map { $0.id }
      #expect(Set(ids).count == ids.count, "case \(number): two findings have one id")
      for trustsRecalled in [false, true] {
        let production = Production(question, trustsRecalled: trustsRecalled, on: grounding)
        let reference = ReferenceCheck(question, trustsRecalled: trustsRecalled)
        let lines = Disagreements(production, reference, question.program).lines
        #expect(
          lines.isEmpty, "case \(number) of seed \(cases.seed), on \(made.day):\n\(lines.joined(separator: "\n"))")
        for (key, outcome) in reference.outcomes {
          let outcome = String(outcome.prefix(6))
          outcomes[outcome, default: 0] += 1
          ofConcerns[key.subject.concern, default: [:]][outcome, default: 0] += 1
          if key.subject.line != nil, key.subject.paper != nil { ofCases[outcome, default: 0] += 1 }
          if key.subject.record != nil { ofRecords[outcome, default: 0] += 1 }
        }
        for standing in reference.cells.values.flatMap(\.values) { standings[standing, default: 0] += 1 }
      }
      run += 1
    }
    #expect(run == Self.count)
    for outcome in ["not_applicable", "met", "met by", "unverified", "unknown", "gap"] {
      #expect(outcomes[String(outcome.prefix(6)), default: 0] > 0, "no requirement was \(outcome)")
    }
    // Every concern, the cases under audit and the records of law come to each outcome.
    let each = Concern.allCases.map { ("\($0)", ofConcerns[$0] ?? [:]) } + [("case", ofCases), ("record", ofRecords)]
    for (name, counts) in each {
      for outcome in ["not_applicable", "met", "unknown", "gap"] {
        #expect(counts[String(outcome.prefix(6)), default: 0] > 0, "no \(name) was \(outcome)")
      }
    }
    for standing in [ReferenceStanding.ready, .readyWithPathways, .unverified, .undetermined, .blocked] {
      #expect(standings[standing, default: 0] > 0, "no cell was \(standing)")
    }
  }
}
