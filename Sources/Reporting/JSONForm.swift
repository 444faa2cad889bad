import FoundationEssentials

/// Writes the versioned forms that other programs read: sorted keys, two blanks of indentation, UTF-8.
enum JSONForm {
  /// The text of a value, ending in a line break.
  /// - Throws: what the encoder throws, for numbers that JSON can't hold.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
