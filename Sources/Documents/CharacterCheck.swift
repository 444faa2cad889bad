import Diagnostics

/// Refuses bytes that no file of ours has: broken UTF-8, control characters, and those that reorder what is shown.
enum CharacterCheck {
  static func run(_ source: SourceText, _ problems: Problems) {
    guard let broken = firstInvalid(source.bytes) else {
      for (offset, scalar) in scalars(source.bytes) {
        guard let name = refused(scalar) ?? loneReturn(at: offset, in: source.bytes) else { continue }
        let range = SourceRange(source, offset..<(offset + scalar.utf8.count))
        problems.error("refused-character", at: range, "\(name) can't stand in a file")
        if problems.diagnostics.count >= 20 { return }
      }
      return
    }
    problems.error("invalid-utf8", at: SourceRange(source, broken..<(broken + 1)), "the file is not valid UTF-8 here")
  }

  private static func refused(_ scalar: Unicode.Scalar) -> String? {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F..<0xA0: return "the control character \(code)"
    // YAML 1.1 ends a line here and YAML 1.2 does not: one file would say two things.
    case 0x2028, 0x2029: return "the line separator \(code)"
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: return "the bidirectional control \(code)"
    default: return nil
    }
  }

  /// A line ends at a line feed: where a carriage return alone ended one, a reader's lines were not an editor's.
  private static func loneReturn(at offset: Int, in bytes: [UInt8]) -> String? {
    guard bytes[offset] == 0x0D, offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A else { return nil }
    return "a carriage return without a line feed"
  }

  /// The offset of the first byte that begins no well-formed sequence.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      guard let length = sequenceLength(bytes, offset) else { return offset }
      offset += length
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

  static func scalars(_ bytes: [UInt8]) -> [(Int, Unicode.Scalar)] {
    // Only what is not plain ASCII text can be refused.
    var result: [(Int, Unicode.Scalar)] = []
    var offset = 0
    while offset < bytes.count {
      let first = bytes[offset]
      if first < 0x80 {
        if first < 0x20 || first == 0x7F { result.append((offset, Unicode.Scalar(first))) }
        offset += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      let text = String(decoding: bytes[offset..<min(offset + length, bytes.count)], as: UTF8.self)
      if let scalar = text.unicodeScalars.first { result.append((offset, scalar)) }
      offset += length
    }
    return result
  }
}
