import Foundation
import TestSupport
import Testing

/// What was decided later is left out: Medicare's telehealth waivers lapsed on 2026-01-31 and were restored by an act of
/// 2026-02-03 that works back.
@Suite struct AsKnownOnTests {
  private let ambit = Binary()
  private let key = "medicare.telehealth.flexibilities"
  private let day = ["--as-of", "2026-02-01"]
  private let before = ["--as-of", "2026-02-01", "--as-known-on", "2026-02-02"]

  @Test func lawIsThatOfTheDay() throws {
    let since = try ambit.run(["law", "US", "\(key),medicare.telehealth.therapists"] + day)
    #expect(since.output.contains("\n\(key)  yes\n"))
    let known = try ambit.run(["law", "US", "\(key),medicare.telehealth.therapists"] + before)
    #expect(
      known.output.hasPrefix("United States · 2026-02-01 · law as known on 2026-02-02 · 2 of 2 questions coded\n"))
    #expect(known.output.contains("\n\(key)  no\n"))
  }

  @Test func comparisonsSayWhoseKnowledgeTheyAre() throws {
    let compared = try ambit.run(["compare", "law", "--states", "US", "--keys", key] + before)
    #expect(
      compared.output.hasPrefix(
        "Law of 1 jurisdiction · as of 2026-02-01 · law as known on 2026-02-02 · law read up to"))
    #expect(compared.output.contains("\n  US  no  "))
    let differing = try ambit.run(
      "diff", "US@2026-02-01", "US@2026-03-01", "--keys", key, "--as-known-on", "2026-02-02")
    #expect(differing.output.contains(" on 2026-03-01 · law as known on 2026-02-02 · law read up to "))
    #expect(differing.output.contains("\n  US@2026-02-01  no\n"))
  }

  @Test func aCheckGoesByIt() throws {
    #expect(try outcomes(day) == ["met"])
    #expect(try outcomes(before) == ["unknown"])
  }

  /// The outcomes of the finding that asks for the waivers, where a hub sees Medicare's patients at home by video.
  private func outcomes(_ options: [String]) throws -> Set<String> {
    let result = try ambit.run(["check", "examples/telehealth-hub.yaml", "--format", "json"] + options)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(report["asKnownOn"] as? String == (options == before ? "2026-02-02" : nil))
    let findings = try #require(report["findings"] as? [[String: Any]])
    let open = findings.filter {
      ($0["id"] as? String)?.hasPrefix("medicare-telehealth.open:telepain/md1@VA+") ?? false
    }
    return Set(open.compactMap { $0["outcome"] as? String })
  }
}
