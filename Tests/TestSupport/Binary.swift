import Foundation

/// The built `ambit`, run as a user would.
public struct Binary: Sendable {
  /// What a run gave.
  public struct Result: Sendable {
    /// The exit status; -1 where the process was killed.
    public let status: Int32
    /// What went to standard output.
    public let output: String
    /// What went to standard error.
    public let errors: String
  }

  private let url: URL

  /// The binary that was built beside the tests.
  public init() {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    url = tests.deletingLastPathComponent().appending(path: "ambit")
  }

  /// Runs it in a folder, the checkout unless said otherwise.
  /// - Throws: where it can't be started.
  public func run(
    _ arguments: String..., input: String = "", in folder: String = Repository.root, environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, in: folder, environment: environment)
  }

  /// Runs it with a list of arguments.
  /// - Throws: where it can't be started.
  public func run(
    _ arguments: [String], input: String = "", in folder: String = Repository.root, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC"].merging(environment) { $1 }
    let files = try Files()
    defer { files.remove() }
    try Data(input.utf8).write(to: files.input)
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardOutput = try files.handle(files.output)
    process.standardError = try files.handle(files.errors)
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Result(
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

/// A folder for one test, gone when `body` is done.
public func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ambit-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
  try body(folder.path)
}
