/// Scalars as they are written within one line of YAML.
public enum FlowText {
  /// A word without quotes where no reader could take it for something else, else in quotes.
  public static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    let startsWithDigit = text.utf8.first.map { (0x30...0x39).contains($0) } ?? true
    let reserved = ["yes", "no", "on", "off", "true", "false", "null"]
    return isPlain && !startsWithDigit && !reserved.contains(text) ? text : quoted(text)
  }

  /// A text in double quotes; what can't stand in a file as it is is written as an escape.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.standsInFiles: quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value < 0x100 ? 2 : 4
        quoted += (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
