import Diagnostics

/// A folder of files to read from: one on disk, or one that stands in memory, as tests have it.
public struct FileTree: Sendable {
  private enum Content: Sendable {
    case disk(root: String)
    case memory([String: String])
  }

  private let content: Content

  /// A folder on disk; messages name its files by `root` and their path within it.
  public static func disk(_ root: String) -> FileTree {
    FileTree(content: .disk(root: root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root))
  }

  /// Texts by their path, such as `rules/codebook.yaml`.
  public static func memory(_ texts: [String: String]) -> FileTree { FileTree(content: .memory(texts)) }

  /// What messages call the folder.
  public var name: String {
    switch content {
    case .disk(let root): root
    case .memory: "memory"
    }
  }

  /// Whether a file or folder stands at a path.
  public func contains(_ path: String) -> Bool {
    switch content {
    case .disk(let root): fileExists(at: "\(root)/\(path)")
    case .memory(let texts): texts.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
    }
  }

  /// The names of the files right in a folder, in alphabetical order; empty where there is no such folder.
  public func names(in folder: String) -> [String] {
    switch content {
    case .disk(let root): return fileNames(in: "\(root)/\(folder)")
    case .memory(let texts):
      let prefix = folder + "/"
      return texts.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        .filter { !$0.contains("/") }.sorted()
    }
  }

  /// The paths of all files below some folders, in alphabetical order.
  public func paths(below folders: [String]) -> [String] {
    switch content {
    case .disk(let root):
      return folders.flatMap { filePaths(below: "\(root)/\($0)") }.map { String($0.dropFirst(root.count + 1)) }.sorted()
    case .memory(let texts): return texts.keys.filter { key in folders.contains { key.hasPrefix($0 + "/") } }.sorted()
    }
  }

  /// Reads the bytes of the file at a path.
  /// - Throws: `Rejection` where it can't be read.
  public func source(_ path: String) throws(Rejection) -> SourceText {
    switch content {
    case .disk(let root): return try loadSource(at: "\(root)/\(path)", named: shown(path, in: root))
    case .memory(let texts):
      guard let text = texts[path] else {
        throw Rejection(Diagnostic("missing-file", at: nil, "there is no file `\(path)`"))
      }
      return SourceText(name: path, text: text)
    }
  }

  /// Reads the YAML file at a path.
  /// - Throws: `Rejection` with every error that could be found.
  public func document(_ path: String) throws(Rejection) -> Node {
    try YAMLReader.read(try source(path))
  }

  /// Files of the working folder are named without a prefix, as the user would.
  private func shown(_ path: String, in root: String) -> String { root == "." ? path : "\(root)/\(path)" }
}
