import Foundation
import Testing

/// A page of documentation that is written from the sources.
public enum GeneratedPage {
  /// Expects that a page says what it would say if it were written now; with `AMBIT_RECORD=1` it is written.
  /// - Throws: where it can't be read or written.
  public static func expect(_ path: String, toBe text: String) throws {
    let file = URL(filePath: "\(Repository.root)/\(path)")
    if ProcessInfo.processInfo.environment["AMBIT_RECORD"] != nil {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    // Not the texts themselves: their difference would fill the screen.
    let isCurrent = (try? Repository.text(path)) == text
    #expect(isCurrent, "\(path) is stale: AMBIT_RECORD=1 swift test --filter PageTests")
  }
}
