import Foundation

/// A program of others that a test needs, found on the `PATH` or where `make tools` puts it.
public struct Tool: Sendable {
  private let path: String

  /// The tool of this name; nil where it is not installed.
  public static func named(_ name: String) -> Tool? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = (["\(Repository.root)/.build/tools/bin"] + folders).map { "\($0)/\(name)" }
    return candidates.first(where: FileManager.default.isExecutableFile).map { Tool(path: $0) }
  }

  /// A script of the checkout.
  public static func script(_ path: String) -> Tool { Tool(path: "\(Repository.root)/\(path)") }

  /// Runs it in the checkout, with these variables besides those of the test.
  /// - Returns: its status, and what it wrote to standard output and standard error.
  /// - Throws: where it can't be started.
  public func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: Repository.root)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
