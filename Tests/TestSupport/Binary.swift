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

  /// Where the binary stands that was built beside the tests.
  public static var path: String {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "ambit").path
  }

  /// The binary that was built beside the tests.
  public init() {}

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

  /// Runs it behind some words of a shell, which end in a command that runs another.
  /// - Throws: where it can't be started.
  public func run(_ arguments: [String], limits: String) throws -> Result {
    try Self.run("/bin/sh", ["-c", "\(limits) \"$0\" \"$@\"", Self.path] + arguments, in: Repository.root)
  }

  /// Starts it and lets it run; `finished()` must be called.
  /// - Throws: where it can't be started.
  public func start(
    _ arguments: [String], input: String = "", in folder: String = Repository.root, environment: [String: String] = [:]
  ) throws -> RunningBinary {
    try Self.start(Self.path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs another program.
  /// - Throws: where it can't be started.
  public static func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Result {
    try start(program, arguments, input: "", in: folder, environment: environment).finished()
  }

  private static func start(
    _ program: String, _ arguments: [String], input: String, in folder: String, environment: [String: String]
  ) throws -> RunningBinary {
    let process = Process()
    process.executableURL = URL(filePath: program)
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
