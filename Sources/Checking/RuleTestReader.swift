import Diagnostics
import Documents
import Law
import Rules

/// Reads the test file of a rule.
///
/// `program` and `law` at the top are what all cases start from; a case changes them by `with` and `law`, and drops the
/// law of the top by `law: null`.
struct RuleTestReader {
  let rules: Rulebook
  let problems: Problems

  func read(_ node: Node) -> RuleTestFile? {
    guard let fields = Fields(node, TestShapes.file, problems: problems) else { return nil }
    let ids = rules.rules.map(\.id)
    let rule = fields.required("tests")?.word("rule", of: ids, problems: problems)
    let base = Base(
      day: fields.required("as_of")?.day("`as_of`", problems: problems), program: fields.required("program"),
      law: fields["law"], usesCodedLaw: fields["coded_law"]?.boolean("`coded_law`", problems: problems) ?? false)
    let cases = fields.required("cases")?.list(of: "cases", problems: problems) ?? []
    guard let rule, let known = rules.rule(rule) else { return nil }
    let reasons = ReasonReader(rules: rules, rule: known, problems: problems)
    return RuleTestFile(
      rule: rule, cases: cases.compactMap { self.case($0, base, of: known) },
      notCovered: reasons.notCovered(fields["not_covered"]), notNoticed: reasons.notNoticed(fields["not_noticed"]))
  }

  private struct Base {
    let day: Day?
    let program: Node?
    let law: Node?
    let usesCodedLaw: Bool
  }

  // MARK: Cases

  private func `case`(_ node: Node, _ base: Base, of rule: Rule) -> RuleTestCase? {
    guard let fields = Fields(node, TestShapes.each, problems: problems) else { return nil }
    let name = fields.required("name")?.text("what the case shows", problems: problems)
    let from = fields["as_of"]?.day("`as_of`", problems: problems) ?? base.day
    let to = fields["to"]?.day("`to`", problems: problems)
    let usesCodedLaw = fields["coded_law"]?.boolean("`coded_law`", problems: problems) ?? base.usesCodedLaw
    let expectations = fields.required("expect").map { self.expectations($0, of: rule) } ?? []
    guard let name, let from, let program = base.program else { return nil }
    var law = base.law
    if let changes = fields["law"] { law = changes.isNull ? nil : law?.withLaw(changes) ?? changes }
    let changed = fields["with"].map { program.patched(with: $0, problems: problems) } ?? program
    return RuleTestCase(
      name: name, range: node.range, program: changed,
      law: law.map { TestLawReader(codebook: rules.codebook, problems: problems).read($0) } ?? [:],
      usesCodedLaw: usesCodedLaw, from: from, to: to ?? from, expectations: expectations)
  }

  // MARK: Expectations

  private func expectations(_ node: Node, of rule: Rule) -> [RuleTestExpectation] {
    let entries = node.mapping(expecting: "outcomes by requirement", problems: problems) ?? []
    if entries.isEmpty { problems.error("no-expectation", at: node.range, "a case that expects nothing can't fail") }
    let known = rule.requirements.map(\.id)
    return entries.flatMap { entry -> [RuleTestExpectation] in
      guard known.contains(entry.key) else {
        problems.report(
          .unknownWord(
            entry.key, at: entry.keyRange, id: "unknown-requirement", kind: "requirement of \(rule.id)", allowed: known)
        )
        return []
      }
      if case .sequence(let elements) = entry.value.content {
        return elements.compactMap { expectation($0, entry.key) }
      }
      return expectation(entry.value, entry.key).map { [$0] } ?? []
    }
  }

  /// An outcome alone, or with the subject, the message or the alternative that it must have.
  private func expectation(_ node: Node, _ requirement: String) -> RuleTestExpectation? {
    if node.scalar != nil {
      return outcome(node).map {
        RuleTestExpectation(
          requirement: requirement, subject: nil, outcome: $0, message: nil, alternative: nil, range: node.range)
      }
    }
    guard let fields = Fields(node, TestShapes.expectation, problems: problems),
      let outcome = fields.required("is").flatMap(outcome)
    else { return nil }
    return RuleTestExpectation(
      requirement: requirement, subject: fields["of"]?.text("a subject", problems: problems), outcome: outcome,
      message: fields["message"]?.text("a message", problems: problems),
      alternative: fields["since"]?.text("a named alternative", problems: problems), range: node.range)
  }

  private func outcome(_ node: Node) -> String? {
    let pathways = rules.pathways.keys.sorted().map { "met by \($0)" }
    let words = ["met", "gap", "unknown", "unverified", "conditional", "not_applicable"]
    return node.word("outcome", of: words + pathways, problems: problems)
  }
}

extension Node {
  /// Law with changes laid over it: an answer that a case states replaces the whole answer of that jurisdiction to
  /// that question, since a value merged with another's dates or basis would be neither.
  fileprivate func withLaw(_ changes: Node) -> Node {
    merged(with: changes) { answers, changed in answers.merged(with: changed) { _, answer in answer } }
  }

  /// A mapping with the entries of another; `null` takes a key away, `join` decides where both have one.
  private func merged(with changes: Node, join: (Node, Node) -> Node) -> Node {
    guard case .mapping(let entries) = content, case .mapping(let changed) = changes.content else { return changes }
    var result = entries
    for change in changed {
      guard let place = result.firstIndex(where: { $0.key == change.key }) else {
        if !change.value.isNull { result.append(change) }
        continue
      }
      if change.value.isNull {
        result.remove(at: place)
      } else {
        result[place] = Entry(change.key, at: change.keyRange, join(result[place].value, change.value))
      }
    }
    return Node(.mapping(result), at: range)
  }
}
