/// A text with the places at which errors are expected, each marked by `▸` before it: the expectation stands where a
/// reader looks for it.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let text: String
  /// Line and column of each mark, both from 1, in the order of the text.
  public let places: [String]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var text = ""
    var places: [String] = []
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        places.append("\(line):\(column)")
        continue
      }
      text.unicodeScalars.append(scalar)
      column += 1
      if scalar == "\n" {
        line += 1
        column = 1
      }
    }
    self.text = text
    self.places = places
  }
}
