import Diagnostics
import Foundation
import Testing

@testable import CEL

/// Inputs that fuzzing began from or found.
struct CorpusTests {
  @Test("Every input of the corpus is refused or evaluated, within the limits")
  func corpus() throws {
    let folder = CaseFile.tests.appending(path: "Corpus")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count == 64)
    for file in files {
      let source = SourceText(name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
      guard let expression = try? Parser.parse(source, pairMacros: true) else { continue }
      let names = ["t", "f", "u", "e", "n", "s", "l", "m"]
      let environment = Environment(variables: Dictionary(uniqueKeysWithValues: names.map { ($0, Type.dyn) }))
      let compiled = CompiledExpression(unchecked: expression, in: environment)
      var bindings = compiled.bindings(Dictionary(uniqueKeysWithValues: names.map { ($0, Binding.unknown) }))
      bindings["s"] = .value(.string("aé"))
      let result = compiled.evaluate(bindings, limits: EvaluationLimits(steps: 20_000, size: 20_000))
      #expect(!result.written.isEmpty)
    }
  }
}
