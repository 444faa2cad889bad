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
    try start(arguments, input: input, in: folder, environment: environment).finished()
  }

  /// Starts it and lets it run; `finished()` must be called.
  /// - Throws: where it can't be started.
  public func start(
    _ arguments: [String], input: String = "", in folder: String = Repository.root, environment: [String: String] = [:]
  ) throws -> RunningBinary {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC"].merging(environment) { $1 }
    return try RunningBinary(process, input: input)
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
