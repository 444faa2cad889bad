import Documents
import Foundation
import TestSupport
import Testing

/// Files that are written whole or not at all.
@Suite struct FileReplacementTests {
  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func aFileKeepsItsPermissions() throws {
    try withFolder(["a.yaml": "old"]) { folder in
      let path = "\(folder)/a.yaml"
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try replaceFile(at: path, with: "new")
      #expect(try text(path) == "new")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func aLinkStaysALink() throws {
    try withFolder(["a.yaml": "old"]) { folder in
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/link.yaml", withDestinationPath: "a.yaml")
      try replaceFile(at: "\(folder)/link.yaml", with: "new")
      #expect(try text("\(folder)/a.yaml") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.yaml") == "a.yaml")
    }
  }

  @Test func aNewFileTakesNobodysPlace() throws {
    try withFolder(["a.yaml": "old"]) { folder in
      let found = rejection { try createFile(at: "\(folder)/a.yaml", with: "new") }
      #expect(
        found.map(\.line) == [
          "file-exists: there is a file `\(folder)/a.yaml` already, which is not overwritten; help: name another file"
        ])
      #expect(try text("\(folder)/a.yaml") == "old")
      try createFile(at: "\(folder)/b.yaml", with: "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.yaml", "b.yaml"])
    }
  }
}
