import Drafting
import Glibc
import Reporting

/// What the command line knows of its surroundings, and the only place that writes.
enum Terminal {
  /// Writes to standard output.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes to standard error.
  static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// A reader that has gone away ends the process by a signal, as it does for every filter.
  private static func write(_ text: String, to file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The folder in which the command works; empty where it is gone.
  static var folder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether a person can answer.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Where questions are put: standard output, with answers from standard input.
  static var console: Console {
    Console(style: style, isEchoing: isatty(STDIN_FILENO) == 0, read: { readLine() }, write: { write($0) })
  }

  /// The style of what goes to standard output.
  static var style: Style { style(of: STDOUT_FILENO) }

  /// The style of what goes to standard error.
  static var errorStyle: Style { style(of: STDERR_FILENO) }

  private static func style(of file: Int32) -> Style {
    let isTerminal = isatty(file) == 1
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return Style(isColored: isTerminal && !noColor && !isDumb, width: width(of: file, isTerminal))
  }

  /// The width of the terminal, up to 110 columns, since longer lines read badly; 80 for what goes elsewhere.
  private static func width(of file: Int32, _ isTerminal: Bool) -> Int {
    var size = winsize()
    guard isTerminal, ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(Int(size.ws_col), 110)
  }
}
