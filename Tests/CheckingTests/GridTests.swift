import Documents
import Foundation
import Law
import Programs
import TestSupport
import Testing

@testable import Checking

/// Every profession with every service in every jurisdiction: what the rules and the coded law say of a fully
/// credentialed practitioner who works in an office under agreement with a physician.
///
/// Some 40,000 cases: they run in a release build, `make random`; `AMBIT_RECORD=1 make random` writes the table anew.
@Suite(.enabled(if: Grid.isFast, "in a release build alone")) struct GridTests {
  @Test("each case has an outcome, and the page counts the outcomes by jurisdiction")
  func isCurrent() throws {
    let grid = try Grid()
    #expect(grid.professions.count >= 30 && grid.services.count >= 25)
    for (state, counts) in grid.counts {
      #expect(counts.values.reduce(0, +) == grid.professions.count * grid.services.count, "\(state)")
    }
    let page = try Repository.text(Grid.page)
    let parts = page.components(separatedBy: Grid.head)
    try #require(parts.count == 2)
    let rest = try #require(parts[1].range(of: "\n## "))
    let current = parts[0] + Grid.head + grid.table + parts[1][rest.lowerBound...]
    if ProcessInfo.processInfo.environment["AMBIT_RECORD"] != nil {
      try current.write(toFile: "\(Repository.root)/\(Grid.page)", atomically: true, encoding: .utf8)
    } else {
      let isSame = page == current
      #expect(isSame, "the outcomes changed: AMBIT_RECORD=1 make random")
    }
  }
}

/// The cases and their outcomes.
private struct Grid {
  static let page = "docs/data-quality.md"
  static let head = "## Every profession with every service\n"
  #if DEBUG
    static let isFast = false
  #else
    static let isFast = true
  #endif

  let professions: [Word]
  let services: [Word]
  /// How many cases stand how, by jurisdiction.
  private(set) var counts: [String: [Standing: Int]] = [:]

  init() throws {
    let vocabulary = try Shipped.rules().vocabulary
    professions = vocabulary.lists["profession"] ?? []
    services = vocabulary.lists["service"] ?? []
    for profession in professions {
      let transplant = try Examples.transplant(program(of: profession), named: profession.name, to: States.codes)
      for place in transplant.places {
        for line in place.lines { counts[place.state, default: [:]][line.lawful, default: 0] += 1 }
      }
    }
  }

  /// A clinic whose one line for each service is delivered by a person of the profession with all papers.
  private func program(of profession: Word) -> String {
    let kind = profession.attributes["credential"] ?? "none"
    let papers = kind == "none" ? "" : "{kind: \(kind), state: NC, status: active, from: 2010-01-01, ends: 2030-01-01}"
    let lines = services.map { service in
      "  - {id: \(service.name), service: \(service.name), staff: {any: [someone]}, at: [office]}"
    }
    return """
      program: Every service
      sites:
        - id: office
          state: NC
          setting: office
          advertises_pain: false
          owners: [{profession: physician, kind: person, share: 100}]
          controlled_substances:
            {peak_month_share: 0, annual_share: 0, prescribes: false, dispenses: false, top_prescriber: false}
      staff:
        - id: doctor
          profession: physician
          authorities: [{kind: licence, state: NC, status: active, from: 2010-01-01, ends: 2030-01-01}]
        - {id: someone, profession: \(profession.name), authorities: [\(papers)]}
      agreements: [{kind: collaborative_practice, of: someone, with: doctor, signed: 2024-01-01, ends: 2030-01-01}]
      services:
      \(lines.joined(separator: "\n"))

      """
  }

  var table: String {
    let all = counts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    let rows = counts.sorted { $0.key < $1.key }.map { row($0.key, $0.value) } + [row("all", all)]
    return """

      A person of each of the \(professions.count) professions, with all papers, delivers each of the \(services.count) services
      in an office that is no pain clinic, under agreement with a physician: may they? *Unverified* rests on recalled facts; *unknown* hangs on
      law that is not established or on what a program would have to say.

      | where | cases | yes | no | unverified | unknown |
      | --- | --: | --: | --: | --: | --: |
      \(rows.joined(separator: "\n"))

      """
  }

  private func row(_ name: String, _ counts: [Standing: Int]) -> String {
    let all = counts.values.reduce(0, +)
    let yes = counts[.ready, default: 0] + counts[.readyWithPathways, default: 0]
    let others = [Standing.blocked, .unverified, .undetermined].map { counts[$0, default: 0] }
    let shares = [yes] + others
    return "| \(name) | \(all) | \(shares.map { "\(($0 * 100 + all / 2) / all)%" }.joined(separator: " | ")) |"
  }
}
