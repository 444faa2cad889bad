import CLibYAML
import Diagnostics

/// The strict reader of the files that people write.
public enum YAMLReader {
  /// How much a file may hold.
  public struct Limits: Sendable {
    /// Bytes.
    public var size = 4 << 20
    /// Levels of nesting.
    public var depth = 32

    /// The limits of every file.
    public static let standard = Limits()
  }

  /// Reads one document.
  /// - Throws: `Rejection` with every error that could be found.
  public static func read(_ source: SourceText, limits: Limits = .standard) throws(Rejection) -> Node {
    let problems = Problems()
    if source.bytes.count > limits.size {
      throw Rejection(Diagnostic("too-large", at: nil, "`\(source.name)` is larger than \(limits.size >> 20) MiB"))
    }
    CharacterCheck.run(source, problems)
    try problems.check()
    var events = EventReader(source, limits: limits, problems: problems)
    let node = events.document()
    try problems.check()
    guard let node else {
      throw Rejection(Diagnostic("empty-file", at: SourceRange(source, 0..<0), "the file is empty"))
    }
    return node
  }
}
