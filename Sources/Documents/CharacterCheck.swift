import Diagnostics

/// Refuses bytes that no file of ours has: broken UTF-8, control characters, and those that reorder what is shown.
enum CharacterCheck {
  static func run(_ source: SourceText, _ problems: Problems) {
    let bytes = source.bytes
    if let broken = firstInvalid(bytes) {
      let range = SourceRange(source, broken..<(broken + 1))
      return problems.error("invalid-utf8", at: range, "the file is not valid UTF-8 here")
    }
    var offset = 0
    var marks = CombiningMarks()
    while !problems.isFull {
      // Nearly all of nearly every file.
      let next = bytes[offset...].firstIndex { !isPlain($0) } ?? bytes.count
      if next > offset { marks = CombiningMarks() }
      offset = next
      guard offset < bytes.count else { return }
      let length = length(of: bytes[offset])
      defer { offset += length }
      let scalar = scalar(bytes, offset, length)
      let isExcess = marks.exceeds(with: scalar)
      let range = SourceRange(source, offset..<(offset + length))
      if isExcess { problems.report(.combiningMarks(at: range)) }
      guard let name = refused(scalar) ?? loneReturn(at: offset, in: bytes) else { continue }
      problems.error("refused-character", at: range, "\(name) can't stand in a file")
    }
  }

  /// The offset of the first combining mark that is one too many, in valid text.
  static func firstExcess(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    var marks = CombiningMarks()
    while offset < bytes.count {
      let length = length(of: bytes[offset])
      if marks.exceeds(with: scalar(bytes, offset, length)) { return offset }
      offset += length
    }
    return nil
  }

  /// Printable ASCII or the end of a line: never refused, and no mark.
  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F || byte == 0x0A }

  private static func refused(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F..<0xA0: return "the control character \(code(of: scalar))"
    // YAML 1.1 ends a line here and YAML 1.2 does not: one file would say two things.
    case 0x2028, 0x2029: return "the line separator \(code(of: scalar))"
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C:
      return "the bidirectional control \(code(of: scalar))"
    default: return nil
    }
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// A line ends at a line feed: where a carriage return alone ended one, a reader's lines were not an editor's.
  private static func loneReturn(at offset: Int, in bytes: [UInt8]) -> String? {
    guard bytes[offset] == 0x0D, offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A else { return nil }
    return "a carriage return without a line feed"
  }

  /// The offset of the first byte that begins no well-formed sequence.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while let next = bytes[offset...].firstIndex(where: { $0 >= 0x80 }) {
      guard let length = sequenceLength(bytes, next) else { return next }
      offset = next + length
    }
    return nil
  }

  private static func sequenceLength(_ bytes: [UInt8], _ offset: Int) -> Int? {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
    for index in 1..<length where bytes[offset + index] & 0xC0 != 0x80 { return nil }
    let second = bytes[offset + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return nil
    default: return length
    }
  }

  /// The bytes of a character of valid text, by its first.
  private static func length(of first: UInt8) -> Int { first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2 }

  private static func scalar(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> Unicode.Scalar {
    guard length > 1 else { return Unicode.Scalar(bytes[offset]) }
    // The first byte of two has five bits of its own, of three four, of four three.
    let first = UInt32(bytes[offset] & (0xFF >> (UInt8(length) + 1)))
    let value = bytes[offset + 1..<offset + length].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension Diagnostic {
  static func combiningMarks(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "combining-marks", at: range, "more than \(CombiningMarks.limit) combining marks in a row can't stand in a file")
  }
}
