import Documents
import Law
import Programs
import Rules

@testable import Circuits

/// One site in North Carolina, one nurse practitioner, one service, and the one rule and fact that a test is about.
enum SmallClinic {
  private static let vocabulary = [
    "rules/vocabulary/profession.yaml":
      "vocabulary: profession\nwords: {nurse_practitioner: {title: nurse practitioner}, physician: {title: physician}}\n",
    "rules/vocabulary/service.yaml": "vocabulary: service\nwords: {acupuncture: {title: acupuncture}}\n",
    "rules/vocabulary/modality.yaml":
      "vocabulary: modality\nwords: {in_person: {title: in person}, video: {title: video}, audio_only: {title: audio}}\n",
    "rules/vocabulary/agreement_kind.yaml": "vocabulary: agreement_kind\nwords: {supervision: {title: supervision}}\n",
    "rules/vocabulary/setting.yaml":
      "vocabulary: setting\nwords: {office: {title: office}, hospital_outpatient: {title: hospital}}\n",
    "rules/vocabulary/payer_kind.yaml": "vocabulary: payer_kind\nwords: {medicaid_ffs: {title: Medicaid}}\n",
    "rules/definitions.yaml": "{}\n",
  ]

  private static func program(_ more: String) -> String {
    """
    program: small
    sites: [{id: clinic, state: NC}]
    staff: [{id: np1, profession: nurse_practitioner}]
    services: [{id: needles, service: acupuncture, staff: {any: [np1]}, \(more)}]
    agreements: [{kind: supervision, of: np1, with: np1, signed: 2026-03-10}]

    """
  }

  /// Unrolls `formula`, asked of a delivery, under a question of the codebook called `made.fact` and a fact for it.
  static func truth(of formula: String, question: String, fact: String, on day: Day) throws -> Truth {
    let grounding = try grounding(formula, question: question, fact: fact, on: day)
    return Evaluation(grounding.circuit, lane: .all)[grounding.requirements[0].holds]
  }

  /// The formula unrolled, asked of a subject of a concern, with `more` said of the service. The fact's source is
  /// called `text`, or `memory` where it is recalled. Another program may stand in for the clinic.
  static func grounding(
    _ formula: String, question: String, fact: String, concern: String = "delivery", more: String = "at: [clinic]",
    exception: String? = nil, each: String? = nil, pathway: String? = nil, in other: String? = nil,
    on day: Day
  ) throws -> Grounding {
    let rule = """
      rule: made
      title: made
      concerns: \(concern)
      barrier: regulation
      consequence: unlawful
      applies: "true"\(each.map { "\neach: \($0)" } ?? "")
      requires: [{id: only, that: "\(formula)", otherwise: made\(pathway == nil ? "" : ", pathways: [way]")}]

      """
    var texts = vocabulary
    // An exception for all that the rule concerns, in the reach that is given.
    if let exception {
      texts["rules/scope/other.yaml"] = rule.replacing(
        "rule: made", with: "rule: other\nexcepts: made\nin: \(exception)")
    }
    // A pathway that is open and taken, with what it asks.
    if let pathway {
      texts["rules/pathways/way.yaml"] = """
        pathway: way
        title: made
        concerns: \(concern)
        kind: licensure
        cures: [unlawful]
        chosen: "true"
        available: "true"
        requires: [{id: asked, that: "\(pathway)", otherwise: made}]
        effort: {weeks: 1, cost_usd: 1, basis: planning assumption}
        cite: [made]

        """
    }
    let folder = FileTree.memory(
      texts.merging([
        "rules/codebook.yaml": "made.fact: {question: made?, level: state, \(question)}\n",
        "rules/scope/made.yaml": rule, "program.yaml": other ?? program(more),
        "states/nc.yaml": """
        jurisdiction: NC
        name: North Carolina
        sources:
          text: {title: made, url: "https://example.org", read: 2026-01-01, basis: primary}
          memory: {title: made, as_of: 2026-01-01, basis: recalled}
        facts: {made.fact: [\(fact)]}

        """,
      ]) { $1 })
    let rules = try Rulebook.load(from: folder)
    let law = try LawBook.load(codes: ["NC"], from: folder, codebook: rules.codebook)
    return Grounding(
      try Program(folder.document("program.yaml"), vocabulary: rules.vocabulary), rules: rules, law: law,
      conditions: try rules.conditions(of: law), on: day)
  }
}
