import Diagnostics
import Glibc

/// Puts a text in place of a file's: it is written beside it and then takes its name, so that a reader, or a machine
/// that stops, sees the old text or the new one and nothing between. The file keeps its permissions, and a link to it
/// stays a link.
/// - Throws: `Rejection` where the file can't be written; the old text then stands.
public func replaceFile(at path: String, with text: String) throws(Rejection) {
  let target = resolved(path)
  let temporary = try temporaryFile(for: target, with: text)
  guard rename(temporary, target) == 0 else { throw refusal(path, "replaced", removing: temporary) }
}

/// The file behind a link; the path itself where nothing stands there yet.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

/// The permissions of a file; those of a new one where there is none.
private func permissions(of path: String) -> mode_t {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
}

/// Writes a file that is not there yet, whole or not at all.
/// - Throws: `Rejection` where something stands at the path, which then stays, or the file can't be written.
public func createFile(at path: String, with text: String) throws(Rejection) {
  try refuseToOverwrite(path)
  let temporary = try temporaryFile(for: path, with: text)
  // A link, unlike a new name, never takes the place of what another process put there meanwhile.
  guard link(temporary, path) == 0 else {
    if errno == EEXIST {
      unlink(temporary)
      throw Rejection(taken(path))
    }
    throw refusal(path, "written", removing: temporary)
  }
  unlink(temporary)
}

/// Refuses a path at which something stands, before any work is done for it.
/// - Throws: `Rejection` where something stands there.
public func refuseToOverwrite(_ path: String) throws(Rejection) {
  if fileExists(at: path) { throw Rejection(taken(path)) }
}

private func taken(_ path: String) -> Diagnostic {
  Diagnostic(
    "file-exists", at: nil, "there is a file `\(path)` already, which is not overwritten",
    solutions: [.init("name another file")])
}

/// Writes a text beside the file that it is meant for.
private func temporaryFile(for path: String, with text: String) throws(Rejection) -> String {
  let temporary = "\(path).new-\(getpid())"
  let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL, permissions(of: path))
  guard file >= 0 else { throw refusal(path, "written", removing: temporary) }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      close(file)
      throw refusal(path, "written", removing: temporary)
    }
    rest = rest.dropFirst(count)
  }
  guard fsync(file) == 0, close(file) == 0 else { throw refusal(path, "written", removing: temporary) }
  return temporary
}

/// The reason for which the last call to the system failed.
private func refusal(_ path: String, _ what: String, removing temporary: String) -> Rejection {
  let reason = String(cString: strerror(errno))
  unlink(temporary)
  return Rejection(Diagnostic("unwritable-file", at: nil, "`\(path)` can't be \(what): \(reason)"))
}
