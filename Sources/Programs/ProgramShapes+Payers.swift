extension ProgramShapes {
  /// Who pays and by which contract.
  static let payers = [
    Shape(
      "payer", "a payer",
      [
        Field("id", .identifier, .required),
        Field("name", .text, .unknown),
        Field("kind", .word("payer_kind"), .required),
        Field("state", .state, .unknown, "Which state runs or regulates {}?"),
        Field("standards", .list(.word("accreditor")), .unknown, "Whose standards does {} follow?"),
        Field("covers", .list(.word("service")), .unknown, "Which services does {} pay for by its own policy?"),
        Field("terms", .record("terms"), .unknown),
      ]),
    Shape(
      "terms", "the terms of a payer",
      [
        Field(
          "prior_authorization_for", .list(.word("service")), .unknown,
          "For which services does the payer ask for prior authorization?"),
        Field(
          "referral_for", .list(.word("service")), .unknown, "For which services does the payer ask for a referral?"),
        Field("credentials", .list(.word("profession")), .unknown, "Which professions does the payer credential?"),
        Field("visits", .integer(0...1000), .unknown, "How many visits a year does the payer pay?"),
      ]),
    Shape(
      "contract", "a contract",
      [
        Field("id", .identifier, .required),
        Field("payer", .reference("payer"), .required),
        Field("kind", .word("contract_kind"), .required),
        Field("covers", .list(.word("service")), .empty),
        Field("paid_to", .word("paid_to"), .unknown, "To whom does {} pay: the facility, the group, a vendor?"),
        Field("signed", .date, .never),
        Field("from", .date, .never),
        Field("ends", .date, .never),
        Field("members_cap", .integer(0...1_000_000), .unknown, "For how many members is {}?"),
        Field("members", .integer(0...1_000_000), .unknown, "How many members does {} serve?"),
        Field("eligible_conditions", .list(.word("condition")), .unknown, "For which conditions is {}?"),
        Field("required_first", .list(.word("service")), .unknown, "What must a member try before {}?"),
        Field("approved_by_state", .bool, .unknown, "Has the state approved {}?"),
        Field("approved_by_cms", .bool, .unknown, "Has CMS approved what {} rests on?"),
        Field("voluntary", .bool, .unknown, "May members decline what {} offers and keep the state plan service?"),
        Field("cost_effective", .bool, .unknown, "Has the state found {} cost effective and medically appropriate?"),
        Field("in_rates", .bool, .unknown, "Is {} paid out of the plan's own margin, or in its rates?"),
        Field("delegates_credentialing", .bool, .unknown, "Does {} delegate credentialing?"),
        Field("predelegation_audit", .date, .never),
        Field("annual_audit", .date, .never),
      ]),
  ]
}
