import Diagnostics
import Documents

/// A program file that is read, changed and written back, and that an editor may have open meanwhile.
struct ProgramFile {
  /// Its path, as the user wrote it.
  let path: String
  /// Its text as it was last read or written.
  private(set) var source: SourceText

  init(at path: String) throws(Rejection) {
    self.path = path
    source = try loadSource(at: path, named: path)
  }

  /// Writes a text in place of the file's.
  /// - Throws: `Rejection` where the file is no more what was read; it then stays as it is.
  mutating func replace(with text: String) throws(Rejection) {
    guard try loadSource(at: path, named: path).bytes == source.bytes else {
      throw Rejection(
        Diagnostic(
          "changed-file", at: nil, "`\(path)` was changed since it was read; this answer is not written",
          solutions: [.init("run `ambit ask \(path)` again")]))
    }
    try replaceFile(at: path, with: text)
    source = SourceText(name: path, text: text)
  }
}
