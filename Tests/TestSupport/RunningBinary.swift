import Foundation

/// A run of `ambit` that goes on while a test looks at what it writes.
public struct RunningBinary {
  private let process: Process
  private let files: Files

  init(_ process: Process, input: String) throws {
    self.process = process
    files = try Files()
    try Data(input.utf8).write(to: files.input)
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try files.handle(files.output)
    process.standardError = try files.handle(files.errors)
    do {
      try process.run()
    } catch {
      files.remove()
      throw error
    }
  }

  /// Waits until standard output or standard error has a text; false where that takes longer than twenty seconds.
  public func writes(_ text: String) -> Bool {
    for _ in 0..<1000 {
      let written = [files.output, files.errors].compactMap { try? String(contentsOf: $0, encoding: .utf8) }
      if written.contains(where: { $0.contains(text) }) { return true }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return false
  }

  /// Presses Ctrl-C.
  public func interrupt() { process.interrupt() }

  /// Waits for its end.
  /// - Throws: where what it wrote can't be read.
  public func finished() throws -> Binary.Result {
    defer { files.remove() }
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Binary.Result(
      status: status, output: try String(contentsOf: files.output, encoding: .utf8),
      errors: try String(contentsOf: files.errors, encoding: .utf8))
  }

  /// Files rather than pipes, which fill up.
  private struct Files {
    let folder: URL
    var input: URL { folder.appending(path: "input") }
    var output: URL { folder.appending(path: "output") }
    var errors: URL { folder.appending(path: "errors") }

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "ambit-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func handle(_ url: URL) throws -> FileHandle {
      try Data().write(to: url)
      return try FileHandle(forWritingTo: url)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }
}
