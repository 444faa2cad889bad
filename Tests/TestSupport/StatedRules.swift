import Documents
import Rules

/// Rules that a test can rely on, over the shipped vocabulary and codebook: what is shipped grows.
public enum StatedRules {
  /// A data folder with a few rules of a first clinic, and the shipped law.
  public static func folder() throws -> FileTree {
    var texts: [String: String] = [
      "rules/definitions.yaml": definitions, "rules/licensure/licence-held.yaml": licence,
      "rules/supervision/np-physician-agreement.yaml": agreement, "rules/scope/scope-of-practice.yaml": scope,
      "rules/credentialing/exclusion-screening.yaml": screening,
      "rules/payment/medicare-benefit.yaml": benefit,
    ]
    let shipped = ["rules/codebook", "rules/vocabulary", "states"].flatMap {
      Repository.files(below: $0, ending: ".yaml")
    }
    for path in shipped { texts[path] = try Repository.text(path) }
    return .memory(texts)
  }

  /// Those rules.
  /// - Throws: `Rejection` when they do not load.
  public static func rules() throws -> Rulebook { try Rulebook.load(from: try folder()) }

  private static let definitions = """
    in_force:
      of: {x: authority, on: date}
      is: x.status == 'active' && x.from <= on && on <= x.ends
    holds:
      of: {p: practitioner, kind: word(authority_kind), s: word(state), on: date}
      is: p.authorities.exists(l, l.kind == kind && l.state == s && in_force(l, on))
    agreed:
      of: {g: program, p: practitioner, other: word(profession), on: date}
      is: g.agreements.exists(a, a.of == p && a.with.profession == other && a.signed <= on && on <= a.ends)

    """

  private static let licence = """
    rule: licence-held
    title: Everyone in a licensed profession may practise in the patient's state
    concerns: practice
    barrier: regulation
    consequence: unlawful
    applies: practitioner.credential == 'licence'
    requires:
      - id: licence
        any:
          a licence of the state is in force: holds(practitioner, 'licence', place.state, on)
          a licence with restrictions may be enough: >-
            practitioner.authorities.exists(l, l.kind == 'licence' && l.state == place.state && l.status == 'restricted'
              && l.from <= on && on <= l.ends)
            && unsettled('what the restrictions of a licence forbid')
        otherwise: "{practitioner} has no licence in force in {place}"

    """

  private static let agreement = """
    rule: np-physician-agreement
    title: A nurse practitioner works under an agreement with a physician where the state asks for one
    concerns: delivery
    barrier: regulation
    consequence: unlawful
    applies: practitioner.profession == 'nurse_practitioner'
    requires:
      - id: agreement
        any:
          no agreement is needed: law.np.physician_agreement == 'none'
          independent after the transition: law.np.physician_agreement == 'transition' && law.np.independent
          an agreement with a physician is in force: agreed(program, practitioner, 'physician', on)
        otherwise: "{practitioner} has no agreement with a physician in force; in {place} one is {law.np.physician_agreement}"

    """

  private static let scope = """
    rule: scope-of-practice
    title: Whoever delivers a service may lawfully do so by profession
    concerns: delivery
    barrier: regulation
    consequence: unlawful
    applies: "true"
    requires:
      - id: scope
        any:
          open to anyone: service.service in law.scope.open_services
          within the practice act: service.service in law[practitioner.scope]
        otherwise: "{service.service} is not within what the law of {place} lets {practitioner} do"

    """

  private static let screening = """
    rule: exclusion-screening
    title: Nobody who is excluded from federal health care programs works for a program that bills them
    concerns: practitioner
    barrier: regulation
    consequence: unpaid
    applies: program.payers.exists(p, p.kind == 'medicare_ffs')
    requires:
      - id: cleared
        that: program.screenings.exists(s, s.list == 'leie' && practitioner in s.of && s.on <= on && s.clear)
        otherwise: "no clear screening of {practitioner} against the OIG exclusion list is stated"

    """

  private static let benefit = """
    rule: medicare-benefit
    title: Medicare pays for a service of a profession that has a benefit for it and is enrolled
    concerns: claim
    barrier: coverage
    consequence: unpaid
    applies: payer.kind == 'medicare_ffs'
    requires:
      - id: benefit
        that: >-
          service.service in federal[practitioner.medicare_benefit]
          && program.enrollments.exists(e, e.of == practitioner && e.program == 'medicare'
            && e.effective <= on && on <= e.ends)
        otherwise: "Medicare does not pay for {service.service} by {practitioner} in their own name"

    """
}
