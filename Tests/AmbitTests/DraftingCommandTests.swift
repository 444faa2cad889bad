import Foundation
import TestSupport
import Testing

/// `ambit new`, `ambit ask` and `ambit check --watch`, from the built binary.
@Suite struct DraftingCommandTests {
  private let ambit = Binary()
  private let outline = [
    "--state", "NC", "--setting", "office", "--profession", "physician", "--payer", "medicare_ffs",
  ]

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  // MARK: New

  @Test func whatNewWritesChecks() throws {
    try withFolder(["keep": ""]) { folder in
      let data = ["AMBIT_DATA": Repository.root]
      let made = try ambit.run(
        ["new", "a.yaml"] + outline + ["--service", "evaluation_and_management"], in: folder, environment: data)
      #expect(made.status == 0)
      #expect(
        made.output
          == "Wrote a.yaml: 1 person, 1 service line, 1 payer.\n\nNext:\n  ambit check a.yaml --brief\n  ambit ask a.yaml\n"
      )
      let checked = try ambit.run(["check", "a.yaml", "--brief"], in: folder, environment: data)
      // A physician whose licence nobody stated has none.
      #expect(checked.status == 1)
      #expect(checked.errors == "")
      #expect(checked.output.contains("UNLAWFUL  licence-held.licence"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.yaml", "keep"])
    }
  }

  @Test func newOverwritesNothing() throws {
    try withFolder(["a.yaml": "mine"]) { folder in
      let result = try ambit.run(["new", "\(folder)/a.yaml"] + outline + ["--service", "acupuncture"])
      #expect(result.status == 2)
      #expect(
        result.errors == "error: there is a file `\(folder)/a.yaml` already, which is not overwritten [file-exists]\n"
          + "  help: name another file\n\n1 error\n")
      #expect(try text("\(folder)/a.yaml") == "mine")
    }
  }

  @Test func newNamesTheFlagThatIsMissing() throws {
    let result = try ambit.run(["new", "nowhere.yaml"] + outline)
    #expect(result.status == 64)
    #expect(
      result.errors.hasPrefix("Error: --service is needed where there is no terminal to ask in.\nUsage: ambit new"))
  }

  @Test func newRefusesAWordAndWritesNothing() throws {
    try withFolder([:]) { folder in
      let result = try ambit.run(["new", "\(folder)/a.yaml"] + outline + ["--service", "acupunture"])
      #expect(result.status == 2)
      #expect(
        result.errors == "error: `acupunture` is no service [unknown-answer]\n  help: write `acupuncture`\n\n1 error\n")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.yaml"))
    }
  }

  // MARK: Ask

  @Test func askWritesAnswersFromStandardInput() throws {
    try withFolder(["a.yaml": try Repository.text("examples/durham.yaml")]) { folder in
      let path = "\(folder)/a.yaml"
      // A question that `no` does not answer is then skipped.
      let result = try ambit.run("ask", path, input: String(repeating: "no\n\n", count: 12))
      #expect(result.status == 1)
      #expect(result.errors == "")
      #expect(result.output.contains("> no\n  Written.\n"))
      let lines = try text(path).split(separator: "\n")
      #expect(lines.contains("clinical_champion: false") || lines.contains("administrative_champion: false"))
      let old = try Repository.text("examples/durham.yaml").split(separator: "\n")
      #expect(old.filter { $0.hasPrefix("#") } == lines.filter { $0.hasPrefix("#") })
    }
  }

  @Test func askRefusesWhatIsNoProgram() throws {
    let result = try ambit.run("ask", "nowhere.yaml")
    #expect(result.status == 2)
    #expect(result.errors == "error: there is no file `nowhere.yaml` [missing-file]\n\n1 error\n")
  }

  // MARK: Watch

  @Test func watchPrintsWhatChangedUntilItIsInterrupted() throws {
    let program = try Repository.text("examples/durham.yaml")
    let added = program.split(separator: "\n", omittingEmptySubsequences: false).count
    try withFolder(["a.yaml": program]) { folder in
      let path = "\(folder)/a.yaml"
      let run = try ambit.start(["check", path, "--brief", "--watch"])
      defer { run.interrupt() }
      #expect(run.writes("Watching \(path); Ctrl-C ends.\n"))
      try write(program + "clinical_champion: true\n", to: path)
      #expect(run.writes("\n  settled  met biopsychosocial-team.clinical-champion, program\n"))
      try write(program + "clinical_champion: true # named\n", to: path)
      #expect(run.writes("\nNothing changed.\n"))
      try write(program + "clinical_champoin: true\n", to: path)
      #expect(run.writes("help: write `clinical_champion`"))
      try write(program, to: path)
      #expect(run.writes("\n  appeared  UNKNOWN"))
      run.interrupt()
      let result = try run.finished()
      #expect(result.status == 1)
      #expect(result.errors.contains(":\(added):1: error: `clinical_champoin` is no key of a program [unknown-key]\n"))
    }
  }

  @Test func watchGoesWithTextAlone() throws {
    let result = try ambit.run("check", "examples/durham.yaml", "--watch", "--format", "json")
    #expect(result.status == 64)
    #expect(
      result.errors.hasPrefix(
        "Error: --watch goes with --format text alone, without --states, --output and a baseline.\n"))
  }
}
