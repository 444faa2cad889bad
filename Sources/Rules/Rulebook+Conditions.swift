import CEL
import Diagnostics
import Documents
import Law

extension Rulebook {
  /// The conditions that stand in coded law, typed: a condition in a fact is a formula like any other.
  ///
  /// The subject of a `condition` key is declared in the codebook; an `except` is read by whatever rule reads the
  /// fact, so its condition may use what a delivery or a coverage sees, whichever types it.
  /// - Throws: `Rejection` with every condition that does not type.
  public func conditions(of law: LawBook) throws(Rejection) -> [Condition: Formula] {
    let problems = Problems()
    var known: [Condition: Formula] = [:]
    for jurisdiction in law.jurisdictions.values.sorted(by: { $0.code < $1.code }) {
      for (key, values) in jurisdiction.facts.sorted(by: { $0.key < $1.key }) {
        for value in values {
          for condition in value.conditions { type(condition, of: key, into: &known, problems) }
        }
      }
    }
    try problems.check()
    return known
  }

  private func type(
    _ condition: Condition, of key: String, into known: inout [Condition: Formula], _ problems: Problems
  ) {
    guard known[condition] == nil else { return }
    var failure: Rejection?
    for concern in concerns(of: key) {
      let environment = scope.environment(for: concern, definitions: definitions)
      do throws(Rejection) {
        known[condition] = try Formula(condition.expression, in: condition.embedded.text, environment)
        return
      } catch {
        failure = failure ?? condition.embedded.relocate(error)
      }
    }
    failure?.diagnostics.forEach(problems.report)
  }

  private func concerns(of key: String) -> [Concern] {
    if case .condition(let over)? = codebook.questions[key]?.type, let concern = Concern(rawValue: over) {
      return [concern]
    }
    return [.delivery, .coverage, .claim]
  }
}

extension DatedValue {
  /// The conditions in its value, in its exceptions and in what contests it.
  public var conditions: [Condition] {
    let values = [value] + exceptions.map(\.value) + (contested.map { [$0.value] } ?? [])
    return exceptions.map(\.when)
      + values.compactMap { if case .condition(let condition) = $0 { condition } else { nil } }
  }
}
