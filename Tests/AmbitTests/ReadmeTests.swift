import Foundation
import TestSupport
import Testing

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  private let ambit = Binary()

  /// The blocks of code of the README, without their fences.
  private func blocks() throws -> [String] {
    let parts = try Repository.text("README.md").components(separatedBy: "```")
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test func opensWithARealAnswer() throws {
    let block = try #require(try blocks().first).trimmingCharacters(in: .newlines)
    let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ").map(String.init)
    #expect(words.prefix(2) == ["$", "ambit"])
    let result = try ambit.run(Array(words.dropFirst(2)))
    #expect(result.output.trimmingCharacters(in: .newlines) == String(lines[1]))
  }

  @Test func itsFirstProgramChecks() throws {
    let yaml = try #require(try blocks().first { $0.hasPrefix("yaml\n") })
    try withFolder(["first.yaml": String(yaml.dropFirst(5))]) { folder in
      let result = try ambit.run("check", "\(folder)/first.yaml", "--as-of", "2026-11-25")
      // The nurse practitioner has no agreement, which North Carolina asks for.
      #expect(result.status == 1)
      #expect(result.errors == "")
      #expect(result.output.contains("UNLAWFUL  np-physician-agreement.agreement"))
    }
  }

  @Test func staysShort() throws {
    #expect(try Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  }
}
