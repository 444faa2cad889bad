import Testing

@testable import CEL

struct LimitTests {
  private static let list = Binding.value(.list((0..<100).map { .int($0) }))

  @Test(
    "A hostile expression stops in bounded time",
    arguments: [
      "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, a + b + c + d + e >= 0)))))",
      "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, a != 100)))))",
      "l.exists(a, l.all(b, l.all(c, l.all(d, l.all(e, 1 / 0 > 0))))) || true",
      "l.map(a, l.map(b, l.map(c, l.filter(d, d > c))))",
    ])
  func steps(text: String) throws {
    let limits = EvaluationLimits(steps: 100_000)
    #expect(
      try evaluate(text, ["l": Self.list], unchecked: true, limits: limits)
        == "error: the evaluation takes more than 100000 steps")
  }

  @Test(
    "A value that grows without bound is refused before it is made",
    arguments: [
      ("[['a', 'b']]", ".map(x, [x, x])", 30), ("['a']", ".map(x, x + x)", 60), ("[l]", ".map(x, x + x)", 60),
      ("[b'ab']", ".map(x, x + x)", 60), ("[l]", ".map(x, {1: x, 2: x})", 40), ("[l]", ".map(x, [x, x])", 40),
      ("[l]", ".transformMap(i, x, [x, x])", 40),
    ])
  func sizes(seed: String, step: String, count: Int) throws {
    let text = seed + String(repeating: step, count: count)
    #expect(
      try evaluate(text, ["l": Self.list], unchecked: true, limits: EvaluationLimits(steps: 1_000_000, size: 10_000))
        == "error: a value is larger than 10000 elements")
  }

  @Test(
    "Nothing absorbs a limit",
    arguments: [
      "(l.all(x, x >= 0)) || true", "l.all(x, x >= 0) && e || true", "[1].exists(x, l.all(y, y >= 0) || true)",
    ])
  func absorption(text: String) throws {
    #expect(
      try evaluate(text, ["l": Self.list, "e": .error("failed")], limits: EvaluationLimits(steps: 50))
        == "error: the evaluation takes more than 50 steps")
  }

  @Test("Comparing a value that shares its parts many times over is paid for by its size")
  func sharing() throws {
    let doubled = "[[1]]" + String(repeating: ".map(x, [x, x])", count: 12)
    #expect(try evaluate("\(doubled) == \(doubled)") == "true")
    #expect(
      try evaluate("\(doubled) == \(doubled)", limits: EvaluationLimits(steps: 10_000))
        == "error: the evaluation takes more than 10000 steps")
  }

  @Test("The tallest trees that the parser lets through are checked and evaluated")
  func tallest() throws {
    #expect(try evaluate(Array(repeating: "1", count: 400).joined(separator: " + ")) == "400")
    let nested = String(repeating: "[", count: 62) + "1" + String(repeating: "]", count: 62)
    #expect(try evaluate("size(\(nested))") == "1")
    #expect(try evaluate(String(repeating: "!", count: 64) + "true") == "true")
    let fields = "m" + String(repeating: ".m", count: 300)
    #expect(try evaluate(fields, ["m": .unknown]) == "unknown: m")
  }
}
