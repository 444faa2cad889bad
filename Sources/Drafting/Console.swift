import Reporting

/// Where questions are put and answers come from: a terminal, a file with answers, or a test.
public struct Console {
  /// The next line of the user, without its line break; nil at the end.
  private let reading: () -> String?
  private let writing: (String) -> Void
  /// Whether the answers are written after the prompts, for what does not come from a terminal.
  private let isEchoing: Bool
  /// How text is written.
  public let style: Style

  /// A console. With `isEchoing` it writes each answer behind its prompt, as a terminal does by itself.
  public init(
    style: Style, isEchoing: Bool, read: @escaping () -> String?, write: @escaping (String) -> Void
  ) {
    self.style = style
    self.isEchoing = isEchoing
    reading = read
    writing = write
  }

  /// Asks for a line; nil at the end of the input.
  func ask(_ prompt: String = "> ") -> String? {
    writing(prompt)
    let line = reading()
    if isEchoing || line == nil { writing((line.map(style.plain) ?? "") + "\n") }
    return line.map(Self.trimmed)
  }

  /// Writes text as it is.
  func write(_ text: String) { writing(text) }

  /// Writes a paragraph in lines of the terminal's width.
  func say(_ text: String, indent: Int = 0, lead: String? = nil) {
    writing(style.wrapped(text, indent: indent, lead: lead).joined(separator: "\n") + "\n")
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while let last = line.last, last.isWhitespace { line.removeLast() }
    while let first = line.first, first.isWhitespace { line.removeFirst() }
    return String(line)
  }
}
