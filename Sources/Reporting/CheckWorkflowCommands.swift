import Checking
import Rules

/// A check as workflow commands of GitHub Actions, which show each gap and each doubt beside its line of the program.
public struct CheckWorkflowCommands {
  private let check: Check
  private let root: String

  /// The commands of a check; paths below the folder `root` are written from there.
  public init(_ check: Check, below root: String) {
    self.check = check
    self.root = root
  }

  /// A command a line, then a line that counts, which GitHub shows in the log alone.
  public var text: String {
    let lines = CheckAnnotation.all(of: check).map(command)
    return (lines + [check.counts.sentence, Footer.text]).map { $0 + "\n" }.joined()
  }

  private func command(_ annotation: CheckAnnotation) -> String {
    let start = annotation.range.start
    let properties = [
      ("file", RelativePath(annotation.range.source.name, below: root).text), ("line", String(start.line)),
      ("col", String(start.column)), ("title", "\(annotation.headline): \(annotation.rule)"),
    ]
    let written = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    return "::\(annotation.level.command) \(written)::\(Self.data(annotation.text))"
  }

  // MARK: Escapes

  /// What follows the command: what would end its line, and the sign of an escape.
  static func data(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  /// A value within the command: what separates values, too.
  static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}

extension CheckAnnotation.Level {
  /// The workflow command of this level.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
