import Diagnostics
import Documents
import Rules
import TestSupport
import Testing

/// A small data folder in memory: two keys of law, three vocabularies, and one rule to be exchanged.
struct SmallFolder {
  var codebook = """
    np.physician_agreement:
      question: Must a nurse practitioner have an agreement?
      level: state
      type: enum
      values: {required: always, none: never}
    np.max_per_physician:
      question: How many?
      level: state
      type: cap
    medicaid.acupuncture:
      question: Does Medicaid pay?
      level: state
      type: enum
      values: {covered: paid, not_covered: not paid}
    """
  var rule = SmallFolder.rule()
  var pathway: String?
  var definitions = "{}"

  static func rule(
    concerns: String = "delivery", applies: String = "\"true\"", that: String = "law.np.physician_agreement == 'none'",
    consequence: String = "unlawful", rest: String = ""
  ) -> String {
    """
    rule: r
    title: A rule
    concerns: \(concerns)
    barrier: regulation
    consequence: \(consequence)
    applies: \(applies)
    requires:
      - id: one
        that: \(that)
        otherwise: "not so"
    \(rest)
    """
  }

  var tree: FileTree {
    var texts = [
      "rules/codebook.yaml": codebook, "rules/definitions.yaml": definitions, "rules/scope/r.yaml": rule,
    ]
    for path in Repository.files(below: "rules/vocabulary", ending: ".yaml") {
      texts[path] = (try? Repository.text(path))?.replacing(
        /, (compact|scope|medicare_benefit|medicaid): [a-z_.]+/, with: "")
    }
    if let pathway { texts["rules/pathways/p.yaml"] = pathway }
    return .memory(texts)
  }

  func messages() -> [String] {
    let tree = tree
    return rejection { _ = try Rulebook.load(from: tree) }.map { "\($0.range?.place ?? "-"): \($0.line)" }
  }
}

@Suite struct RuleLoadingTests {
  private func messages(_ that: String, concerns: String = "delivery") -> [String] {
    var folder = SmallFolder()
    folder.rule = SmallFolder.rule(concerns: concerns, that: that)
    return folder.messages()
  }

  @Test func loadsARule() throws {
    let rules = try Rulebook.load(from: SmallFolder().tree)
    #expect(rules.rules.map(\.id) == ["r"])
    #expect(rules.rules[0].keys == ["np.physician_agreement"])
  }

  @Test(arguments: [
    (
      "law.np.physician_agreement == 'requird'",
      "unknown-word: `requird` is no value of np.physician_agreement; help: write `required`", 41
    ),
    (
      "law.np.phisician_agreement == 'none'",
      "unknown-field: `phisician_agreement` is no field of law.np.*; help: write `physician_agreement`", 18
    ),
    (
      "practitoner.profession == 'physician'", "unknown-name: `practitoner` is no variable; help: write `practitioner`",
      11
    ),
    ("practitioner.fte == 'much'", "no-overload: `==` does not take (int, string); note: it takes (A, A)", 11),
    ("practitioner.profession", "wrong-type: expected bool, found profession", 11),
    ("size(program.staff) / 2 > 1", "outside-profile: division can fail; help: multiply the other side instead", 11),
    (
      "has(practitioner.fte)",
      "outside-profile: `has` is not monotone: learning a value could turn an answer around; help: name the field alone; "
        + "what silence means is declared with the field", 11
    ),
    (
      "practitioner.profession.startsWith('phys')",
      "outside-profile: `startsWith` looks into text, and text is shown, never computed with; help: use a key with listed "
        + "values", 11
    ),
    (
      "program.staff[0] == practitioner", "outside-profile: an index can fail; help: write `list.exists(x, …)`", 11
    ),
    (
      "law.np.max_per_physician > 3",
      "no-overload: `>` does not take (cap, int); note: it takes (date, date), (bool, bool), (int, int), (uint, uint), "
        + "(double, double), (string, string) and 9 more", 11
    ),
    ("'unclosed", "expression-syntax: expected a closing quote", 11),
    ("a &&", "expression-syntax: expected a value, found the end of the expression", 15),
  ])
  func refusesAnExpressionAtItsPlace(that: String, message: String, column: Int) {
    let found = messages(that.contains("'unclosed") ? "\"\(that)\"" : that)
    let shift = that.contains("'unclosed") ? 1 : 0
    #expect(found == ["rules/scope/r.yaml:9:\(column + shift): \(message)"])
  }

  @Test func sendsPayersToTheirRegulator() {
    #expect(
      messages("law.medicaid.acupuncture == 'covered'", concerns: "coverage") == [
        "rules/scope/r.yaml:9:11: payer-law: `law.medicaid` is the law of the place; what a payer must do goes by the law "
          + "that regulates it; help: write `regulator.medicaid`"
      ])
    #expect(messages("regulator.medicaid.acupuncture == 'covered'", concerns: "coverage").isEmpty)
  }

  @Test func refusesAnUnknownPathway() {
    var folder = SmallFolder()
    folder.rule = folder.rule.replacing("otherwise: \"not so\"", with: "otherwise: \"not so\"\n    pathways: [nowhere]")
    #expect(folder.messages() == ["rules/scope/r.yaml:8:5: unknown-pathway: `nowhere` is no pathway"])
  }

  @Test func refusesAPathwayThatCanNotMakeLawful() {
    var folder = SmallFolder()
    folder.pathway = """
      pathway: p
      title: A grant
      concerns: delivery
      kind: grant
      cures: [unlawful]
      chosen: "false"
      available: "true"
      effort: {weeks: 1, cost_usd: 1, basis: planning assumption}
      cite: []
      """
    #expect(
      folder.messages() == [
        "rules/pathways/p.yaml:5:8: cures: a grant pathway can't make lawful what is unlawful; note: only licensure, "
          + "compact, supervision, staffing, federal can"
      ])
  }

  @Test func refusesAnEmptyRule() {
    var folder = SmallFolder()
    folder.rule = ""
    #expect(folder.messages() == ["rules/scope/r.yaml:1:1: empty-file: the file is empty"])
  }

  @Test func refusesAMessageThatSpeaksOfNothing() {
    var folder = SmallFolder()
    folder.rule = folder.rule.replacing("\"not so\"", with: "\"{practitioner} in {plaice}\"")
    #expect(
      folder.messages() == ["rules/scope/r.yaml:10:36: unknown-name: `plaice` is no variable; help: write `place`"])
  }

  @Test func loadsTheShippedRules() throws {
    let rules = try Shipped.rules()
    #expect(rules.rules.count >= 12)
    #expect(rules.pathways.count >= 2)
  }
}
