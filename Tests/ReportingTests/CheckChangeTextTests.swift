import Checking
import Reporting
import Testing

/// What changed, in words.
@Suite struct CheckChangeTextTests {
  private static let before = StatedCheck.small
  private static let after = StatedCheck(
    text: before.text.replacing("ends: 2027-01-31", with: "ends: 2026-01-31"), law: before.law)

  private func text(_ from: StatedCheck, _ to: StatedCheck, limit: Int = .max) throws -> String {
    CheckChangeText(CheckChange(from: try from.check(), to: try to.check()), style: Style(), limit: limit).text
  }

  @Test func saysThatNothingChanged() throws {
    #expect(try text(Self.before, Self.before) == "Nothing changed.\n")
  }

  @Test func tellsWhatAppearsWithItsMessage() throws {
    let text = try text(Self.before, Self.after)
    #expect(
      text.contains(
        "  appeared  UNLAWFUL licence-held.licence, np1@NC\n"
          + "    np1 (nurse practitioner) has no licence in force in North Carolina\n"))
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func tellsWhatIsSettledInALine() throws {
    #expect(try text(Self.after, Self.before).contains("  settled  met licence-held.licence, np1@NC\n"))
  }

  @Test func countsWhatItLeavesOut() throws {
    let all = CheckChange(from: try Self.before.check(), to: try Self.after.check()).findings.count
    #expect(try text(Self.before, Self.after, limit: 0).hasSuffix("  and \(all) more\n"))
  }
}
