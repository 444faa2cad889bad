import CLibYAML
import Diagnostics

/// The strict reader of the files that people write.
public enum YAMLReader {
  /// How much a file may hold.
  public struct Limits: Sendable {
    /// Bytes.
    public let size: Int
    /// Levels of nesting.
    public let depth: Int
    /// Values, the keys of mappings among them.
    public let values: Int

    /// The limits of what people write. A program of 500 staff and 200 lines has a tenth of the bytes and a third of the
    /// values, the largest file of law less; what keeps to them is read or refused in less than 100 ms and 50 MB.
    public static let standard = Limits()
    /// The limits of what machines export, such as the roster of a network.
    public static let export = Limits(size: 4 << 20, values: 1_000_000)

    /// Limits, the standard ones where nothing is said.
    public init(size: Int = 1 << 20, depth: Int = 32, values: Int = 50_000) {
      self.size = size
      self.depth = depth
      self.values = values
    }
  }

  /// Reads one document.
  /// - Throws: `Rejection` with every error that could be found.
  public static func read(_ source: SourceText, limits: Limits = .standard) throws(Rejection) -> Node {
    let problems = Problems()
    if source.bytes.count > limits.size { throw .tooLarge(source, limit: limits.size) }
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
