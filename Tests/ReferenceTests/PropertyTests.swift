import Documents
import Rules
import Testing

@testable import Checking
@testable import Circuits

/// What holds of every evaluation, whatever the rules say.
@Suite struct PropertyTests {
  private static let count = 110
  /// Other cases than those of `DifferentialTests`.
  private static let seed: UInt64 = 19_750_701

  /// Runs `body` on cases of their own, each with the chance by which it is changed.
  private func forEachCase(
    hasPartialDates: Bool = true, _ body: (Case, inout Generator) throws -> Void
  ) throws {
    var cases = Cases(try DataFolder.shared.get(), seed: Self.seed)
    for number in 0..<Self.count {
      var generator = cases.generator(number + 1_000_000)
      try body(try cases.make(number, hasPartialDates: hasPartialDates), &generator)
    }
  }

  @Test func makingAnUnknownKnownNeverTurnsAKnownOutcome() throws {
    var settled = 0
    try forEachCase { made, generator in
      let before = try Answers(made)
      let after = try Answers(made.learned(&generator))
      for lane in Lane.allCases {
        for (key, truth) in before.truths[lane] ?? [:] {
          let later = after.truths[lane]?[key]
          if truth != .unknown { #expect(later == truth, "case \(made.number), \(lane): \(key)") }
          if truth == .unknown, later != .unknown { settled += 1 }
        }
      }
      for (key, standing) in before.standings where standing != .undetermined {
        let later = after.standings[key]
        #expect(
          (standing == .blocked) == (later == .blocked), "case \(made.number): \(key) is \(String(describing: later))")
        #expect(later != .undetermined, "case \(made.number): \(key)")
      }
    }
    #expect(settled > 300)
  }

  @Test func theOrderOfRulesFactsAndElementsIsIrrelevant() throws {
    let data = try DataFolder.shared.get()
    let cases = Cases(data, seed: Self.seed)
    var books: [Int: Rulebook] = [:]
    var compared = 0
    try forEachCase { made, generator in
      let before = try Answers(made)
      var moved = made.shuffled(&generator)
      let book = made.number / Cases.perRulebook
      let rules = try books[book] ?? Rulebook.load(from: .memory(reversed(cases.texts(ofBook: book))))
      books[book] = rules
      moved.rules = rules
      let after = try Answers(moved)
      let outcomes = Dictionary(uniqueKeysWithValues: after.outcomes.map { (restored($0.key), $0.value) })
      #expect(before.outcomes == outcomes, "case \(made.number)")
      #expect(before.standings == after.standings, "case \(made.number)")
      compared += outcomes.count
    }
    #expect(compared > 3000)
  }

  /// Rules are taken in the order of their ids: with other ids, the last of the made ones comes first.
  private func reversed(_ texts: [String: String]) -> [String: String] {
    texts.mapValues { text in
      text.replacing(/made-(\d+)/) { match in "made-\(99 - (Int(match.1) ?? 0))" }
    }
  }

  private func restored(_ key: String) -> String {
    guard let range = key.firstRange(of: /^made-\d+/), let number = Int(key[range].dropFirst(5)) else { return key }
    return key.replacingCharacters(in: range, with: "made-\(99 - number)")
  }

  @Test func oneMoreElementNeverTurnsWhatIsMetIntoAGap() throws {
    var grown = 0
    try forEachCase { made, generator in
      let before = try Answers(made)
      for list in GrowingList.allCases {
        guard let more = made.grown(list, &generator) else { continue }
        let after = try Answers(more)
        for (key, truth) in before.truths[.all] ?? [:] where truth == .yes {
          guard before.empty[key]?.contains(list.field) ?? false else { continue }
          #expect(after.truths[.all]?[key] != .no, "case \(made.number): \(key) with one of \(list.field)")
          grown += 1
        }
      }
    }
    #expect(grown > 30)
  }

  @Test func theVerifiedLaneNeverSaysMoreThanTheLaneOfAllBases() throws {
    var more = 0
    try forEachCase { made, _ in
      let answers = try Answers(made)
      for (key, truth) in answers.truths[.verified] ?? [:] {
        let all = answers.truths[.all]?[key]
        if truth != .unknown { #expect(all == truth, "case \(made.number): \(key)") }
        if truth == .unknown, all != .unknown { more += 1 }
      }
    }
    #expect(more > 50)
  }

  @Test(arguments: [-1461, 400])
  func shiftingAllDatesChangesNothing(by days: Int) throws {
    let cases = Cases(try DataFolder.shared.get(), seed: Self.seed)
    var books: [Int: Rulebook] = [:]
    var compared = 0
    try forEachCase(hasPartialDates: false) { made, _ in
      let before = try Answers(made.shifted(days: 0))
      var moved = made.shifted(days: days)
      let book = made.number / Cases.perRulebook
      let rules = try books[book] ?? Rulebook.load(from: .memory(shifted(cases.texts(ofBook: book), days)))
      books[book] = rules
      moved.rules = rules
      let after = try Answers(moved)
      #expect(before.outcomes == after.outcomes, "case \(made.number)")
      #expect(before.standings == after.standings, "case \(made.number)")
      compared += before.outcomes.count
    }
    #expect(compared > 3000)
  }

  /// The days from which exceptions from made rules hold stand in the rules.
  private func shifted(_ texts: [String: String], _ days: Int) -> [String: String] {
    texts.mapValues { text in
      text.replacing(/"from": (\d{4}-\d\d-\d\d)/) { match in
        "\"from\": \(Day(String(match.1))?.adding(days: days).description ?? "")"
      }
    }
  }
}

/// What production says of a case, by names that stay when the numbers of parts do not.
private struct Answers {
  private(set) var truths: [Lane: [String: Truth]] = [:]
  /// In both lanes.
  private(set) var outcomes: [String: String] = [:]
  /// With recalled facts trusted: one lane.
  private(set) var standings: [String: ReferenceStanding] = [:]
  /// The lists that a requirement reads as empty when they are left out.
  private(set) var empty: [String: Set<String>] = [:]

  init(_ made: Case) throws {
    let question = try made.question()
    let grounding = Production.grounding(question)
    let evaluations = Lane.allCases.map { ($0, Evaluation(grounding.circuit, lane: $0)) }
    for requirement in grounding.requirements {
      let key = ReferenceKey(
        rule: requirement.rule.id, requirement: requirement.requirement.id,
        subject: ReferenceSubject(requirement.subject, of: requirement.rule)
      ).text(question.program)
      empty[key] = requirement.requirement.emptyWhenOmitted
      for (lane, evaluation) in evaluations { truths[lane, default: [:]][key] = evaluation[requirement.holds] }
    }
    for (key, outcome) in Production(question, trustsRecalled: false, on: grounding).outcomes {
      outcomes[key.text(question.program)] = outcome
    }
    for (cell, byPayer) in Production(question, trustsRecalled: true, on: grounding).cells {
      for (payer, standing) in byPayer {
        let name = payer.map { question.program[$0].label } ?? "lawful"
        standings["\(cell.text(question.program)) \(name)"] = standing
      }
    }
  }
}
