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

  // MARK: Rules that ask about each record

  /// What each record comes to on 2026-03-15, by its number.
  private func each(
    _ records: String, _ formula: String, _ fact: String, pathway: String? = nil
  ) throws -> [String: Truth] {
    let grounding = try SmallClinic.grounding(
      formula, question: Self.question, fact: fact, each: "{r: \"\(records)\"}", pathway: pathway,
      on: #require(Day("2026-03-15")))
    let evaluation = Evaluation(grounding.circuit, lane: .all)
    return Dictionary(
      grounding.requirements.map { ($0.subject.id.suffix(2).description, evaluation[$0.holds]) },
      uniquingKeysWith: { first, _ in first })
  }

  private let record = "{who: [], since: 2020-01-01, most: 0, kind: clear}"

  @Test func eachRecordIsAskedAboutForItself() throws {
    let fact =
      "{value: [\(record), {who: [physician], since: 2020-01-01, most: 0, kind: clear}], from: 2020-01-01, source: text}"
    let found = try each("law.made.fact", "'physician' in r.who", fact)
    #expect(found == ["#1": .no, "#2": .yes, "#?": .yes])
  }

  /// Two texts disagree over whether there was law the day before, on which the list hangs.
  @Test func aListThatHangsOnTwoDividedFactsIsReadUnderEveryTextOfBoth() throws {
    let fact = """
      {value: [], contested: {value: [\(record)], cite: made}, from: 2020-01-01, to: 2026-03-15, source: text},
      {value: [], except: [{when: "true", value: [\(record)]}], from: 2026-03-15, source: text}
      """
    let found = try each(
      "law.made.fact.filter(x, size(law_on(add(on, -1)).made.fact) > 0)", "false", fact)
    // Under the first text of the day before there is no such record; under the second it is asked about.
    #expect(found == ["#1": .yes, "#2": .unknown, "#?": .yes])
  }

  /// A pathway asks nothing of the record, so what is not known of the records leaves it open to nobody's doubt.
  @Test func aPathwayStandsInForRecordsThatNobodyKnows() throws {
    let fact = "{value: unknown, from: 2020-01-01, source: text}"
    #expect(try each("law.made.fact", "true", fact, pathway: "place.state == 'NC'") == ["#?": .yes])
    #expect(try each("law.made.fact", "true", fact, pathway: "place.state == 'VA'") == ["#?": .unknown])
  }
}
