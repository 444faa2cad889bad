import Foundation
import TestSupport
import Testing

/// The files of `integrations/`, by which other tools run Ambit.
@Suite struct IntegrationTests {
  private static let tool = Tool.named("check-jsonschema")

  /// Runs a script with an `ambit` in its place that ends as the last argument says, and writes down what it was given.
  private func run(
    _ script: String, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> (status: Int32, lines: [String], outputs: String) {
    var found: (Int32, [String], String)?
    let stub = "#!/bin/sh\necho \"$@\"\nfor last; do :; done\nexit \"${last%%.*}\"\n"
    try withFolder(["ambit": stub, "outputs": ""]) { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/ambit")
      let variables = ["PATH": "\(folder):/usr/bin:/bin", "GITHUB_OUTPUT": "\(folder)/outputs"]
      let result = try Tool.script(script).run(arguments, environment: variables.merging(environment) { $1 })
      let outputs = try String(contentsOfFile: "\(folder)/outputs", encoding: .utf8)
      found = (result.status, result.output.split(separator: "\n").map(String.init), outputs)
    }
    return try #require(found)
  }

  // MARK: pre-commit

  @Test(arguments: [
    (["0.yaml"], 0), (["0.yaml", "3.yaml"], 3), (["1.yaml", "3.yaml", "0.yaml"], 1), (["2.yaml", "1.yaml"], 2),
    (["1.yaml", "64.yaml", "3.yaml"], 64), ([], 0),
  ])
  func theHookEndsWithTheWorst(files: [String], status: Int) throws {
    #expect(try run("integrations/pre-commit/check", ["--brief", "--"] + files).status == Int32(status))
  }

  @Test func theHookChecksEachProgramWithTheOptions() throws {
    let lines = try run("integrations/pre-commit/check", ["--fail-on", "at_risk", "--", "0.yaml", "3.yaml"]).lines
    #expect(lines == ["check --fail-on at_risk -- 0.yaml", "check --fail-on at_risk -- 3.yaml"])
  }

  // MARK: GitHub

  private func action(_ program: String, allows: String = "false") throws -> (
    status: Int32, lines: [String], outputs: String
  ) {
    try run(
      "integrations/github-action/check", [],
      [
        "PROGRAM": program, "FAIL_ON": "unpaid", "TRUST": "verified", "SARIF": "a.sarif", "BASELINE": "b.yaml",
        "ALLOW_UNDECIDED": allows, "AMBIT": "",
      ])
  }

  @Test func theActionWritesAnnotationsAndSARIF() throws {
    let result = try action("1.yaml")
    let options = "check --fail-on unpaid --trust verified --baseline b.yaml"
    #expect(
      result.lines == [
        "\(options) --format sarif --output a.sarif -- 1.yaml", "\(options) --format github -- 1.yaml",
      ])
    #expect(result.outputs == "status=1\nsarif=a.sarif\n")
  }

  @Test func theActionLetsNothingPassUnlessToldTo() throws {
    #expect(try action("0.yaml").status == 0)
    #expect(try action("1.yaml", allows: "true").status == 1)
    #expect(try action("2.yaml", allows: "true").status == 2)
    #expect(try action("3.yaml").status == 3)
    #expect(try action("3.yaml", allows: "true").status == 0)
  }

  @Test(.enabled(if: tool != nil, "check-jsonschema is not installed: make tools"))
  func theActionIsOne() throws {
    let arguments = ["--builtin-schema", "vendor.github-actions", "integrations/github-action/action.yml"]
    let result = try #require(Self.tool).run(arguments)
    #expect(result.status == 0, "\(result.output)")
  }

  // MARK: Editors

  @Test func theSettingsNameSchemasThatAreThere() throws {
    let text = try Repository.text("integrations/vscode/settings.json")
    let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let schemas = try #require(page["yaml.schemas"] as? [String: [String]])
    #expect(schemas.count == 7)
    for path in schemas.keys { #expect(FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)")) }
    // Each family of rules has its line.
    let families = Set(
      Repository.files(below: "rules", ending: ".test.yaml").compactMap { $0.split(separator: "/").dropLast().last })
    let globs = families.map { "rules/\($0)/*.yaml" }.sorted()
    #expect(schemas["./integrations/vscode/rule-file.json"] == globs)
  }
}
