import ArgumentParser
import Checking
import Diagnostics
import Documents
import Drafting

/// Accepted findings: the file that is read, and the one that is written.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: "A file of accepted findings, each with reason, owner and last day: they are shown apart and don't fail.",
    completion: .file(extensions: ["yaml"]))
  var baseline: String?
  @Option(
    help: """
      Adds to this file, for --baseline, every gap and all that is unknown or unverified. Reason, owner and last day that \
      no option gives are left empty, and --baseline refuses the file until somebody fills them in.
      """,
    completion: .file(extensions: ["yaml"]))
  var writeBaseline: String?
  @Option(help: "The reason that --write-baseline gives for each finding that it adds.") var reason: String?
  @Option(help: "Who answers for each finding that --write-baseline adds.") var owner: String?
  @Option(help: "The last day of each acceptance that --write-baseline adds, YYYY-MM-DD.") var until: Day?

  /// Whether a baseline is read or written.
  var isAsked: Bool { baseline != nil || writeBaseline != nil }

  func validate() throws {
    if writeBaseline == nil, reason != nil || owner != nil || until != nil {
      throw ValidationError("--reason, --owner and --until go with --write-baseline.")
    }
    for (name, text) in [("reason", reason), ("owner", owner)] {
      guard let text, !text.contains(where: { !$0.isWhitespace }) else { continue }
      throw ValidationError("--\(name) says nothing.")
    }
    if let until, until < Clock.today { throw ValidationError("--until \(until) is over already.") }
  }

  /// The findings that are accepted, where a file of them is named.
  /// - Throws: `Rejection` with all that is wrong in the file.
  func accepted() throws(Rejection) -> Baseline? {
    guard let baseline else { return nil }
    return try Baseline(loadDocument(at: baseline, named: baseline))
  }

  /// Adds the findings of a check to the file that is to be written, where one is named, and says so.
  /// - Throws: `Rejection` where the file is no baseline or can't be written.
  func write(_ check: Check) throws(Rejection) {
    guard let path = writeBaseline else { return }
    let file = fileExists(at: path) ? try loadSource(at: path, named: path) : nil
    let terms = BaselineDraft.Terms(reason: reason, owner: owner, until: until)
    let draft = try BaselineDraft(check.findings, to: file, named: path, terms: terms)
    if draft.added > 0 || file == nil { try replaceFile(at: path, with: draft.text) }
    Terminal.writeError(draft.summary)
  }
}
