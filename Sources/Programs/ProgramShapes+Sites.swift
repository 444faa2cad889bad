extension ProgramShapes {
  /// A place of care and what is said of it.
  static let sites = [
    Shape(
      "site", "a site",
      [
        Field("id", .identifier, .required),
        Field("name", .text, .unknown),
        Field("state", .state, .required),
        Field(
          "setting", .word("setting"), .unknown,
          "In what setting does {} work: an office, a hospital outpatient department?"),
        Field("focus", .word("focus"), .unknown, "What is the focus of {}: pain, primary care, other?"),
        Field("owners", .list(.record("owner")), .unknown, "Who owns {}?"),
        Field("operating_since", .date, .unknown, "Since when does {} operate?"),
        Field("tax_status", .word("tax_status"), .unknown, "Is {} for profit, nonprofit or government?"),
        Field("facility_licence", .bool, .unknown, "Does {} hold a licence as a health care facility?"),
        Field("hospital_affiliated", .bool, .unknown, "Is {} part of or owned by a hospital or health system?"),
        Field("advertises_pain", .bool, .unknown, "Does {} advertise pain management?"),
        Field("pain_in_name", .bool, .unknown, "Does the name of {} speak of pain?"),
        Field(
          "controlled_substances", .record("controlled_substances"), .unknown,
          "What does {} prescribe of controlled substances?"),
        Field("medical_director", .reference("practitioner"), .unknown, "Who is the medical director of {}?"),
        Field("registrations", .list(.record("registration")), .empty),
        Field("accreditors", .list(.word("accreditor")), .unknown, "Which bodies accredit {}?"),
        Field(
          "scope_of_project", .list(.word("service")), .unknown,
          "Which services are in the federal scope of project of {}?"),
        Field("underserved_area", .bool, .unknown, "Is {} in a medically underserved or shortage area?"),
        Field("sanctions", .list(.record("sanction")), .unknown, "Was {} or an owner sanctioned?"),
      ]),
    Shape(
      "owner", "an owner",
      [
        Field("profession", .word("profession"), .unknown, "Of which profession is {}?"),
        Field("kind", .word("owner_kind"), .unknown, "What kind of owner is {}: a person, a hospital, a corporation?"),
        Field("share", .integer(0...100), .unknown, "What percentage does {} own?"),
        Field("since", .date, .unknown, "Since when does {} own it?"),
      ]),
    Shape(
      "controlled_substances", "what a site prescribes of controlled substances",
      [
        Field(
          "peak_month_share", .integer(0...100), .unknown,
          "What percentage of patients gets controlled substances for pain in the month with the most?"),
        Field(
          "annual_share", .integer(0...100), .unknown,
          "What percentage of patients gets controlled substances for pain over a year?"),
        Field("prescribes", .bool, .unknown, "Are controlled substances prescribed for pain at all?"),
        Field("dispenses", .bool, .unknown, "Are controlled substances dispensed on the site?"),
        Field("top_prescriber", .bool, .unknown, "Is a prescriber among the state's top prescribers of them?"),
      ]),
    Shape(
      "registration", "a registration",
      [
        Field("kind", .word("registration_kind"), .required),
        Field("status", .word("authority_status"), .unknown, "Is {} active?"),
        Field("from", .date, .always),
        Field("ends", .date, .unknown, "When does {} end?"),
      ]),
    Shape(
      "sanction", "a sanction",
      [
        Field("drug_related", .bool, .unknown, "Does {} concern controlled substances?"),
        Field("on", .date, .unknown, "When was {} imposed?"),
      ]),
  ]
}
