import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct PatchingTests {
  private func node(_ text: String) throws -> Node { try YAMLReader.read(SourceText(name: "t", text: text)) }

  private func shown(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let elements): "[" + elements.map(shown).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  @Test(arguments: [
    ("{a: 1, b: {c: 2}}", "{b: {d: 3}}", "{a: 1, b: {c: 2, d: 3}}"),
    ("{a: 1, b: 2}", "{a: null}", "{b: 2}"),
    ("{a: [1, 2]}", "{a: [3]}", "{a: [3]}"),
    ("{s: [{id: x, n: 1}, {id: y}]}", "{s: {x: {n: 5}}}", "{s: [{id: x, n: 5}, {id: y}]}"),
    ("{s: [{id: x}, {id: y}]}", "{s: {x: null}}", "{s: [{id: y}]}"),
    ("{a: 1}", "{b: 2}", "{a: 1, b: 2}"),
  ])
  func laysAPatchOver(base: String, patch: String, result: String) throws {
    let problems = Problems()
    #expect(shown(try node(base).patched(with: try node(patch), problems: problems)) == result)
    #expect(problems.diagnostics.isEmpty)
  }

  @Test func refusesToChangeAnElementThatIsNotThere() throws {
    let problems = Problems()
    _ = try node("{s: [{id: np1}]}").patched(with: try node("{s: {np2: {n: 5}}}"), problems: problems)
    #expect(
      problems.diagnostics.map(\.line) == [
        "unknown-element: `np2` is no id in the list that it changes; help: write `np1`"
      ])
  }
}
