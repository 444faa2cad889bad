import Diagnostics

/// The digests of a data folder's files as they were installed, in the form of `sha256sum`: a line for each file with
/// 64 hexadecimal digits, two blanks and the path from the folder.
public struct Manifest: Hashable, Sendable {
  /// What it is called, in the folder whose files it lists.
  public static let path = "MANIFEST"
  /// The folders whose files it lists.
  public static let folders = ["rules", "states"]

  private let digests: [String: String]

  /// Reads the manifest of a folder; nil where it has none, as a checkout has.
  /// - Throws: `Rejection` where it can't be read, or with the place of each line that is no digest with a path.
  public init?(of folder: FileTree) throws(Rejection) {
    guard folder.contains(Self.path) else { return nil }
    let source = try folder.source(Self.path)
    let problems = Problems()
    var digests: [String: String] = [:]
    for (start, line) in Self.lines(of: source) {
      let digest = line.prefix(64)
      let path = line.dropFirst(66)
      if digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit), line.dropFirst(64).hasPrefix("  "), !path.isEmpty {
        digests[String(path)] = digest.lowercased()
      } else {
        let range = SourceRange(source, start..<(start + line.utf8.count))
        problems.error("wrong-manifest", at: range, "expected 64 hexadecimal digits, two blanks and a path")
      }
    }
    try problems.check()
    self.digests = digests
  }

  /// The lines with the offsets at which they begin, without those that are empty.
  private static func lines(of source: SourceText) -> [(start: Int, text: String)] {
    (1...source.lineCount).map { (source.start(ofLine: $0) ?? 0, source.line($0)) }.filter { !$0.text.isEmpty }
  }

  /// How many files it lists.
  public var count: Int { digests.count }

  /// What is not as it was installed: files that are changed, missing, or there without being listed.
  public func differences(in folder: FileTree) -> [Diagnostic] {
    let present = Set(folder.paths(below: Self.folders))
    return present.union(digests.keys).sorted().compactMap { path in
      guard let digest = digests[path] else { return Self.difference("added-file", path, "was not installed") }
      guard present.contains(path) else { return Self.difference("missing-file", path, "is missing") }
      let source = try? folder.source(path)
      let isSame = source.map { SHA256.hexadecimal(of: $0.bytes) == digest } ?? false
      return isSame ? nil : Self.difference("changed-file", path, "is not as it was installed")
    }
  }

  private static func difference(_ id: String, _ path: String, _ words: String) -> Diagnostic {
    Diagnostic(id, at: nil, "`\(path)` \(words)")
  }
}
