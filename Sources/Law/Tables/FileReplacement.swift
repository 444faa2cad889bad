import Diagnostics
import Glibc

/// Puts a text in place of a file's: it is written beside it and then takes its name, so that a reader, or a machine
/// that stops, sees the old text or the new one and nothing between.
/// - Throws: `Rejection` where the file can't be written; the old text then stands.
public func replaceFile(at path: String, with text: String) throws(Rejection) {
  let temporary = "\(path).new-\(getpid())"
  func refusal(_ what: String) -> Rejection {
    let reason = String(cString: strerror(errno))
    unlink(temporary)
    return Rejection(Diagnostic("unwritable-file", at: nil, "`\(path)` can't be \(what): \(reason)"))
  }
  let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
  guard file >= 0 else { throw refusal("written") }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      close(file)
      throw refusal("written")
    }
    rest = rest.dropFirst(count)
  }
  guard fsync(file) == 0, close(file) == 0 else { throw refusal("written") }
  guard rename(temporary, path) == 0 else { throw refusal("replaced") }
}
