extension ProgramShapes {
  /// What is signed, filed and looked up about people.
  static let papers = [
    Shape(
      "agreement", "an agreement",
      [
        Field("kind", .word("agreement_kind"), .required),
        Field("of", .reference("practitioner"), .required),
        Field("with", .reference("practitioner"), .required),
        Field("signed", .date, .never),
        Field("ends", .date, .never),
        Field("sites", .list(.reference("site")), .unknown, "At which sites does {} hold?"),
        Field("fte", .thousandths(0...1500), .unknown, "How much of a full-time position is under {}?"),
        Field("schedules", .list(.word("schedule")), .empty),
        Field("covers", .list(.word("service")), .unknown, "Which services does {} cover?"),
        Field("filed_with_board", .bool, .unknown, "Was {} filed with the board where that is asked for?"),
        Field(
          "on_site_share", .integer(0...100), .unknown, "What percentage of the time is the other on site under {}?"),
      ]),
    Shape(
      "enrollment", "an enrollment",
      [
        Field("of", .reference("practitioner"), .required),
        Field("program", .word("enrollment_program"), .required),
        Field("state", .state, .unknown, "In which state is {}?"),
        Field("filed", .date, .never),
        Field("effective", .date, .never),
        Field("ends", .date, .never),
        Field("decided", .date, .never),
        Field("decision", .word("decision"), .unknown, "How was {} decided?"),
        Field("screening_level", .word("screening_level"), .unknown, "At which level was {} screened?"),
        Field("site_visit", .bool, .unknown, "Was there a site visit for {}?"),
      ]),
    Shape(
      "credentialing", "a credentialing file",
      [
        Field("of", .reference("practitioner"), .required),
        Field("payer", .reference("payer"), .unknown, "With which payer is {}?"),
        Field("site", .reference("site"), .unknown, "With which site is {}?"),
        Field("kind", .word("credentialing_kind"), .required),
        Field("complete_on", .date, .never),
        Field("previous", .date, .unknown, "When was the decision before {}?"),
        Field("decided", .date, .never),
        Field("decision", .word("decision"), .unknown, "How was {} decided?"),
        Field("requested_temporary", .date, .never),
        Field("verifications", .list(.record("verification")), .empty),
        Field("monitoring_days", .integer(0...400), .unknown, "Every how many days is {} monitored?"),
      ]),
    Shape(
      "verification", "a verification",
      [
        Field("element", .word("verification_element"), .required),
        Field("on", .date, .never),
        Field("source", .word("verification_source"), .unknown, "From which source is {}?"),
      ]),
    Shape(
      "screening", "a screening",
      [
        Field("of", .everyone("practitioner"), .required),
        Field("list", .word("screening_list"), .required),
        Field("on", .day, .required),
        Field("clear", .bool, .unknown, "Was {} without a match?"),
      ]),
  ]
}
