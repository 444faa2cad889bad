import Foundation
import TestSupport
import Testing

/// What data say is shown, and nothing more: they neither steer the terminal nor become markup in a report.
@Suite struct InjectionTests {
  private let ambit = Binary()

  /// As it stands in a program: clears the screen, sets the window's title, turns the order of words round.
  private static let escapes = #"\e[2J\e]0;owned\a\u202e\u009b31m\u2066\r\0"#
  private static let markup = "<script>alert(1)</script>[x](javascript:alert(1))|![i](http://e.org)"

  private static func program(_ text: String) -> String {
    """
    program: "P\(text)"
    as_of: 2026-11-25
    sites: [{id: a, state: NC, setting: office, focus: other}]
    staff: [{id: np1, name: "N\(text)", profession: nurse_practitioner}]
    services:
      - {id: s, name: "L\(text)", service: evaluation_and_management, staff: {any: [np1]}, at: [a], payers: [m]}
      - {id: t, service: acupuncture, staff: {any: [np1]}, at: [a], payers: [m]}
    payers: [{id: m, name: "M\(text)", kind: medicaid_managed_care, state: NC}]

    """
  }

  /// Whether a text can't steer what shows it; line breaks are the report's own.
  private func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  @Test(arguments: [
    ["check"], ["check", "--brief"], ["check", "--explain"], ["check", "--group-by", "barrier"],
    ["check", "--format", "markdown"], ["check", "--format", "json"], ["check", "--states", "NC,VA"],
    ["check", "--states", "NC,VA", "--format", "markdown"], ["horizon", "--months", "3"], ["ask"],
  ])
  func aReportCantSteerTheTerminal(command: [String]) throws {
    try withFolder(["p.yaml": Self.program(Self.escapes)]) { folder in
      let arguments = [command[0], "\(folder)/p.yaml"] + command.dropFirst()
      let result = try ambit.run(Array(arguments))
      #expect([0, 1, 3].contains(result.status))
      #expect(!result.output.isEmpty)
      #expect(isPlain(result.output))
      #expect(isPlain(result.errors))
    }
  }

  @Test func anExplanationCantSteerTheTerminal() throws {
    try withFolder(["p.yaml": Self.program(Self.escapes)]) { folder in
      for form in ["text", "json"] {
        let result = try ambit.run(
          "explain", "\(folder)/p.yaml", "np-physician-agreement.agreement:s/np1@NC", "--format", form)
        #expect(!result.output.isEmpty)
        #expect(isPlain(result.output))
      }
    }
  }

  @Test func aMistakeIsShownWithoutWhatSteers() throws {
    let program = Self.program("").replacing("nurse_practitioner", with: "\"\(Self.escapes)\"")
    try withFolder(["p\u{1B}[2J.yaml": program]) { folder in
      let result = try ambit.run("check", "\(folder)/p\u{1B}[2J.yaml")
      #expect(result.status == 2)
      #expect(result.errors.contains("is no profession"))
      #expect(isPlain(result.errors))
      let missing = try ambit.run("check", "none\u{1B}[2J.yaml")
      #expect(missing.errors == "error: there is no file `none [2J.yaml` [missing-file]\n\n1 error\n")
    }
  }

  @Test func aReportInMarkdownHasNoMarkupFromData() throws {
    try withFolder(["p.yaml": Self.program(Self.markup)]) { folder in
      for options in [[], ["--states", "NC,VA"]] {
        let result = try ambit.run(["check", "\(folder)/p.yaml", "--format", "markdown"] + options)
        #expect(result.output.contains("P\\<script\\>alert(1)\\</script\\>\\[x\\](javascript:alert(1))\\|\\!\\[i\\]"))
        #expect(!result.output.replacing("\\<", with: "(").contains("<script"))
        #expect(!result.output.contains("[x]("))
      }
    }
  }
}
