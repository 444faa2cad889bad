import Documents
import Testing

@testable import Checking

/// A check over a period says of each day what the reference says of that day alone (S5).
@Suite struct PeriodAgreementTests {
  private static let count = 30

  @Test func eachDayOfAPeriodHasTheOutcomeOfThatDay() throws {
    let first = try #require(Day("2025-06-15"))
    let last = try #require(Day("2026-03-15"))
    var cases = Cases(try DataFolder.shared.get(), seed: 20_200_121)
    var turns = 0
    for number in 0..<Self.count {
      let made = try cases.make(number)
      let question = try made.question()
      let check = Check(
        question.program, rules: question.rules, law: question.law, conditions: question.conditions,
        options: .init(from: first, to: last, asKnownOn: made.asKnownOn))
      let rules = Dictionary(uniqueKeysWithValues: question.rules.rules.map { ($0.id, $0) })
      var generator = cases.generator(number)
      for day in days(from: first, to: last, &generator) {
        var today = question
        today.day = day
        let reference = ReferenceCheck(today, trustsRecalled: false)
        let name = "case \(number) of seed \(cases.seed), \(day)"
        for finding in check.findings {
          let key = ReferenceKey(
            rule: finding.rule, requirement: finding.requirement,
            subject: ReferenceSubject(finding.subject, of: rules[finding.rule]))
          let outcome = finding.runs.first { $0.from <= day && day < $0.to }?.outcome.word
          // On some days a law has fewer records than on others.
          let expected = reference.outcomes[key] ?? (key.subject.record == nil ? nil : "not_applicable")
          #expect(outcome == expected, "\(name): \(key.text(question.program))")
        }
        for cell in check.cells {
          let encounter = ReferenceSubject(cell.encounter)
          let standing = reference.cells[encounter]?.values.map(\.rawValue).max() ?? 0
          #expect(ReferenceStanding(cell.standing).rawValue >= standing, "\(name): \(encounter.text(question.program))")
        }
      }
      turns += check.findings.map { $0.runs.count - 1 }.reduce(0, +)
    }
    #expect(turns > 100)
  }

  /// Days about those on which most things change, and some by chance.
  private func days(from first: Day, to last: Day, _ generator: inout Generator) -> [Day] {
    let meeting = Generator.days.flatMap { [$0 - 1, $0, $0 + 1] }
    let others = (0..<6).map { _ in generator.number(first.number...last.number) }
    return Set(meeting + others).filter { (first.number...last.number).contains($0) }.sorted().map { Day(number: $0) }
  }
}
