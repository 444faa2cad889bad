import ArgumentParser
import Reporting
import Rules

/// `ambit doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tells which rules and law are used, where they were found, and whether they are whole.",
    discussion: """
      The folder with `rules/` and `states/` is the one that --data names, else the one that AMBIT_DATA names, else the \
      working folder, else the nearest above the program or in `share/ambit` beside it. All of it is read; where it was \
      installed, each file is compared to its digest.

      Exit status: 0 all is well; 2 something does not load, is missing, or is not as it was installed.
      """)
  @OptionGroup var data: DataOptions

  func run() throws {
    let found = try data.found()
    let inspection = DataInspection(found.folder)
    Terminal.write(
      DoctorText(inspection, version: Ambit.version, reason: found.reason, style: Terminal.style).text)
    guard inspection.problems.isEmpty else {
      Terminal.writeError(DiagnosticText(Terminal.errorStyle).text(inspection.problems))
      throw ExitStatus.invalidInput
    }
  }
}
