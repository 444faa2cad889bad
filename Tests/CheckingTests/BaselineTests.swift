import Checking
import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

/// Findings that somebody has accepted for a time.
@Suite struct BaselineTests {
  private let ambit = Binary()

  private let program = """
    program: Small Clinic
    sites: [{id: a, state: NC, setting: office, focus: other}]
    staff: [{id: md1, profession: physician, authorities: [{kind: licence, state: NC, status: active, ends: 2028-01-31}]}]
    services: [{id: s, service: evaluation_and_management, staff: {any: [md1]}, at: [a]}]
    payers: []

    """
  /// The licence has ended on this day: a gap, and the only one.
  private let late = "2028-02-01"
  private let gap = "licence-held.licence:md1@NC"

  private func entry(_ finding: String, until: String = "2099-12-31") -> String {
    "  - {finding: \"\(finding)\", reason: renewal is on its way, owner: Dr. Example, until: \(until)}\n"
  }

  private func check(_ entries: String, on day: String, _ options: String...) throws -> Binary.Result {
    var result: Binary.Result?
    try withFolder(["p.yaml": program, "b.yaml": "accepted:\n" + entries]) { folder in
      let data = ["--data", Repository.root, "--baseline", "b.yaml", "--as-of", day]
      result = try ambit.run(["check", "p.yaml"] + data + options, in: folder)
    }
    return try #require(result)
  }

