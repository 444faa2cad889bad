import Foundation
import TestSupport
import Testing

/// Files made to bring the program down, given to the built binary in a process that may not grow or linger.
@Suite struct BrokenFileTests {
  /// Kilobytes of address space, most of which is the libraries of a build for tests.
  private static let memory = 400_000
  private static let seconds = 30

  private static func refused(_ id: String, _ text: String) -> (name: String, bytes: [UInt8], id: String) {
    (id, Array(text.utf8), id)
  }

  private static let files: [(name: String, bytes: [UInt8], id: String)] = [
    refused("empty-file", ""),
    refused("too-deep", String(repeating: "[", count: 1_000_000)),
    refused("too-deep", String(repeating: "{a: ", count: 200_000)),
    refused("too-many-errors", "a: [*a" + String(repeating: ", *a", count: 200_000) + "]"),
    refused("too-many-errors", String(repeating: "a: 1\n", count: 200_000)),
    refused("too-many-errors", (0..<20_000).map { "k\($0): 1\n" }.joined()),
    refused("too-many-values", (0..<80_000).map { "k\($0): 1\n" }.joined()),
    refused("too-large", String(repeating: "x", count: 4 << 20)),
    refused("wrong-type", String(repeating: "x", count: 1_000_000)),
    refused("yaml-syntax", "a: \"" + String(repeating: "\\\\", count: 500_000)),
    refused("refused-character", "a: \u{0}" + String(repeating: "\u{0}", count: 1_000_000)),
    refused("too-many-values", "program: x\nsites:\n" + String(repeating: "- {}\n", count: 200_000)),
    refused("missing-key", "program: x\nsites:\n" + String(repeating: "- {}\n", count: 40_000)),
    refused("second-document", String(repeating: "---\n", count: 250_000)),
    ("invalid UTF-8", Array("a: ".utf8) + [UInt8](repeating: 0xFF, count: 1_000_000), "invalid-utf8"),
  ]

  @Test(arguments: files.indices)
  func isRefusedWithinLimits(index: Int) throws {
    let file = Self.files[index]
    try withFolder([:]) { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = "\(folder)/broken.yaml"
      try Data(file.bytes).write(to: URL(filePath: path))
      let result = try Binary().run(
        ["check", path], limits: "ulimit -v \(Self.memory); exec timeout -s KILL \(Self.seconds)")
      #expect(result.status == 2, "\(file.name): \(result.errors.prefix(500))")
      #expect(result.output == "")
      #expect(result.errors.contains("[\(file.id)]"))
      #expect(result.errors.utf8.count < 200_000)
    }
  }
}
