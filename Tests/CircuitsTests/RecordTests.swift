import Documents
import Testing

@testable import Circuits

/// A record of law whose field is open, vague or a date of which only a part is known leaves a doubt (S1, S5).
@Suite struct RecordTests {
  private static let question = """
    type: records, fields: {who: {type: list, vocabulary: profession}, since: {type: date}, most: {type: cap},
    kind: {type: enum, values: {clear: one, hazy: "one that needs its note"}, vague: [hazy]}}
    """

  @Test(arguments: [
    // (what is asked, the record's field, the truth on 2026-03-15)
    ("r.since <= on", "since: 2026", Truth.unknown),
    ("r.since <= on", "since: 2026-03", .unknown),
    ("r.since <= on", "since: 2026-02", .yes),
    ("r.since <= on", "since: 2026-04", .no),
    ("r.since <= on", "since: 2026-03-15", .yes),
    ("r.since <= on", "since: unknown", .unknown),
    ("'physician' in r.who", "who: [physician]", .yes),
    ("'physician' in r.who", "who: []", .no),
    ("'physician' in r.who", "who: unknown", .unknown),
    ("!('physician' in r.who)", "who: unknown", .unknown),
    ("size(r.who) >= 0", "who: unknown", .yes),
    ("r.kind == 'clear'", "kind: clear", .yes),
    ("r.kind == 'clear'", "kind: hazy", .unknown),
    ("r.kind == 'hazy'", "kind: hazy", .unknown),
    ("2 <= r.most", "most: 1", .no),
    ("2 <= r.most", "most: none", .yes),
    ("2 <= r.most", "most: unknown", .unknown),
  ])
  func aFieldOfARecordIsKnownAsFarAsTheRecordSaysIt(
    _ formula: String, _ field: String, _ truth: Truth
  ) throws {
    var record = ["who: []", "since: 2020-01-01", "most: 0", "kind: clear"]
    let name = field.prefix { $0 != ":" }
    record = record.map { $0.hasPrefix(name) ? field : $0 }
    let fact = "{value: [{\(record.joined(separator: ", "))}], from: 2020-01-01, source: text}"
    let found = try SmallClinic.truth(
      of: "law.made.fact.exists(r, \(formula))", question: Self.question, fact: fact,
      on: #require(Day("2026-03-15")))
    #expect(found == truth)
  }
}
