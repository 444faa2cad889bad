import Glibc

/// What tells that a file was written anew, without reading it: when, how large, and which file it is, since many
/// editors put a new one in place of the old.
public struct FileStamp: Hashable, Sendable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int
  private let number: UInt64

  /// The stamp of a file; nil where there is none.
  public init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
  }

  /// The stamps of files and of all files below folders, by path.
  public static func all(files: [String], folders: [String] = []) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    var rest = folders
    while let folder = rest.popLast() {
      for name in fileNames(in: folder) {
        let path = "\(folder)/\(name)"
        if name.hasSuffix(".yaml") { stamps[path] = FileStamp(at: path) } else { rest.append(path) }
      }
    }
    for path in files { stamps[path] = FileStamp(at: path) }
    return stamps
  }
}
