import CEL
import Diagnostics
import Documents

/// Reads rules and pathways, typing every expression against what its concern may see.
struct RuleReader {
  /// What each concern may see.
  let environments: [Concern: Environment]
  let problems: Problems

  func rule(_ node: Node) -> Rule? {
    guard let fields = Fields(node, RuleShapes.rule, problems: problems) else { return nil }
    let id = fields.required("rule").flatMap { identifier($0) }
    let title = fields.required("title")?.text("a sentence", problems: problems)
    let concern: Concern? = word(fields.required("concerns"), "subject")
    let barrier: Barrier? = word(fields.required("barrier"), "barrier")
    let consequence: Consequence? = word(fields.required("consequence"), "consequence")
    let cite = citations(fields["cite"])
    guard let id, let title, let concern, let barrier, let consequence, let environment = environments[concern]
    else { return nil }
    let applies = fields.required("applies").flatMap { formula($0, environment, concern) }
    let each = fields["each"].flatMap { self.each($0, environment, concern) }
    let exception = ExceptionReader(problems: problems).read(fields)
    let inner = each.map { environment.with($0.name, $0.element) } ?? environment
    let requirements = requirements(fields.required("requires"), inner, concern)
    guard let applies, !requirements.isEmpty || exception != nil else { return nil }
    return Rule(
      id: id, title: title, concern: concern, barrier: barrier, consequence: consequence, applies: applies,
      each: each.map { ($0.name, $0.records) }, exception: exception, requirements: requirements, cite: cite,
      range: node.range)
  }

  /// `each: {r: law.supervision.ratios}`: the name of one record, and the list of them.
  private func each(
    _ node: Node, _ environment: Environment, _ concern: Concern
  ) -> (name: String, records: Formula, element: Type)? {
    let entries = node.mapping(expecting: "a name and a list of records", problems: problems) ?? []
    guard entries.count == 1, let entry = entries.first else {
      node.mismatch("one name with a list of records, as in `{r: law.supervision.ratios}`", problems)
      return nil
    }
    guard let records = Formula(entry.value, in: environment, expecting: nil, problems: problems) else { return nil }
    guard case .list(let element) = records.checked.type else {
      problems.error("wrong-type", at: entry.value.range, "expected a list, found \(records.checked.type)")
      return nil
    }
    return (entry.key, records, element)
  }

  func pathway(_ node: Node) -> Pathway? {
    guard let fields = Fields(node, RuleShapes.pathway, problems: problems) else { return nil }
    let id = fields.required("pathway").flatMap { identifier($0) }
    let title = fields.required("title")?.text("a few words", problems: problems)
    let concern: Concern? = word(fields.required("concerns"), "subject")
    let kind = fields.required("kind")?.word("kind of pathway", of: Pathway.kinds, problems: problems)
    let cures = fields.required("cures")?.list(of: "consequences", problems: problems) ?? []
    let effort = fields.required("effort").flatMap(effort)
    let cite = citations(fields.required("cite"))
    guard let id, let title, let concern, let kind, let effort, let environment = environments[concern]
    else { return nil }
    let chosen = fields.required("chosen").flatMap { formula($0, environment, concern) }
    let available = fields.required("available").flatMap { formula($0, environment, concern) }
    let requirements = requirements(fields["requires"], environment, concern)
    let consequences = cures.compactMap { word($0, "consequence") as Consequence? }
    if consequences.contains(.unlawful), !Pathway.kindsThatMakeLawful.contains(kind) {
      problems.error(
        "cures", at: fields["cures"]?.range,
        "a \(kind) pathway can't make lawful what is unlawful",
        notes: [.init("only \(Pathway.kindsThatMakeLawful.joined(separator: ", ")) can")])
    }
    guard let chosen, let available else { return nil }
    return Pathway(
      id: id, title: title, concern: concern, kind: kind, cures: consequences, chosen: chosen, available: available,
      requirements: requirements, effort: effort, cite: cite, range: node.range)
  }

  // MARK: Requirements

  private func requirements(_ node: Node?, _ environment: Environment, _ concern: Concern) -> [Requirement] {
    var seen: [String: SourceRange] = [:]
    return (node?.list(of: "requirements", problems: problems) ?? []).compactMap { node in
      guard let requirement = requirement(node, environment, concern) else { return nil }
      if let first = seen.updateValue(requirement.range, forKey: requirement.id) {
        problems.error(
          "duplicate-id", at: requirement.range, "the requirement `\(requirement.id)` is given twice",
          notes: [.init("first given here", at: first)])
      }
      return requirement
    }
  }

