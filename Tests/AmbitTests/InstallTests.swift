import Foundation
import TestSupport
import Testing

/// `make install` puts a program that works from any folder under any prefix, and `ambit doctor` tells whether it is
/// whole.
@Suite struct InstallTests {
  /// Runs make with the binary that was built for the tests in place of one in release.
  @discardableResult
  private func make(_ target: String, _ prefix: String) throws -> Binary.Result {
    try Binary.run(
      "/usr/bin/make", ["-o", "build", target, "PREFIX=\(prefix)", "RELEASE=\(Binary.path)"], in: Repository.root)
  }

  private func withInstalled(_ body: (_ prefix: String, _ elsewhere: String) throws -> Void) throws {
    try withFolder(["elsewhere/note.txt": ""]) { folder in
      let installed = try make("install", "\(folder)/prefix")
      #expect(installed.status == 0, "\(installed.errors)")
      try body("\(folder)/prefix", "\(folder)/elsewhere")
    }
  }

  private func run(_ prefix: String, _ arguments: String..., in folder: String, data: String? = nil) throws
    -> Binary.Result
  {
    try Binary.run(
      "\(prefix)/bin/ambit", arguments, in: folder, environment: data.map { ["AMBIT_DATA": $0] } ?? [:])
  }

  @Test func anInstalledProgramWorksFromAnyFolder() throws {
    try withInstalled { prefix, elsewhere in
      let program = "\(Repository.root)/examples/durham.yaml"
      let check = try run(prefix, "check", program, "--brief", in: elsewhere)
      #expect(check.status == 1)
      #expect(check.output.hasPrefix("Durham Integrated Pain Center\n2026-11-25 · North Carolina"))
      let doctor = try run(prefix, "doctor", in: elsewhere)
      #expect(doctor.status == 0)
      #expect(doctor.output.contains("data       \(prefix)/share/ambit\n"))
      #expect(doctor.output.contains("found      the nearest to the program\n"))
      let count = Repository.files(below: "rules", ending: ".yaml").count
      let files = count + Repository.files(below: "states", ending: ".yaml").count
      #expect(doctor.output.contains("digests    all \(files) files are as they were installed\n"))
    }
  }

  @Test func anotherDataFolderIsTakenWhereItIsNamed() throws {
    try withInstalled { prefix, elsewhere in
      let named = try run(prefix, "doctor", "--data", Repository.root, in: elsewhere, data: "/nowhere")
      #expect(named.output.contains("found      named by --data\n"))
      #expect(named.output.contains("digests    none to compare with: this folder was not installed\n"))
      let environment = try run(prefix, "doctor", in: elsewhere, data: Repository.root)
      #expect(environment.output.contains("found      named by AMBIT_DATA\n"))
      let wrong = try run(prefix, "doctor", in: elsewhere, data: "/nowhere")
      #expect(wrong.status == 2)
      #expect(
        wrong.errors == "error: AMBIT_DATA names `/nowhere`, which has no `rules/` and `states/` [no-data]\n\n1 error\n"
      )
    }
  }

  @Test func doctorTellsWhatIsNotAsItWasInstalled() throws {
    try withInstalled { prefix, elsewhere in
      let data = "\(prefix)/share/ambit"
      let state = "\(data)/states/nc.yaml"
      try (String(contentsOfFile: state, encoding: .utf8) + "# mine\n").write(
        toFile: state, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: "\(data)/states/wy.yaml")
      try "x".write(toFile: "\(data)/rules/note.txt", atomically: true, encoding: .utf8)
      let result = try run(prefix, "doctor", in: elsewhere)
      #expect(result.status == 2)
      #expect(result.output.contains("digests    the files are not as they were installed\n"))
      #expect(
        result.errors == """
          error: `rules/note.txt` was not installed [added-file]

          error: `states/nc.yaml` is not as it was installed [changed-file]

          error: `states/wy.yaml` is missing [missing-file]

          error: the law of Wyoming is not coded: there is no `states/wy.yaml` [not-coded]

          4 errors

          """)
    }
  }

  @Test func manPageAndCompletionsStandWhereTheyAreLookedFor() throws {
    try withInstalled { prefix, _ in
      for path in [
        "share/man/man1/ambit.1", "share/bash-completion/completions/ambit", "share/zsh/site-functions/_ambit",
        "share/fish/vendor_completions.d/ambit.fish",
      ] {
        #expect(try String(contentsOfFile: "\(prefix)/\(path)", encoding: .utf8).contains("ambit"), "\(path)")
      }
      try make("uninstall", prefix)
      let left = FileManager.default.enumerator(atPath: prefix)?.compactMap { $0 as? String } ?? []
      #expect(!left.contains { $0.contains("ambit") })
    }
  }
}
