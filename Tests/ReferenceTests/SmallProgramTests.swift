import Documents
import Law
import Programs
import Rules
import TestSupport
import Testing

/// Each shipped rule over every small program: with at most two elements a list, and values also left out.
@Suite struct SmallProgramTests {
  private static let limit = 100
  /// The subjects that are made of papers, of which more is possible.
  private static let papers: [Concern] = [.supervision, .payer, .contract, .credentialing]

  @Test func productionAndReferenceAgreeOnEachShippedRuleOverSmallPrograms() throws {
    let data = try DataFolder.shared.get()
    var counts: [String: Int] = [:]
    var kinds: [String: Set<String>] = [:]
    var kindsOfPapers: [Concern: Set<String>] = [:]
    // Law is read by the codebook and the definitions, which are the same beside every rule.
    let laws = try self.laws(Rulebook.load(from: .memory(data.texts)))
    for path in data.rulePaths {
      let rules = try Rulebook.load(from: .memory(data.onlyRule(path)))
      let rule = try #require(rules.rules.first { $0.exception != nil } ?? rules.rules.first)
      let name = rule.id
      let isOfPapers = Self.papers.contains(rule.concern)
      for (number, tree) in SmallPrograms(rules).programs(limit: Self.limit * (isOfPapers ? 3 : 1)).enumerated() {
        let day = try #require(Day(number % 4 == 3 ? "2019-07-15" : "2026-11-24"))
        let program = try Program(document(tree.document), vocabulary: rules.vocabulary)
        for choice in [0, 1 + number % (laws.count - 1)] {
          let question = Reference.Question(
            program: program, rules: rules, law: laws[choice].0, conditions: laws[choice].1, day: day, asKnownOn: nil)
          let reference = ReferenceCheck(question, trustsRecalled: false)
          let lines = Disagreements(Production(question, trustsRecalled: false), reference, program).lines
          #expect(
            lines.isEmpty,
            "\(name), program \(number), law \(choice):\n\(tree.document)\(lines.joined(separator: "\n"))")
          kinds[name, default: []].formUnion(reference.outcomes.values)
          if isOfPapers { kindsOfPapers[rule.concern, default: []].formUnion(reference.outcomes.values) }
        }
        counts[name, default: 0] += 1
      }
    }
    #expect(counts.count == data.rulePaths.count)
    #expect(counts.values.reduce(0, +) >= 3000)
    // Whether each rule can come to each outcome is for the tests beside the rules to show.
    let lively = kinds.values.filter { $0.contains("gap") && $0.contains("met") && $0.contains("unknown") }
    #expect(lively.count * 2 > kinds.count)
    for concern in Self.papers {
      let kinds = kindsOfPapers[concern, default: []]
      #expect(kinds.isSuperset(of: ["gap", "met", "unknown", "not_applicable"]), "\(concern): \(kinds.sorted())")
    }
  }

  /// The shipped law, and some by chance, so that each rule meets each answer.
  private func laws(_ rules: Rulebook) throws -> [(LawBook, [Condition: Formula])] {
    let shipped = try LawBook.load(codes: Cases.codes, from: Repository.data, codebook: rules.codebook)
    var made = [shipped]
    for seed in 0..<8 {
      var generator = Generator(seed: UInt64(seed), try DataFolder.shared.get())
      let texts = Cases.codes.map { ("states/\($0.lowercased()).yaml", generator.law($0).document) }
      made.append(
        try LawBook.load(
          codes: Cases.codes, from: .memory(Dictionary(uniqueKeysWithValues: texts)), codebook: rules.codebook))
    }
    return try made.map { ($0, try rules.conditions(of: $0)) }
  }
}
