import Documents
import Law
import Testing
import TestSupport

/// Where values of law meet in doubt: what the page says of a day, and what the law book says.
@Suite struct LawDoubtTests {
  /// The answer to `made.flag` in North Carolina on a day; the source `first` was read on 2026-01-10.
  private func answer(_ values: [Tree], on text: String) throws -> Answer {
    let codebook = try DataFolder.shared.get().codebook
    var generator = Generator(seed: 0, try DataFolder.shared.get())
    var law = generator.law("NC")
    law["facts"] = ["made.flag": .list(values)]
    let book = try LawBook.load(
      codes: ["NC"], from: .memory(["states/nc.yaml": law.document]), codebook: codebook)
    return book.answer("made.flag", in: "NC", on: try #require(Day(text)))
  }

  private func value(_ source: Tree, from: Tree? = nil, to: Tree? = nil) -> Tree {
    var value: Tree = ["value": "true", "source": source]
    value["from"] = from
    value["to"] = to
    return value
  }

  @Test func insideTheDoubtNeighboursThatAgreeGiveTheirValue() throws {
    let values = [value("first", from: "2020-01-01", to: "2025-07"), value("first", from: "2025-07")]
    #expect(try answer(values, on: "2025-07-15").known?.value == .bool(true))
  }

  /// Before its source attests it, a value without a start is unknown; two such values are no more known than one.
  @Test func twoValuesThatAreNotAttestedYetDoNotAttestEachOther() throws {
    let found = try answer([value("first"), value("second")], on: "2024-01-01").known
    #expect(found == nil)
  }

  @Test func twoValuesThatMayNotHaveBegunDoNotVouchForEachOther() throws {
    let values = [value("first", from: "2025"), value("first", from: "2025-07")]
    let found = try answer(values, on: "2025-07-15").known
    #expect(found == nil)
  }

  /// The doubt of a change rests on both sides of it: one recalled side makes the whole unverified (S4).
  @Test func aRecalledNeighbourMakesTheDoubtUnverified() throws {
    let values = [value("recalled", from: "2020-01-01", to: "2025-07"), value("first", from: "2025-07")]
    let basis = try answer(values, on: "2025-07-15").known?.source.basis
    #expect(basis == .recalled)
  }

  /// The order of facts is irrelevant: a verified value that holds alone is verified, whatever else agrees with it.
  @Test func whatAVerifiedAndARecalledValueAgreeOnIsVerifiedInEitherOrder() throws {
    let values = [value("first", from: "2020-01-01"), value("recalled", from: "2021-01-01")]
    let bases = try [values, values.reversed()].map { try answer($0, on: "2025-07-15").known?.source.basis }
    #expect(bases == [.primary, .primary])
  }
}
