import Documents

/// How text for a terminal is written: with or without colour, and how wide.
public struct Style: Sendable {
  /// The colours that reports use.
  public enum Color: String, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  /// Whether colours are written.
  public let isColored: Bool
  /// Columns.
  public let width: Int

  /// A style; 80 columns without colour unless said otherwise.
  public init(isColored: Bool = false, width: Int = 80) {
    self.isColored = isColored
    self.width = max(40, width)
  }

  /// The text in colours, where they are written.
  public func paint(_ text: String, _ colors: Color...) -> String {
    guard isColored, !text.isEmpty else { return text }
    return "\u{1B}[\(colors.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Text from data without what could steer a terminal.
  public func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isDisplayControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isDisplayControl ? " " : $0 }))
  }

  /// The words of a text in lines of the style's width, each behind `indent` blanks; the first behind `lead`.
  public func wrapped(_ text: String, indent: Int, lead: String? = nil) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = lead ?? margin
    var isEmpty = true
    for word in plain(text).split(separator: " ") {
      if !isEmpty, line.columns + 1 + String(word).columns > width {
        lines.append(line)
        line = margin
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    lines.append(line)
    return lines
  }
}

extension String {
  /// The text filled up with blanks to a number of columns.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
