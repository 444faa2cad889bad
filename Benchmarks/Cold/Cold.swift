import Glibc

/// Times whole processes: `cold RUNS COMMAND [ARGUMENT …]`. Prints wall time and peak memory over the runs, of the
/// command and of `/bin/true` as a yardstick in the same run, and the stages that the command writes to standard error
/// as `name microseconds`.
@main
enum Cold {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2, let count = Int(arguments[0]), count > 0 else {
      print("usage: cold RUNS COMMAND [ARGUMENT …]")
      exit(64)
    }
    let command = Array(arguments.dropFirst())
    _ = run(command)
    var runs: [Run] = []
    var yardstick: [Run] = []
    for _ in 0..<count {
      if let run = run(command) { runs.append(run) }
      if let run = run(["/bin/true"]) { yardstick.append(run) }
    }
    guard runs.count == count, !yardstick.isEmpty else {
      print("\(command[0]) could not be run")
      exit(2)
    }
    report(runs, yardstick)
  }

  private static func report(_ runs: [Run], _ yardstick: [Run]) {
    print("process      median ms  least    most     peak MB")
    print(line("ambit", runs.map(\.milliseconds), runs.map(\.megabytes)))
    print(line("/bin/true", yardstick.map(\.milliseconds), yardstick.map(\.megabytes)))
    print("\nstage        median ms")
    for name in runs[0].stages.map(\.name) {
      let times = runs.compactMap { run in run.stages.first { $0.name == name }?.microseconds }.map { $0 / 1000 }
      print(name.padded(to: 13) + median(times).shown)
    }
  }

  private static func line(_ name: String, _ times: [Double], _ memory: [Double]) -> String {
    [
      name.padded(to: 13), median(times).shown.padded(to: 11), (times.min() ?? 0).shown.padded(to: 9),
      (times.max() ?? 0).shown.padded(to: 9), (memory.max() ?? 0).shown,
    ].joined()
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// One run of a process.
struct Run {
  let milliseconds: Double
  let megabytes: Double
  let stages: [(name: String, microseconds: Double)]
}

/// Runs a command, its output thrown away and its errors kept; nil where it can't be started.
private func run(_ command: [String]) -> Run? {
  var pipes: [Int32] = [0, 0]
  guard pipe(&pipes) == 0 else { return nil }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, pipes[1], STDERR_FILENO)
  posix_spawn_file_actions_addclose(&actions, pipes[0])
  let start = ContinuousClock.now
  var pid = pid_t()
  var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  defer { arguments.forEach { free($0) } }
  let status = posix_spawnp(&pid, command[0], &actions, nil, &arguments, environ)
  close(pipes[1])
  let errors = text(from: pipes[0])
  guard status == 0 else { return nil }
  var usage = rusage()
  var code: Int32 = 0
  wait4(pid, &code, 0, &usage)
  let (seconds, attoseconds) = (ContinuousClock.now - start).components
  return Run(
    milliseconds: Double(seconds) * 1000 + Double(attoseconds) / 1e15, megabytes: Double(usage.ru_maxrss) / 1024,
    stages: stages(in: errors))
}

private func text(from file: Int32) -> String {
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(file, &buffer, buffer.count)
    guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
  }
}

private func stages(in text: String) -> [(name: String, microseconds: Double)] {
  text.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard words.count == 2, let microseconds = Double(words[1]) else { return nil }
    return (String(words[0]), microseconds)
  }
}

extension Double {
  /// With two decimals.
  fileprivate var shown: String {
    let hundredths = Int((self * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
