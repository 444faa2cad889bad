import Foundation
import TestSupport
import Testing

/// `ambit facts` and `ambit lint`, run as a user would.
@Suite struct CommandTests {
  private let ambit = Binary()
  private static let head =
    "jurisdiction,key,value,effective_from,effective_to,citation,source_url,source_as_of,basis,note\n"

  /// A data folder with the shipped rules and one jurisdiction of its own.
  private func withData(_ table: String, _ body: (_ data: String, _ table: String) throws -> Void) throws {
    let state = """
      jurisdiction: WY
      name: Wyoming
      sources:
        coding-wy: {title: Memory, as_of: 2026-11-22, basis: recalled}
      facts:
        # By hand.
        np.physician_agreement:
          - {value: none, source: coding-wy}

      """
    try withFolder(["states/wy.yaml": state, "table.csv": Self.head + table]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/rules", withDestinationPath: "\(Repository.root)/rules")
      try body(folder, "\(folder)/table.csv")
    }
  }

  @Test("a condition is shown as it is coded")
  func conditions() throws {
    let result = try ambit.run("law", "VA", "np.independent", "--as-of", "2026-11-25")
    #expect(result.output.contains("'autonomous_licence'"))
    #expect(!result.output.contains("autonomous licence'"))
  }

  @Test("an import adds what is absent, shows what differs with both places, and then ends with 1")
  func importing() throws {
    let rows = "WY,np.physician_agreement,required,,,,,,recalled,\nWY,np.max_per_physician,none,,,,,,recalled,\n"
    try withData(rows) { data, table in
      let result = try ambit.run("facts", "import", "table.csv", "--data", ".", in: data)
      #expect(result.status == 1)
      #expect(result.errors == "")
      #expect(
        result.output == """
          table.csv:2:1 differs
              WY np.physician_agreement: required
              coded: none, Memory (recalled, as of 2026-11-22)
              states/wy.yaml:8:7
          table.csv:3:1 added
              WY np.max_per_physician: none
          1 added, 0 there already, 1 to be settled by hand.

          """)
      let text = try String(contentsOfFile: "\(data)/states/wy.yaml", encoding: .utf8)
      #expect(
        text.hasSuffix(
          """
            # By hand.
            np.physician_agreement:
              - {value: none, source: coding-wy}
            np.max_per_physician:
              - {value: none, source: coding-wy}

          """))
    }
  }

  @Test("a dry run changes nothing")
  func dryRun() throws {
    try withData("WY,np.max_per_physician,none,,,,,,recalled,\n") { data, table in
      let before = try String(contentsOfFile: "\(data)/states/wy.yaml", encoding: .utf8)
      let result = try ambit.run("facts", "import", table, "--data", data, "--dry-run")
      #expect(result.status == 0)
      #expect(result.output.hasSuffix("1 added, 0 there already, 0 to be settled by hand.\n"))
      #expect(try String(contentsOfFile: "\(data)/states/wy.yaml", encoding: .utf8) == before)
    }
  }

  @Test("a table that can't be read is an error with its place, and changes nothing")
  func unreadable() throws {
    try withData("WY,np.max_per_physician,many,,,,,,recalled,\n") { data, table in
      let result = try ambit.run("facts", "import", "table.csv", "--data", ".", in: data)
      #expect(result.status == 2)
      #expect(
        result.errors.hasPrefix("table.csv:2:1: error: `many` is no answer to `np.max_per_physician` [wrong-type]\n"))
    }
  }

  @Test("the shipped law has no warnings, and its findings are one document in each form")
  func linting() throws {
    for form in ["text", "json", "sarif", "markdown"] {
      let result = try ambit.run("lint", "WY", "NC", "--format", form, "--as-of", "2026-11-25")
      #expect(result.status == 0, "\(form)")
      #expect(result.errors == "")
      guard form == "json" || form == "sarif" else { continue }
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) }
    }
  }

  @Test("a jurisdiction that there is not is an error with the nearest right spelling")
  func unknownJurisdiction() throws {
    let result = try ambit.run("lint", "STANDARD")
    #expect(result.status == 2)
    #expect(result.errors.contains("`STANDARD` is no jurisdiction [unknown-jurisdiction]"))
    #expect(result.errors.contains("write `STANDARDS`"))
  }
}
