import Testing

@testable import CEL

/// Parts of variables that are not known. The truth tables themselves stand in `three-valued.ndjson`.
struct UnknownTests {
  private let claim: [String: Binding] = [
    "claim": .value(
      .map(
        (try? MapValue([
          (.string("code"), .string("A1")), (.string("lines"), .list([.int(1), .int(2)])),
        ])) ?? MapValue()))
  ]

  @Test(
    "Only what reads the unknown part is unknown",
    arguments: [
      ("claim.code == 'A1'", "true"), ("claim.date", "unknown: claim.date"),
      ("claim.date.year", "unknown: claim.date.year"),
      ("claim['date']", "unknown: claim.date"), ("size(claim)", "unknown: claim"),
      ("claim.lines[1]", "unknown: claim.lines[1]"), ("claim.lines[0]", "1"), ("claim.lines", "unknown: claim.lines"),
      ("claim.lines[claim.lines[0]]", "unknown: claim.lines[1]"), ("has(claim.date)", "unknown: claim.date"),
      ("has(claim.code)", "true"), ("claim.code == 'B' && claim.date == 1", "false"),
      ("claim.date == claim.lines[1]", "unknown: claim.date, claim.lines[1]"),
    ])
  func patterns(text: String, expected: String) throws {
    let unknown = [
      AttributePattern("claim", [.value(.string("date"))]),
      AttributePattern("claim", [.value(.string("lines")), .value(.int(1))]),
    ]
    #expect(try evaluate(text, claim, unknown: unknown) == expected)
  }

  @Test("A pattern may stand for every element")
  func wildcard() throws {
    let unknown = [AttributePattern("claim", [.value(.string("lines")), .any])]
    #expect(try evaluate("claim.lines[0]", claim, unknown: unknown) == "unknown: claim.lines[0]")
    #expect(try evaluate("claim.code", claim, unknown: unknown) == #""A1""#)
  }
}
