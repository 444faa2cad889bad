import Programs
import TestSupport
import Testing

@testable import Drafting

/// What a person types, as the value of a field.
@Suite struct AnswerReaderTests {
  /// Read once for all cases.
  private static let vocabulary = Result { try Shipped.rules().vocabulary }

  private func reader() throws -> AnswerReader {
    AnswerReader(vocabulary: try Self.vocabulary.get(), ids: ["site": ["clinic", "hub-2"]])
  }

  private static let fit: [(String, FieldType, String)] = [
    ("Y", .bool, "true"), ("no", .bool, "false"),
    ("9,600", .integer(0...200_000), "9600"), ("0.5", .thousandths(0...1500), "0.5"),
    ("2026", .date, "2026"), ("2026-02-28", .day, "2026-02-28"),
    ("Nurse Practitioner", .word("profession"), "nurse_practitioner"),
    ("by video", .word("modality"), "video"),
    ("north carolina", .state, "NC"), ("va", .state, "VA"),
    ("hub-2", .reference("site"), "\"hub-2\""),
    ("chronic pain,  migraine", .list(.word("condition")), "[chronic_pain, migraine]"),
    ("none", .list(.word("condition")), "[]"),
    (
      "kind: person; kind: hospital, share: 10", .list(.record("owner")),
      "[{kind: person}, {kind: hospital, share: 10}]"
    ),
    ("everyone", .everyone("site"), "everyone"), ("clinic", .everyone("site"), "[clinic]"),
    ("Dr. \"X\"", .text, #""Dr. \"X\"""#),
  ]

  @Test(arguments: fit.indices)
  func isReadByTheTypeOfTheField(index: Int) throws {
    let (typed, type, written) = Self.fit[index]
    #expect(try reader().value(typed, type) == written)
  }

  private static let unfit: [(String, FieldType, String)] = [
    ("perhaps", .bool, "unfit-answer: expected yes or no, found `perhaps`"),
    ("201", .integer(1...200), "unfit-answer: expected a whole number, 1 to 200, found `201`"),
    ("-1", .integer(1...200), "unfit-answer: expected a whole number, 1 to 200, found `-1`"),
    (
      "1.6", .thousandths(0...1500),
      "unfit-answer: expected a number, 0 to 1.5 with at most three decimals, found `1.6`"
    ),
    ("2026-02-30", .day, "unfit-answer: expected a day that exists, as YYYY-MM-DD, found `2026-02-30`"),
    ("migrane", .word("condition"), "unknown-answer: `migrane` is no condition; help: write `migraine`"),
    ("clinc", .reference("site"), "unknown-answer: `clinc` is no site of this program; help: write `clinic`"),
    ("1234567890", .npi, "unfit-answer: `1234567890` is no NPI: ten digits, of which the last checks the others"),
    ("kind: [a", .record("owner"), "unfit-answer: expected `key: value, key: value`, found `kind: [a`"),
    ("yes", .record("owner"), "unfit-answer: expected `key: value, key: value`, found `yes`"),
    ("kind: a} # {", .record("owner"), "unfit-answer: expected `key: value, key: value`, found `kind: a} # {`"),
  ]

  @Test(arguments: unfit.indices)
  func whatDoesNotFitIsRefused(index: Int) throws {
    let (typed, type, message) = Self.unfit[index]
    let reader = try reader()
    #expect(rejection { _ = try reader.value(typed, type) }.map(\.line) == [message])
  }
}
