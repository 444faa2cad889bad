import Diagnostics
import Glibc

/// Whether a file or folder stands at a path.
public func fileExists(at path: String) -> Bool { access(path, F_OK) == 0 }

/// The names of a folder's files in alphabetical order; empty where there is no such folder.
public func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The paths of all files below a folder, each with the folder's path before it; links to folders are not followed.
public func filePaths(below folder: String) -> [String] {
  var paths: [String] = []
  var rest = [folder]
  while let next = rest.popLast() {
    for name in fileNames(in: next) {
      let path = "\(next)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { rest.append(path) } else { paths.append(path) }
    }
  }
  return paths
}

/// Reads a file as bytes. A folder, a missing, an unreadable and an oversized file are each refused by name.
/// - Throws: `Rejection` without a place in a text.
public func loadSource(at path: String, named name: String, limit: Int = 4 << 20) throws(Rejection) -> SourceText {
  var status = stat()
  guard stat(path, &status) == 0 else {
    throw Rejection(Diagnostic("missing-file", at: nil, "there is no file `\(name)`"))
  }
  guard status.st_mode & S_IFMT != S_IFDIR else {
    throw Rejection(Diagnostic("not-a-file", at: nil, "`\(name)` is a folder, not a file"))
  }
  let file = open(path, O_RDONLY)
  guard file >= 0 else { throw Rejection(Diagnostic("unreadable-file", at: nil, "`\(name)` can't be read")) }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &buffer, buffer.count)
    guard count >= 0 else { throw Rejection(Diagnostic("unreadable-file", at: nil, "`\(name)` can't be read")) }
    if count == 0 { return SourceText(name: name, bytes: bytes) }
    bytes += buffer[..<count]
    if bytes.count > limit { throw .tooLarge(SourceText(name: name, bytes: bytes), limit: limit) }
  }
}

/// Reads a YAML file.
/// - Throws: `Rejection` with every error that could be found.
public func loadDocument(at path: String, named name: String) throws(Rejection) -> Node {
  try YAMLReader.read(try loadSource(at: path, named: name, limit: YAMLReader.Limits.standard.size))
}

extension Rejection {
  /// A text beyond a limit of size, at the place where it passes it.
  static func tooLarge(_ source: SourceText, limit: Int) -> Rejection {
    Rejection(
      Diagnostic(
        "too-large", at: SourceRange(source, limit..<limit), "`\(source.name)` is larger than \(limit >> 20) MiB"))
  }
}

/// The day in UTC on which a file was last written; nil where there is no such file.
public func modificationDay(of path: String) -> Day? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return Day(number: Int(status.st_mtim.tv_sec) / 86_400)
}
