/// Counts combining marks in a row. To compare two texts, their marks are put in order, which takes the square of their
/// number: a word with a million of them would hold the processor for hours.
struct CombiningMarks {
  /// The most in a row: the limit of Unicode's Stream-Safe Text Format (UAX #15), beyond which no language goes.
  static let limit = 30

  private var count = 0

  /// Whether a character, which comes after those asked about before, is one mark too many.
  mutating func exceeds(with scalar: Unicode.Scalar) -> Bool {
    count = Self.isMark(scalar) ? count + 1 : 0
    return count == Self.limit + 1
  }

  /// Whether a text has too many in a row.
  static func exceed(in text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    var marks = CombiningMarks()
    return text.unicodeScalars.contains { marks.exceeds(with: $0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Asking for properties is slow; most text is Latin, Chinese, Japanese or Korean.
    case 0..<0x300, 0x3400..<0xA000, 0xAC00..<0xD7A4: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
