import CEL

/// Times the rule language.
///
///     cel-benchmark check       parses and checks the sample rule
///     cel-benchmark limits      evaluates expressions that are made to take long
///     cel-benchmark evaluate    reads conditions from standard input, one a line: the expression, then its variables
///                               as `name=literal`, all apart by tabs; prints the answer and nanoseconds for each
@main
enum CELBenchmark {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "check": try SampleRule.measure()
    case "limits": try Hostile.measure()
    case "evaluate": while let line = readLine() { try Condition(line).measure() }
    default: print("usage: cel-benchmark check | limits | evaluate")
    }
  }
}

/// Times a closure: the median of rounds of about half a millisecond, in nanoseconds a call. Rounds are short, so that
/// most of them are not interrupted on a machine that is busy with other work.
func nanoseconds(rounds: Int = 51, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var count = 1
  while try clock.measure({ for _ in 0..<count { try body() } }) < .microseconds(500) { count *= 2 }
  var times: [Double] = []
  for _ in 0..<rounds {
    let time = try clock.measure { for _ in 0..<count { try body() } }
    times.append(time / .nanoseconds(1) / Double(count))
  }
  return times.sorted()[rounds / 2]
}
