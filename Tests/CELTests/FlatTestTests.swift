import Diagnostics
import Testing

@testable import CEL

struct FlatTestTests {
  private static let values: [String: Binding] = [
    "b": .value(.bool(true)), "i": .value(.int(3)), "j": .value(.int(5)), "s": .value(.string("x")),
    "t": .value(.string("é")), "l": .value(.list([.int(1), .int(3)])), "w": .value(.list([.string("x")])),
    "m": .value((try? MapValue([(.string("s"), .string("x")), (.string("i"), .int(3))])).map(Value.map) ?? .null),
    "u": .unknown, "e": .error("failed"), "d": .value(.double(3)),
  ]

  private static let conditions = [
    "b", "i == 3", "3 != i", "i < j", "j >= 5", "s == 'x'", "'y' != s", "s == t", "s in ['x', 'y']",
    "t in ['e\\u0301']",
    "'x' in w", "m.s == 'x'", "m.i < j", "m.n", "l.exists(x, x == i)", "l.all(x, x < j)", "w.exists(x, x == s)",
    "[1, 2].exists(x, x > i)", "u", "e", "u == 1", "d == 3", "d < i", "l.exists(x, w.all(y, y == 'x' && x > 2))", "i",
    "w.exists(x, x == 'y')", "i in l", "s == 3", "l.exists(x, u)", "true", "false", "size(s) == 1",
  ]

  @Test("The flat form comes to the same answer as the full evaluation, for every pair of conditions")
  func agrees() throws {
    let environment = Environment(variables: Self.values.mapValues { _ in .dyn })
    var count = 0
    for one in Self.conditions {
      for other in Self.conditions {
        for text in ["\(one) && \(other)", "!(\(one)) || \(other)", "(\(one) || \(other)) && b"] {
          let expression = try Parser.parse(SourceText(name: "test", text: text))
          let compiled = CompiledExpression(unchecked: expression, in: environment)
          let bindings = compiled.bindings(Self.values)
          #expect(compiled.evaluate(bindings).written == compiled.evaluateInFull(bindings).written, "\(text)")
          count += 1
        }
      }
    }
    #expect(count == 3 * 32 * 32)
  }
}
