/// The shapes of a program file. Decoding, typing of rules, grounding and documentation all read this one table.
public enum ProgramShapes {
  /// The shape of the whole file.
  public static let program = Shape(
    "program", "a program",
    [
      Field("program", .text, .required),
      Field("as_of", .day, .unknown),
      Field("period", .record("period"), .unknown),
      Field("sites", .list(.record("site")), .required),
      Field("staff", .list(.record("practitioner")), .required),
      Field("services", .list(.record("service")), .required),
      Field("payers", .list(.record("payer")), .empty),
      Field("agreements", .list(.record("agreement")), .empty),
      Field("enrollments", .list(.record("enrollment")), .empty),
      Field("screenings", .list(.record("screening")), .unknown, "Who was screened against the exclusion lists, when?"),
      Field("contracts", .list(.record("contract")), .empty),
    ])

  static let period = Shape(
    "period", "a period", [Field("from", .day, .required), Field("to", .day, .required)])

  static let site = Shape(
    "site", "a site",
    [
      Field("id", .identifier, .required),
      Field("name", .text, .unknown),
      Field("state", .state, .required),
      Field(
        "setting", .word("setting"), .unknown,
        "In what setting does {} work: an office, a hospital outpatient department?"),
      Field("focus", .word("focus"), .unknown, "What is the focus of {}: pain, primary care, other?"),
      Field("advertises_pain", .bool, .unknown, "Does {} advertise pain management?"),
      Field(
        "controlled_share", .integer(0...100), .unknown, "What percentage of patients at {} gets controlled substances?"
      ),
    ])

  static let practitioner = Shape(
    "practitioner", "a practitioner",
    [
      Field("id", .identifier, .required),
      Field("name", .text, .unknown),
      Field("profession", .word("profession"), .required),
      Field("specialty", .word("specialty"), .unknown, "What is the specialty of {}?"),
      Field("npi", .text, .unknown),
      Field("fte", .thousandths(0...1500), .unknown, "How much of a full-time position does {} fill?"),
      Field("sites", .list(.reference("site")), .empty),
      Field("employment", .word("employment"), .unknown, "Is {} an employee, leased or a contractor?"),
      Field("home_state", .state, .unknown, "In which state does {} live?"),
      Field("practice_hours", .integer(0...200_000), .unknown, "How many hours has {} practised under an agreement?"),
      Field("practice_months", .integer(0...900), .unknown, "How many months of full-time practice has {}?"),
      Field("needling_hours", .integer(0...2000), .unknown, "How many hours of training in dry needling has {}?"),
      Field("degrees", .list(.word("degree")), .unknown, "Which degrees does {} hold?"),
      Field("authorities", .list(.record("authority")), .empty),
    ])

  static let authority = Shape(
    "authority", "an authority to practise",
    [
      Field("kind", .word("authority_kind"), .required),
      Field("profession", .word("profession"), .unknown, "For which profession is {}?"),
      Field("state", .state, .required),
      Field("number", .text, .unknown),
      Field("status", .word("authority_status"), .unknown, "Is {} active?"),
      Field("from", .date, .always),
      Field("ends", .date, .unknown, "When does {} expire?"),
    ])

  static let agreement = Shape(
    "agreement", "an agreement",
    [
      Field("kind", .word("agreement_kind"), .required),
      Field("of", .reference("practitioner"), .required),
      Field("with", .reference("practitioner"), .required),
      Field("signed", .date, .never),
      Field("ends", .date, .never),
    ])

  static let enrollment = Shape(
    "enrollment", "an enrollment",
    [
      Field("of", .reference("practitioner"), .required),
      Field("program", .word("enrollment_program"), .required),
      Field("state", .state, .unknown, "In which state is {}?"),
      Field("effective", .date, .never),
      Field("ends", .date, .never),
    ])

  static let screening = Shape(
    "screening", "a screening",
    [
      Field("of", .everyone("practitioner"), .required),
      Field("list", .word("screening_list"), .required),
      Field("on", .day, .required),
      Field("clear", .bool, .unknown, "Was {} without a match?"),
    ])

  static let payer = Shape(
    "payer", "a payer",
    [
      Field("id", .identifier, .required),
      Field("name", .text, .unknown),
      Field("kind", .word("payer_kind"), .required),
      Field("state", .state, .unknown, "Which state runs or regulates {}?"),
    ])

  static let contract = Shape(
    "contract", "a contract",
    [
      Field("id", .identifier, .required),
      Field("payer", .reference("payer"), .required),
      Field("kind", .word("contract_kind"), .required),
      Field("covers", .list(.word("service")), .empty),
      Field("approved_by_state", .bool, .unknown, "Has the state approved {}?"),
      Field("voluntary", .bool, .unknown, "May members decline what {} offers and keep the state plan service?"),
      Field("cost_effective", .bool, .unknown, "Has the state found {} cost effective and medically appropriate?"),
      Field("from", .date, .never),
      Field("ends", .date, .never),
    ])

  static let service = Shape(
    "service", "a service line",
    [
      Field("id", .identifier, .required),
      Field("name", .text, .unknown),
      Field("service", .word("service"), .required),
      Field("staff", .record("staffing"), .required),
      Field("at", .list(.reference("site")), .required),
      Field("patients_in", .list(.state), .empty),
      Field("modalities", .list(.word("modality")), .value("in_person")),
      Field("payers", .list(.reference("payer")), .empty),
      Field("billing", .list(.record("billing")), .empty),
      Field("supervision", .list(.record("supervision")), .empty),
      Field("protocol", .record("course"), .unknown),
    ])

  static let staffing = Shape(
    "staffing", "the staff of a line",
    [
      Field("any", .list(.reference("practitioner")), .empty),
      Field("all", .list(.reference("practitioner")), .empty),
    ])

  static let billing = Shape(
    "billing", "a way of billing",
    [
      Field("payer", .reference("payer"), .required),
      Field("route", .word("billing_route"), .value("own")),
      Field("under", .reference("practitioner"), .unknown, "Under whose name is {} billed?"),
    ])

  static let supervision = Shape(
    "supervision", "a supervision",
    [
      Field("by", .reference("practitioner"), .required),
      Field("mode", .word("supervision_mode"), .unknown, "How does the supervisor of {} supervise: present, by video?"),
    ])

  static let course = Shape(
    "course", "a course of treatment",
    [
      Field("conditions", .list(.word("condition")), .unknown, "Which conditions does {} treat?"),
      Field("duration_days", .integer(0...3660), .unknown, "Over how many days does {} run?"),
      Field("visits", .integer(0...1000), .unknown, "How many visits does {} plan?"),
      Field("visits_paced", .bool, .unknown, "Are the visits of {} spread so that no window of the limit is exceeded?"),
      Field("improving", .bool, .unknown, "Is continuing {} made to depend on improvement?"),
      Field("referred_by", .word("profession"), .unknown, "A referral by which profession begins {}?"),
      Field("initial_visit_by", .reference("practitioner"), .unknown, "Who sees the patient first in {}?"),
      Field("prior_authorization", .bool, .unknown, "Is prior authorization obtained for {}?"),
      Field("spinal_manipulation", .bool, .unknown, "Does {} include manipulation of the spine?"),
      Field("manipulation_prescribed", .bool, .unknown, "Does a physician prescribe the manipulation in {}?"),
    ])

  /// Every shape, by name.
  public static let all: [String: Shape] = Dictionary(
    uniqueKeysWithValues: [
      program, period, site, practitioner, authority, agreement, enrollment, screening, payer, contract, service,
      staffing, billing, supervision, course,
    ].map { ($0.name, $0) })
}
