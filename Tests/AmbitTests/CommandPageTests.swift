import Foundation
import TestSupport
import Testing

/// `docs/commands.md` and the man page say what the command line has.
@Suite struct CommandPageTests {
  private let tree: CommandTree

  init() throws { tree = try CommandTree.read() }

  private var page: String {
    let head = """
      # Commands

      Written from the command line itself by the tests. `ambit help COMMAND` shows the same; \
      [the man page](ambit.1) is installed.

      \(tree.discussion ?? "")

      """
    return head + tree.all().dropFirst().map { section($0.words, $0.command) }.joined()
  }

  private func section(_ words: [String], _ command: CommandTree) -> String {
    var text = "\n## `\(words.joined(separator: " "))`\n\n\(command.abstract ?? "")\n"
    if let discussion = command.discussion { text += "\n\(discussion)\n" }
    let rows = command.shown.map { argument in
      let values = argument.allValues.map { " (\($0.joined(separator: ", ")))" } ?? ""
      let start = argument.defaultValue.map { " Without it `\($0)`." } ?? ""
      let what = (argument.abstract ?? "") + (argument.abstract?.contains(", ") == true ? "" : values) + start
      return "| `\(argument.written)` | \(what.replacing("|", with: "\\|")) |\n"
    }
    if !rows.isEmpty { text += "\n| | |\n| --- | --- |\n" + rows.joined() }
    return text
  }

  @Test func thePageOfCommandsIsCurrent() throws {
    #expect(tree.all().count > 20)
    try GeneratedPage.expect("docs/commands.md", toBe: page)
  }

  @Test func theManPageHasEveryCommandAndOption() throws {
    let manual = try Repository.text("docs/ambit.1")
    for (words, command) in tree.all().dropFirst() {
      #expect(manual.contains(".It Em \(words.last ?? "")\n"), "\(words): make manual")
      for name in command.shown.flatMap({ $0.names ?? [] }) where name.kind == "long" {
        #expect(manual.contains("Fl -\(name.name)"), "--\(name.name) of \(words): make manual")
      }
    }
  }
}