  @Test func acceptedFindingsDoNotFailAndAreShownApart() throws {
    let result = try check(entry(gap), on: late)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(!result.output.contains("UNLAWFUL"))
    #expect(
      result.output.contains(
        """
        Accepted, and not counted
          licence-held.licence:md1@NC, unlawful: accepted by Dr. Example until
            2099-12-31: renewal is on its way
        """))
    // An acceptance makes nothing lawful.
    #expect(result.output.contains("s     no"))
  }

  @Test func expiredEntriesCountAgain() throws {
    let result = try check(entry(gap, until: "2020-06-30"), on: late)
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "b.yaml:2:15: warning: the acceptance of `\(gap)` by Dr. Example ended on 2020-06-30: the finding counts again "
      ))
  }

  @Test func theLastDayIsPartOfAnAcceptance() throws {
    #expect(try check(entry(gap, until: "2028-02-01"), on: late).status == 0)
    #expect(try check(entry(gap, until: "2028-01-31"), on: late).status == 1)
  }

  @Test func anEarlierDayOfLawDoesNotRenewAnAcceptance() throws {
    // On the first day of 2020 neither licence nor anything else is a gap; the entry is over all the same by today.
    let result = try check(entry(gap, until: "2020-06-30"), on: "2026-11-25")
    #expect(
      result.errors.hasPrefix("b.yaml:2:15: warning: `\(gap)` needs no acceptance any more: it is met [settled-"))
    #expect(result.status == 0)
  }

  @Test func idsThatNoFindingHasGetTheNearestSpelling() throws {
    let result = try check(entry("licence-held.license:md1@NC"), on: late)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("warning: `licence-held.license:md1@NC` is no finding of this program [unknown-finding]"))
    #expect(result.errors.contains("help: write `\(gap)`"))
  }

  @Test func formsForToolsSayWhoAccepts() throws {
    let words = "accepted by Dr. Example until 2099-12-31: renewal is on its way"
    let sarif = try check(entry(gap), on: late, "--format", "sarif").output
    #expect(sarif.contains("\"justification\" : \"\(words)\""))
    #expect(sarif.contains("\"status\" : \"accepted\""))
    let junit = try check(entry(gap), on: late, "--format", "junit").output
    #expect(junit.contains("<skipped message=\"UNLAWFUL, \(words)\"/>"))
    #expect(try !check(entry(gap), on: late, "--format", "github").output.contains("::error"))
    let json = try check(entry(gap), on: late, "--format", "json").output
    #expect(json.contains("\"owner\" : \"Dr. Example\""))
    let csv = try check(entry(gap), on: late, "--format", "csv").output
    #expect(csv.contains(",renewal is on its way,Dr. Example,2099-12-31\r\n"))
  }

  @Test func anEntryNeedsReasonOwnerAndDay() {
    expectRejection(
      of: """
        accepted:
          - ▸{finding: a.b:c, reason: r, until: 2027-01-31}
          - {finding: a.b:d, ▸resaon: r, reason: r, owner: o, until: ▸next year}
          - {finding: e.f:g, reason: r, owner: o, until: 2027-01-31}
          - {finding: ▸e.f:g, reason: r, owner: o, until: 2027-01-31}
        """,
      with: [
        "missing-key: an accepted finding needs `owner`",
        "unknown-key: `resaon` is no key of an accepted finding; help: write `reason`",
        "wrong-type: expected `until`, the last day on which it is accepted: a day that exists, as YYYY-MM-DD, found "
          + "`next year`",
        "duplicate-acceptance: `e.f:g` is accepted twice; note: first accepted here",
      ]
    ) { _ = try Baseline($0) }
  }

  // MARK: Writing

  private func writing(
    _ files: [String: String], _ options: String..., then: (String, Binary.Result) throws -> Void
  ) throws {
    try withFolder(["p.yaml": program].merging(files) { $1 }) { folder in
      let arguments = ["check", "p.yaml", "--data", Repository.root, "--as-of", late, "--write-baseline", "b.yaml"]
      try then(folder, try ambit.run(arguments + options, in: folder))
    }
  }

  private func text(_ folder: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/b.yaml")), as: UTF8.self)
  }

  @Test func whatNobodyAnswersForIsRefusedUntilItIsFilledIn() throws {
    try writing([:]) { folder, result in
      // Writing accepts nothing.
      #expect(result.status == 1)
      let written = try text(folder)
      #expect(written.hasPrefix("accepted:\n  # "))
      #expect(written.contains("  - finding: \"\(gap)\"\n    reason:\n    owner:\n    until:\n"))
      let count = written.split(separator: "\n").count { $0.hasPrefix("  - finding: ") }
      #expect(
        result.errors == "b.yaml: \(count) findings added, 0 kept as they are. "
          + "Fill in `reason`, `owner`, `until` of each: until then --baseline refuses the file.\n")
      let refused = try ambit.run(
        ["check", "p.yaml", "--data", Repository.root, "--as-of", late, "--baseline", "b.yaml"], in: folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("b.yaml:4:12: error: expected why it is accepted, found nothing [wrong-type]"))
      #expect(refused.errors.contains("b.yaml:5:11: error: expected who accepts it, found nothing [wrong-type]"))
    }
  }

  @Test func whatIsWrittenWithAllThreeIsAccepted() throws {
    try writing([:], "--reason", "a \"quoted\" reason: renewal", "--owner", "Dr. Example", "--until", "2099-12-31") {
      folder, result in
      #expect(result.errors.hasSuffix(" findings added, 0 kept as they are.\n"))
      let accepted = try ambit.run(
        ["check", "p.yaml", "--data", Repository.root, "--as-of", late, "--baseline", "b.yaml"], in: folder)
      #expect(accepted.status == 0)
      #expect(accepted.errors == "")
      #expect(accepted.output.contains("until\n    2099-12-31: a \"quoted\" reason: renewal"))
    }
  }

  @Test func whatTheFileNamesStaysAsItIs() throws {
    let entry = "{finding: \(gap), reason: r,   owner: o, until: 2020-01-31} # x"
    let own = "# Of the board.\naccepted:\n    # Last week's.\n    - \(entry)\n# End.\n"
    try writing(["b.yaml": own]) { folder, result in
      let written = try text(folder)
      let start = own.replacing("# End.\n", with: "")
      #expect(written.hasPrefix(start))
      #expect(written.hasSuffix("# End.\n"))
      #expect(written.components(separatedBy: gap).count == 2)
      #expect(result.errors.contains(" 1 kept as they are."))
      // Once more: nothing is left to add, and nothing is written.
      let again = try ambit.run(
        ["check", "p.yaml", "--data", Repository.root, "--as-of", late, "--write-baseline", "b.yaml"], in: folder)
      #expect(again.errors.hasPrefix("b.yaml: 0 findings added, "))
      let unchanged = try text(folder)
      #expect(unchanged == written)
    }
  }

  @Test func whatIsNoBaselineStaysAsItIs() throws {
    try writing(["b.yaml": "program: x\n"]) { folder, result in
      #expect(result.status == 2)
      #expect(result.errors.contains("b.yaml:1:1: error: `program` is no key of a baseline [unknown-key]"))
      #expect(result.output == "")
      let unchanged = try text(folder)
      #expect(unchanged == "program: x\n")
    }
  }

  @Test(arguments: [
    (["--owner", "o"], "--reason, --owner and --until go with --write-baseline."),
    (["--write-baseline", "b.yaml", "--reason", " "], "--reason says nothing."),
    (["--write-baseline", "b.yaml", "--until", "2020-01-31"], "--until 2020-01-31 is over already."),
    (["--write-baseline", "b.yaml", "--states", "all"], "A baseline does not go with --states."),
  ])
  func optionsThatDoNotGoTogetherAreRefused(options: [String], message: String) throws {
    let result = try ambit.run(["check", "examples/durham.yaml"] + options)
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("Error: \(message)\n"))
  }

  @Test func blanksAreNoReason() {
    expectRejection(
      of: "accepted:\n  - {finding: a.b:c, reason: ▸\" \", owner: ▸\"\", until: 2027-01-31}\n",
      with: [
        "wrong-type: expected why it is accepted, found blanks", "wrong-type: expected who accepts it, found blanks",
      ]
    ) { _ = try Baseline($0) }
  }
}
