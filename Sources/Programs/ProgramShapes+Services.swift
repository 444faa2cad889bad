extension ProgramShapes {
  /// What is done, by whom, where, and how it is billed.
  static let services = [
    Shape(
      "service", "a service line",
      [
        Field("id", .identifier, .required),
        Field("name", .text, .unknown),
        Field("service", .word("service"), .required),
        Field("purpose", .word("purpose"), .unknown, "Is {} treatment, wellness or maintenance?"),
        Field("schedules", .list(.word("schedule")), .unknown, "Which schedules are prescribed in {}?"),
        Field(
          "patient_setting", .word("patient_setting"), .unknown, "Where are the patients of {}: outpatients, at home?"),
        Field("staff", .record("staffing"), .required),
        Field("at", .list(.reference("site")), .required),
        Field("patients_in", .list(.state), .empty),
        Field("modalities", .list(.word("modality")), .value("in_person")),
        Field("group", .record("group"), .unknown, "Is {} given in a group, and how?"),
        Field("payers", .list(.reference("payer")), .empty),
        Field("billing", .list(.record("billing")), .empty),
        Field("supervision", .list(.record("supervision")), .empty),
        Field("ordered_by", .word("profession"), .unknown, "Which profession orders {}?"),
        Field("recommended_by", .word("profession"), .unknown, "Which licensed profession recommends {}?"),
        Field("linked_to", .reference("service"), .unknown, "To which billable line is {} linked?"),
        Field("protocol", .record("course"), .unknown),
      ]),
    Shape(
      "staffing", "the staff of a line",
      [
        Field("any", .list(.reference("practitioner")), .empty),
        Field("all", .list(.reference("practitioner")), .empty),
      ]),
    Shape(
      "group", "a group",
      [
        Field("size", .integer(1...200), .unknown, "How many patients are in {}?"),
        Field("individual_encounter", .bool, .unknown, "Has each patient an individual encounter in {}?"),
        Field("individual_note", .bool, .unknown, "Is there a note for each patient of {}?"),
        Field("encounter_by", .reference("practitioner"), .unknown, "Who sees each patient in {}?"),
      ]),
    Shape(
      "billing", "a way of billing",
      [
        Field("payer", .reference("payer"), .required),
        Field("route", .word("billing_route"), .value("own")),
        Field("under", .reference("practitioner"), .unknown, "Under whose name is {} billed?"),
        Field("contract", .reference("contract"), .unknown, "Under which contract is {} billed?"),
      ]),
    Shape(
      "supervision", "a supervision",
      [
        Field("by", .reference("practitioner"), .required),
        Field(
          "mode", .word("supervision_mode"), .unknown, "How does the supervisor of {} supervise: present, by video?"),
      ]),
    course,
  ]

  /// A planned course of treatment, or a real case under audit.
  private static let course = Shape(
    "course", "a course of treatment",
    [
      Field("id", .identifier, .unknown),
      Field("service", .reference("service"), .unknown),
      Field("on", .day, .unknown),
      Field("started", .date, .unknown, "When did {} begin?"),
      Field("conditions", .list(.word("condition")), .unknown, "Which conditions does {} treat?"),
      Field("duration_days", .integer(0...3660), .unknown, "Over how many days does {} run?"),
      Field("visits", .integer(0...1000), .unknown, "How many visits does {} plan?"),
      Field("visits_per_day", .integer(0...24), .unknown, "How many visits a day does {} plan?"),
      Field(
        "visits_paced", .bool, .unknown, "Are the visits of {} spread so that no window of the limit is exceeded?"),
      Field("improving", .bool, .unknown, "Is continuing {} made to depend on improvement?"),
      Field("referred_by", .word("profession"), .unknown, "A referral by which profession begins {}?"),
      Field("referred_on", .date, .unknown, "When was the referral for {} written?"),
      Field("examined_by", .word("profession"), .unknown, "Who examined the patient before {}?"),
      Field("examined_days_before", .integer(0...3660), .unknown, "How many days before {} was that examination?"),
      Field("initial_visit_by", .reference("practitioner"), .unknown, "Who sees the patient first in {}?"),
      Field("initial_visit_in_person", .bool, .unknown, "Is the first visit of {} in person?"),
      Field(
        "personal_minutes", .integer(0...1440), .unknown, "How many minutes a month does the clinician give in {}?"),
      Field(
        "plan_certified", .bool, .unknown, "Does a physician or non-physician practitioner certify the plan of {}?"),
      Field(
        "plan_certified_days", .integer(0...3660), .unknown,
        "How many days after treatment begins is the plan of {} certified?"),
      Field("recertified_days", .integer(0...3660), .unknown, "Every how many days is the plan of {} certified anew?"),
      Field(
        "plan_sent_days", .integer(0...3660), .unknown,
        "How many days after the evaluation is the plan of {} sent to whoever ordered it?"),
      Field(
        "in_person_every_months", .integer(0...120), .unknown,
        "Every how many months is there a visit in person in {}?"),
      Field("prior_authorization", .bool, .unknown, "Is prior authorization obtained for {}?"),
      Field("consent", .bool, .unknown, "Is consent to {} documented?"),
      Field("documents", .list(.word("document_kind")), .unknown, "Which documents does the record of {} hold?"),
      Field("spinal_manipulation", .bool, .unknown, "Does {} include manipulation of the spine?"),
      Field("manipulation_prescribed", .bool, .unknown, "Does a physician prescribe the manipulation in {}?"),
      Field("opioid_days", .integer(0...366), .unknown, "For how many days are opioids first prescribed in {}?"),
    ])
}
