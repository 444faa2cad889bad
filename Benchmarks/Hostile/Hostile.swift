import Foundation

/// Writes the hostile documents of the tests and large ones, of 1 and 4 MiB, into a folder: `hostile FOLDER`.
@main
enum Hostile {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      print("usage: hostile FOLDER")
      exit(64)
    }
    let folder = URL(filePath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, document) in HostileDocuments.all.enumerated() {
      let digits = String(number)
      let name = "test-" + String(repeating: "0", count: 3 - digits.count) + digits
      try Data(document.text.utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    for document in LargeDocuments(size: 1 << 20).all {
      try Data(document.text.utf8).write(to: folder.appending(path: "\(document.name).yaml"))
    }
    for document in LargeDocuments(size: 4 << 20).all {
      try Data(document.text.utf8).write(to: folder.appending(path: "\(document.name)-4M.yaml"))
    }
    // A text of Swift can't hold what is no UTF-8.
    let broken = Data("a: ".utf8) + Data(repeating: 0xFF, count: 1_000_000)
    try broken.write(to: folder.appending(path: "not-utf-8.yaml"))
    let late = Data("a: ".utf8) + Data(repeating: 0x78, count: 1_000_000) + Data([0xFF])
    try late.write(to: folder.appending(path: "not-utf-8-at-its-end.yaml"))
  }
}
