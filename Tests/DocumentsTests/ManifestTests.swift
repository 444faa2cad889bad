import Documents
import TestSupport
import Testing

@Suite struct ManifestTests {
  /// The digest of "abc", from FIPS 180-4's examples.
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func differences(_ files: [String: String]) throws -> [String] {
    let folder = FileTree.memory(files)
    return try #require(try Manifest(of: folder)).differences(in: folder).map(\.line)
  }

  @Test func filesThatAreTheSameAreSilent() throws {
    #expect(try differences(["MANIFEST": "\(Self.abc)  rules/a.yaml\n", "rules/a.yaml": "abc"]) == [])
  }

  @Test func whatIsChangedMissingOrAddedIsNamed() throws {
    let manifest = "\(Self.abc)  rules/a.yaml\n\(Self.abc)  states/b.yaml\n"
    #expect(
      try differences(["MANIFEST": manifest, "rules/a.yaml": "abd", "states/c.yaml": "abc", "other.yaml": "x"]) == [
        "changed-file: `rules/a.yaml` is not as it was installed", "missing-file: `states/b.yaml` is missing",
        "added-file: `states/c.yaml` was not installed",
      ])
  }

  @Test func aFolderThatWasNotInstalledHasNone() throws {
    let manifest = try Manifest(of: .memory(["rules/a.yaml": "abc"]))
    #expect(manifest == nil)
  }

  @Test func aLineThatIsNoDigestIsRefusedAtItsPlace() {
    let text = "\(Self.abc)  rules/a.yaml\nabc  rules/b.yaml\n\(Self.abc) rules/c.yaml\n"
    let found = rejection { _ = try Manifest(of: .memory(["MANIFEST": text])) }
    #expect(found.map(\.place) == ["2:1", "3:1"])
    #expect(
      Set(found.map(\.line)) == ["wrong-manifest: expected 64 hexadecimal digits, two blanks and a path"])
  }
}
