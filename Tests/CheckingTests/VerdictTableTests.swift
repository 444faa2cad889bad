import Documents
import Foundation
import Law
import TestSupport
import Testing

@testable import Checking

/// The verdicts of the examples in all jurisdictions, as they were reviewed. A change of law or of a rule that moves one
/// shows here; `AMBIT_RECORD=1 swift test --filter VerdictTableTests` writes the table anew, to be read before it is
/// kept. `StatuteVerdictTests` holds some of them against the statutes.
@Suite struct VerdictTableTests {
  private static let path = "Tests/CheckingTests/verdicts.md"

  @Test("the examples have the reviewed verdicts in all jurisdictions")
  func isCurrent() throws {
    let current = Self.head + (try Examples.names.map(table).joined(separator: "\n"))
    if ProcessInfo.processInfo.environment["AMBIT_RECORD"] != nil {
      try current.write(toFile: "\(Repository.root)/\(Self.path)", atomically: true, encoding: .utf8)
    }
    let reviewed = try Repository.text(Self.path).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = current.split(separator: "\n", omittingEmptySubsequences: false).difference(from: reviewed)
    let lines = changed.insertions.map { change -> Substring in
      if case .insert(_, let line, _) = change { line } else { "" }
    }
    #expect(changed.isEmpty, "these verdicts are new:\n\(lines.joined(separator: "\n"))")
  }

  private static let head = """
    # The verdicts of the examples in all jurisdictions

    Each line of a program is lawful / paid by all of its payers, on the day of the program, without trust in recalled
    facts, after every site and what belongs to its state has moved: `yes`, `way` (by a pathway that the program has
    taken), `unverified`, `unknown`, `no`.


    """

  private func table(_ name: String) throws -> String {
    let transplant = try Examples.transplant(name, to: States.codes)
    let lines = transplant.places.first?.lines.map(\.id) ?? []
    let rows = transplant.places.map { place in
      let cells = place.lines.map { "\($0.lawful.short) / \($0.paid?.short ?? "–")" }
      return "| \(place.state) | \(cells.joined(separator: " | ")) |"
    }
    return """
      ## \(name)

      | | \(lines.joined(separator: " | ")) |
      | --- |\(String(repeating: " --- |", count: lines.count))
      \(rows.joined(separator: "\n"))

      """
  }
}

extension Standing {
  /// The word of the table.
  var short: String {
    switch self {
    case .ready: "yes"
    case .readyWithPathways: "way"
    case .unverified: "unverified"
    case .undetermined: "unknown"
    case .blocked: "no"
    }
  }
}
