import Foundation
import TestSupport
import Testing

/// Every command that a page of `docs/` shows is run; where its output is shown, that is how its output begins.
@Suite struct DocumentedCommandTests {
  /// A command of a page with what the page shows of its output.
  struct Shown: Sendable, CustomTestStringConvertible {
    let page: String
    let command: String
    let output: [String]

    var testDescription: String { "\(page): \(command)" }
  }

  private static let commands: [Shown] = pages.flatMap { path in
    blocks(of: (try? Repository.text(path)) ?? "").flatMap { commands(in: $0, of: path) }
  }

  private static let pages =
    Repository.files(below: "docs", ending: ".md") + Repository.files(below: "examples", ending: ".md")

  /// The blocks of a page that show a terminal.
  private static func blocks(of page: String) -> [String] {
    page.components(separatedBy: "\n```console\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
  }

  private static func commands(in block: String, of page: String) -> [Shown] {
    ("\n" + block).components(separatedBy: "\n$ ").dropFirst().map { part in
      var lines = part.components(separatedBy: "\n")
      let command = lines.removeFirst()
      if let last = lines.firstIndex(of: "…") { lines.removeSubrange(last...) }
      while lines.last == "" { lines.removeLast() }
      return Shown(page: page, command: command, output: lines)
    }
  }

  @Test(arguments: commands)
  func doesWhatThePageShows(shown: Shown) throws {
    // A shell, since pages quote arguments; `ambit` is the binary that was built for the tests.
    let result = try Binary.run(
      "/bin/sh", ["-c", "ambit() { \"$AMBIT\" \"$@\"; }; \(shown.command)"], in: Repository.root,
      environment: ["AMBIT": Binary.path])
    #expect([0, 1, 3].contains(result.status), "\(result.errors)")
    let lines = result.output.components(separatedBy: "\n")
    #expect(Array(lines.prefix(shown.output.count)) == shown.output)
  }

  @Test func onlyAmbitIsShownSoAndItIsShownOften() {
    #expect(Self.commands.count >= 12)
    for shown in Self.commands { #expect(shown.command.hasPrefix("ambit "), "\(shown)") }
  }

  @Test func linksLeadToFiles() throws {
    var count = 0
    for path in Self.pages + ["README.md", "CONTRIBUTING.md"] {
      let folder = URL(filePath: "\(Repository.root)/\(path)").deletingLastPathComponent()
      for match in try Repository.text(path).matches(of: /\]\(([A-Za-z0-9._\/-]+\.[a-z0-9]+)(#[a-z0-9-]*)?\)/) {
        count += 1
        let target = folder.appending(path: String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(path) links to \(match.1)")
      }
    }
    #expect(count > 200)
  }
}
