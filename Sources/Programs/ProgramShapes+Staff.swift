extension ProgramShapes {
  /// A person and the proof of what they may do.
  static let staff = [
    Shape(
      "practitioner", "a practitioner",
      [
        Field("id", .identifier, .required),
        Field("name", .text, .unknown),
        Field("profession", .word("profession"), .required),
        Field("specialty", .word("specialty"), .unknown, "What is the specialty of {}?"),
        Field("npi", .npi, .unknown, "What is the NPI of {}?"),
        Field("fte", .thousandths(0...1500), .unknown, "How much of a full-time position does {} fill?"),
        Field("sites", .list(.reference("site")), .empty),
        Field("employment", .word("employment"), .unknown, "Is {} an employee, leased or a contractor?"),
        Field("employer", .word("employer"), .unknown, "Who employs {}: the group, a tribal program, the VA?"),
        Field("home_state", .state, .unknown, "In which state does {} live?"),
        Field("works_from", .state, .unknown, "From which state does {} see patients by video?"),
        Field("practice_hours", .integer(0...200_000), .unknown, "How many hours has {} practised under an agreement?"),
        Field("practice_months", .integer(0...900), .unknown, "How many months of full-time practice has {}?"),
        Field("specialty_hours", .integer(0...200_000), .unknown, "How many hours has {} practised in the specialty?"),
        Field("supervised_months", .integer(0...900), .unknown, "How many months was {} supervised in the specialty?"),
        Field("hire", .bool, .value("false")),
        Field("degrees", .list(.word("degree")), .unknown, "Which degrees does {} hold?"),
        Field("certifications", .list(.word("certification")), .unknown, "Which certifications does {} hold?"),
        Field("trainings", .list(.record("training")), .empty),
        Field("authorities", .list(.record("authority")), .empty),
        Field("dea", .list(.record("dea_registration")), .empty),
        Field("insurance", .record("insurance"), .unknown, "What professional liability insurance has {}?"),
        // An opt-out is an affidavit that is filed: unstated means that none was, as with every event.
        Field("opted_out_of_medicare", .bool, .value("false")),
        Field("exclusions", .list(.record("exclusion")), .unknown, "Was {} ever excluded from federal programs?"),
        Field("privileged_at", .list(.reference("site")), .empty),
      ]),
    Shape(
      "training", "a training",
      [
        Field("kind", .word("training_kind"), .required),
        Field("hours", .integer(0...5000), .unknown, "How many hours had {}?"),
        Field("in_person_hours", .integer(0...5000), .unknown, "How many hours of {} were in person?"),
        Field("completed", .date, .never),
      ]),
    Shape(
      "authority", "an authority to practise",
      [
        Field("kind", .word("authority_kind"), .required),
        Field("profession", .word("profession"), .unknown, "For which profession is {}?"),
        Field("state", .state, .required),
        Field("number", .text, .unknown),
        Field("status", .word("authority_status"), .unknown, "Is {} active?"),
        Field("from", .date, .always),
        Field("ends", .date, .unknown, "When does {} expire?"),
        Field("days_used", .integer(0...366), .unknown, "On how many days of this year was {} used?"),
      ]),
    Shape(
      "dea_registration", "a DEA registration",
      [
        Field("state", .state, .required),
        Field("schedules", .list(.word("schedule")), .unknown, "Which schedules does {} cover?"),
        Field("from", .date, .always),
        Field("ends", .date, .unknown, "When does {} expire?"),
      ]),
    Shape(
      "insurance", "professional liability insurance",
      [
        Field("per_claim_usd", .integer(0...100_000_000), .unknown, "How much does {} pay for a claim?"),
        Field("aggregate_usd", .integer(0...100_000_000), .unknown, "How much does {} pay in all?"),
        Field("ends", .date, .unknown, "When does {} end?"),
      ]),
    Shape(
      "exclusion", "an exclusion",
      [
        Field("from", .date, .required),
        Field("reinstated", .date, .never),
      ]),
  ]
}
