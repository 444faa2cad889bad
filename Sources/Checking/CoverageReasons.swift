import Diagnostics
import Documents
import Rules

/// Reads what test files say of what they can't cover or notice.
struct ReasonReader {
  let rules: Rulebook
  /// The rule that the file tests.
  let rule: Rule
  let problems: Problems

  // MARK: Coverage

  /// `not_covered`: what no case can show, each with its reason.
  func notCovered(_ node: Node?) -> [CoverageReason] {
    (node?.list(of: "what is not covered", problems: problems) ?? []).compactMap(coverage)
  }

  private func coverage(_ node: Node) -> CoverageReason? {
    guard let fields = Fields(node, TestShapes.notCovered, problems: problems),
      let because = fields.required("because")?.text("a reason", problems: problems), let item = item(fields)
    else { return nil }
    return CoverageReason(item: item, because: because, range: node.range)
  }

  private func item(_ fields: Fields) -> CoverageItem? {
    if let exception = fields["exception"] {
      let known = rules.rules.filter { $0.exception != nil }.map(\.id)
      return exception.word("exception", of: known, problems: problems).map { .exception(rule: $0) }
    }
    guard let (owner, requirements) = owner(fields) else { return nil }
    guard let node = fields["requirement"] else { return whole(owner, fields) }
    guard let id = node.word("requirement", of: requirements.map(\.id), problems: problems) else { return nil }
    let place = CoverageItem.Place(owner: owner, requirement: id)
    if let alternative = fields["alternative"] {
      let names = requirements.first { $0.id == id }?.alternatives.map(\.name) ?? []
      return alternative.word("alternative", of: names, problems: problems).map { .alternative(place, name: $0) }
    }
    let outcomes = CoverageItem.Outcome.allCases.map(\.rawValue)
    return fields.required("outcome")?.word("outcome", of: outcomes, problems: problems)
      .flatMap(CoverageItem.Outcome.init(rawValue:)).map { .outcome(place, $0) }
  }

  /// A pathway that is taken and is met, or a gap.
  private func whole(_ pathway: String, _ fields: Fields) -> CoverageItem? {
    guard fields["pathway"] != nil else {
      _ = fields.required("requirement")
      return nil
    }
    return fields.required("outcome")?.word("outcome", of: ["met", "gap"], problems: problems)
      .map { .pathway(pathway, succeeds: $0 == "met") }
  }

  private func owner(_ fields: Fields) -> (id: String, requirements: [Requirement])? {
    guard let node = fields["pathway"] else { return (rule.id, rule.requirements) }
    return pathway(node).map { ($0.id, $0.requirements) }
  }

  private func pathway(_ node: Node) -> Pathway? {
    let known = Set(rule.requirements.flatMap(\.pathways)).sorted()
    return node.word("pathway", of: known, problems: problems).flatMap { rules.pathways[$0] }
  }

  // MARK: Mutation

  /// `not_noticed`: mutants that no case can tell from the original, each with its reason.
  func notNoticed(_ node: Node?) -> [MutationReason] {
    (node?.list(of: "mutants that are not noticed", problems: problems) ?? []).compactMap(mutation)
  }

  private func mutation(_ node: Node) -> MutationReason? {
    guard let fields = Fields(node, TestShapes.notNoticed, problems: problems),
      let was = fields.required("was")?.text("the text that is altered", problems: problems),
      let becomes = fields.required("becomes")?.text("what stands in its place", problems: problems),
      let because = fields.required("because")?.text("a reason", problems: problems), let owner = mutated(fields)
    else { return nil }
    let part = fields["part"]?.text("a part", problems: problems)
    return MutationReason(owner: owner, part: part, was: was, becomes: becomes, because: because, range: node.range)
  }

  private func mutated(_ fields: Fields) -> Mutant.Owner? {
    if let node = fields["pathway"] { return pathway(node).map { .pathway($0.id) } }
    guard let node = fields["definition"] else { return .rule(rule.id) }
    let known = rules.definitions.keys.sorted()
    return node.word("definition", of: known, problems: problems).map { .definition($0) }
  }
}
