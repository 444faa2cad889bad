import Documents
import FoundationEssentials

/// Writes the versioned forms that other programs read: sorted keys, two blanks of indentation, UTF-8.
enum JSONForm {
  /// The text of a value, ending in a line break.
  /// - Throws: what the encoder throws, for numbers that JSON can't hold.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return plain(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// Escapes what could steer a terminal on which the text is shown; of it JSON itself escapes the least of
  /// control characters alone. Outside of strings nothing but line breaks is such.
  private static func plain(_ text: String) -> String {
    let steers = { (scalar: Unicode.Scalar) in scalar.isDisplayControl && scalar != "\n" }
    guard text.unicodeScalars.contains(where: steers) else { return text }
    return text.unicodeScalars.map { scalar in
      guard steers(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
