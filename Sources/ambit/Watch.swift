import Checking
import Diagnostics
import Documents
import Glibc
import Reporting

/// Checks a program again whenever its file, a rule or a state's law is written, until Ctrl-C.
struct Watch {
  /// Reads everything anew and checks it.
  let check: () throws(Rejection) -> Check
  /// The files whose change is waited for.
  let stamps: () -> [String: FileStamp]
  /// How often the files are looked at, in milliseconds.
  private static let interval = 300

  /// Watches from a first check on.
  /// - Returns: the last check that could be made; nil where the file can't be read now.
  func run(from first: Check, _ seen: [String: FileStamp]) -> Check? {
    var last = first
    var current: Check? = first
    var seen = seen
    Terminal.write("\nWatching \(first.program.root.range.source.name); Ctrl-C ends.\n")
    while !Self.isInterrupted() {
      let now = stamps()
      guard now != seen else { continue }
      seen = now
      do throws(Rejection) {
        let next = try check()
        Terminal.write("\n" + CheckChangeText(CheckChange(from: last, to: next), style: Terminal.style).text)
        last = next
        current = next
      } catch {
        Terminal.writeError("\n" + DiagnosticText(Terminal.errorStyle).text(error.diagnostics))
        current = nil
      }
    }
    return current
  }

  /// Waits, and tells whether Ctrl-C was pressed: the signal is held back from the process and asked for here.
  private static func isInterrupted() -> Bool {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var time = timespec(tv_sec: 0, tv_nsec: interval * 1_000_000)
    return sigtimedwait(&signals, nil, &time) == SIGINT
  }
}
