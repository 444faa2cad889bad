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
      Field("payers", .list(.record("payer")), .empty, "Who pays? List the payers, or write `payers: []`."),
      Field("agreements", .list(.record("agreement")), .empty),
      Field("enrollments", .list(.record("enrollment")), .empty),
      Field("credentialing", .list(.record("credentialing")), .empty),
      Field("screenings", .list(.record("screening")), .unknown, "Who was screened against the exclusion lists, when?"),
      Field("contracts", .list(.record("contract")), .empty),
      Field("cases", .list(.record("course")), .empty),
      Field("clinical_champion", .bool, .unknown, "Has a clinician been named who leads the program?"),
      Field("administrative_champion", .bool, .unknown, "Has a manager been named who leads the program?"),
    ])

  static let period = Shape(
    "period", "a period", [Field("from", .day, .required), Field("to", .day, .required)])

  /// Every shape, by name.
  public static let all: [String: Shape] = Dictionary(
    uniqueKeysWithValues: ([program, period] + sites + staff + papers + payers + services).map { ($0.name, $0) })
}
