import TestSupport
import Testing

/// What a shell offers while a command line is written.
@Suite struct CompletionTests {
  private let ambit = Binary()

  /// The words that are offered for the last word of a line, at an argument of a command.
  private func offered(_ command: [String], _ argument: String, _ line: String...) throws -> [String] {
    let place = [String(line.count - 1), String(line.last?.count ?? 0)]
    let result = try ambit.run(
      ["---completion"] + command + ["--", argument] + place + line,
      environment: ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"])
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func statesAreOfferedAndTheLastOfSeveralIsCompleted() throws {
    #expect(try offered(["check"], "--states", "ambit", "check", "p.yaml", "--states", "v") == ["VA", "VT"])
    #expect(try offered(["check"], "--states", "ambit", "check", "p.yaml", "--states", "NC,al") == ["NC,AL", "NC,all"])
    #expect(try offered(["law"], "positional@0", "ambit", "law", "U").sorted() == ["US", "UT"])
  }

  @Test func rulesAreOffered() throws {
    #expect(
      try offered(["rules", "show"], "positional@0", "ambit", "rules", "show", "pain-clinic-d") == [
        "pain-clinic-director"
      ])
    #expect(
      try offered(["history"], "positional@0", "ambit", "history", "np.physician_a") == ["np.physician_agreement"])
  }

  @Test func findingsOfTheProgramAreOffered() throws {
    let program = "examples/durham.yaml"
    #expect(
      try offered(["explain"], "positional@1", "ambit", "explain", program, "medicaid-enrollment.enrolled:acu") == [
        "medicaid-enrollment.enrolled:acupuncture/lac1@NC:wellcare"
      ])
    #expect(try offered(["explain"], "positional@1", "ambit", "explain", "there-is-none.yaml", "a") == [])
  }
}
