import Foundation
import TestSupport

/// A command as the built binary describes itself to the tools that write manuals.
struct CommandTree: Decodable {
  /// An argument, option or flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    /// As it is typed.
    var written: String {
      let value = "<\(valueName ?? "value")>"
      guard let names, kind != "positional" else { return value + (isRepeating ? " …" : "") }
      let words = names.map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
      return kind == "flag" ? words : "\(words) \(value)"
    }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let arguments: [Argument]?
  let subcommands: [CommandTree]?

  private struct Dump: Decodable { let command: CommandTree }

  /// The whole tree.
  static func read() throws -> CommandTree {
    let text = try Binary().run("--experimental-dump-help").output
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }

  /// The commands that a user can type, with their words, parents first.
  func all(below words: [String] = []) -> [(words: [String], command: CommandTree)] {
    let own = words + [commandName]
    let below = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    return [(own, self)] + below.flatMap { $0.all(below: own) }
  }

  /// What is shown of its arguments, without those that all commands have.
  var shown: [Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && $0.valueName != "help" && $0.valueName != "version" }
  }
}
