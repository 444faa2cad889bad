import CEL
import Diagnostics

/// Expressions that are made to take long, and how long it is until a limit stops them.
enum Hostile {
  private static let expressions = [
    "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, a + b + c + d + e >= 0)))))",
    "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, a != 100)))))",
    "[['a', 'b']]" + String(repeating: ".map(x, [x, x])", count: 30),
    "['a']" + String(repeating: ".map(x, x + x)", count: 60),
    "l.map(a, l.map(b, l.map(c, l)))",
    "l.all(x, l.all(y, s.matches('^(a|aa|' + string(x) + ')*(b{' + string(y) + '})*$')))",
    "l.all(x, l.all(y, timestamp(x).getHours('America/New_York'.contains('x') ? 'UTC' : 'Asia/Tokyo') > 0))",
    "l.all(x, l.all(y, s.contains(s + 'b') || s < s + s))",
    Array(repeating: "s.matches('(a{1000}){9}$')", count: 2_000).joined(separator: " || "),
  ]

  /// Prints what each comes to, and the milliseconds from its text to there.
  static func measure() throws {
    let values: [String: Binding] = [
      "l": .value(.list((0..<100).map { .int($0) })), "s": .value(.string(String(repeating: "a", count: 20_000))),
    ]
    let environment = Environment(variables: values.mapValues { _ in .dyn })
    for text in expressions {
      let source = SourceText(name: "hostile", text: text)
      var answer = ""
      let time = try ContinuousClock().measure {
        let compiled = CompiledExpression(unchecked: try Parser.parse(source), in: environment)
        answer = compiled.evaluate(compiled.bindings(values)).text
      }
      print("\(Int(time / .milliseconds(1))) ms  \(answer.prefix(60))  \(text.prefix(60))")
    }
  }
}