  private func requirement(_ node: Node, _ environment: Environment, _ concern: Concern) -> Requirement? {
    guard let fields = Fields(node, RuleShapes.requirement, problems: problems) else { return nil }
    let id = fields.required("id").flatMap { identifier($0) }
    let when = fields["when"].flatMap { formula($0, environment, concern) }
    let otherwise = fields.required("otherwise").flatMap { Template($0, in: environment, problems: problems) }
    let pathways = (fields["pathways"]?.list(of: "ids of pathways", problems: problems) ?? []).compactMap {
      $0.text("the id of a pathway", problems: problems)
    }
    let (join, alternatives) = alternatives(fields, environment, concern)
    guard let id, let otherwise, !alternatives.isEmpty else { return nil }
    return Requirement(
      id: id, when: when, join: join, alternatives: alternatives, otherwise: otherwise, pathways: pathways,
      emptyWhenOmitted: [], range: node.range)
  }

  private func alternatives(
    _ fields: Fields, _ environment: Environment, _ concern: Concern
  ) -> (Requirement.Join, [Requirement.Alternative]) {
    let given = ["that", "any", "all"].filter { fields[$0] != nil }
    guard given.count == 1, let join = Requirement.Join(rawValue: given[0]), let node = fields[given[0]] else {
      problems.error("requirement", at: fields.range, "a requirement has one of `that`, `any` and `all`")
      return (.that, [])
    }
    if join == .that {
      return (join, formula(node, environment, concern).map { [.init(name: "", formula: $0)] } ?? [])
    }
    let entries = node.mapping(expecting: "named alternatives", problems: problems) ?? []
    return (
      join,
      entries.compactMap { entry in
        formula(entry.value, environment, concern).map { .init(name: entry.key, formula: $0) }
      }
    )
  }

  private func formula(_ node: Node, _ environment: Environment, _ concern: Concern) -> Formula? {
    guard let formula = Formula(node, in: environment, problems: problems) else { return nil }
    if [.coverage, .claim, .payer, .contract].contains(concern) { checkRegulator(formula, node) }
    return formula
  }

  /// What a payer pays goes by the law of its regulator, not by that of the place where the patient is.
  private func checkRegulator(_ formula: Formula, _ node: Node) {
    guard let embedded = EmbeddedText(node) else { return }
    formula.expression.forEach { expression in
      guard case .select(let operand, let field) = expression.kind, ["medicaid", "cred", "wc"].contains(field),
        formula.checked.types[operand.id] == Types.law, case .identifier("law") = operand.kind
      else { return }
      problems.error(
        "payer-law", at: embedded.fileRange(of: expression.offsets),
        "`law.\(field)` is the law of the place; what a payer must do goes by the law that regulates it",
        solutions: [.init("write `regulator.\(field)`", replacement: "regulator.\(field)")])
    }
  }

  // MARK: Scalars

  private func identifier(_ node: Node) -> String? {
    guard let text = node.text("an id", problems: problems) else { return nil }
    let isKebab = text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    if isKebab, !text.hasPrefix("-"), !text.hasSuffix("-") { return text }
    problems.error("invalid-id", at: node.range, "an id is written in kebab-case, found `\(text)`")
    return nil
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ node: Node?, _ kind: String) -> Word?
  where Word.RawValue == String {
    node?.word(kind, of: Word.allCases.map(\.rawValue), problems: problems).flatMap(Word.init(rawValue:))
  }

  private func citations(_ node: Node?) -> [String] {
    (node?.list(of: "citations", problems: problems) ?? []).compactMap { $0.text("a citation", problems: problems) }
  }

  private func effort(_ node: Node) -> Effort? {
    guard let fields = Fields(node, RuleShapes.effort, problems: problems) else { return nil }
    _ = fields.required("basis")?.word("basis of an effort", of: ["planning assumption"], problems: problems)
    let weeks = fields.required("weeks")?.integer("`weeks`", problems: problems)
    let cost = fields.required("cost_usd")?.integer("`cost_usd`", problems: problems)
    guard let weeks, let cost else { return nil }
    return Effort(weeks: weeks, costUSD: cost)
  }
}

extension Pathway {
  /// The kinds of pathways.
  static let kinds = [
    "waiver", "managed_care_contract", "payment_model", "linked_visit", "grant", "federal", "mandate", "licensure",
    "compact", "credentialing", "validation", "supervision", "staffing", "billing",
  ]
  /// Those that can make lawful what is not.
  static let kindsThatMakeLawful = ["licensure", "compact", "supervision", "staffing", "federal"]
}

extension Expression {
  /// Visits this node and all below it.
  func forEach(_ visit: (Expression) -> Void) {
    visit(self)
    for child in children { child.forEach(visit) }
  }
}

extension Environment {
  /// With one more variable.
  func with(_ name: String, _ type: Type) -> Environment {
    var copy = self
    copy.variables[name] = type
    return copy
  }
}
