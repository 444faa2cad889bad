/// How long each stage of a command took, for `Benchmarks/`.
struct Stages {
  private var stages: [(name: String, duration: Duration)] = []

  /// Runs a stage and notes how long it took.
  mutating func time<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try body()
    stages.append((name, ContinuousClock.now - start))
    return value
  }

  /// A line for each stage: its name and its microseconds.
  var text: String {
    stages.map { stage in
      let (seconds, attoseconds) = stage.duration.components
      return "\(stage.name) \(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)\n"
    }.joined()
  }
}
