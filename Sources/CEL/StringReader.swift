import Diagnostics

/// Reads a string or bytes literal from its opening quote on.
struct StringReader {
  private let source: SourceText
  private let isRaw: Bool
  private let isBytes: Bool
  private let start: Int
  /// Behind the literal, once it has been read.
  private(set) var place: Int

  init(_ source: SourceText, from place: Int, isRaw: Bool, isBytes: Bool) {
    self.source = source
    self.place = place
    self.isRaw = isRaw
    self.isBytes = isBytes
    start = place
  }

  /// The content as bytes of UTF-8.
  mutating func read() throws(Rejection) -> [UInt8] {
    let bytes = source.bytes
    let quote = bytes[place]
    let isTriple = bytes[place...].starts(with: [quote, quote, quote])
    let closing = Array(repeating: quote, count: isTriple ? 3 : 1)
    place += closing.count
    var content: [UInt8] = []
    while place < bytes.count {
      if bytes[place...].starts(with: closing) {
        place += closing.count
        return content
      }
      if bytes[place] == UInt8(ascii: "\\"), !isRaw {
        content += try escape()
      } else if bytes[place] == 0x0A || bytes[place] == 0x0D, !isTriple {
        break
      } else {
        content.append(bytes[place])
        place += 1
      }
    }
    throw failure("expected a closing quote", start..<place)
  }

  private static let simple: [Character: UInt8] = [
    "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92, "'": 39, "\"": 34, "`": 96, "?": 63,
  ]

  private mutating func escape() throws(Rejection) -> [UInt8] {
    let begin = place
    place += 1
    guard place < source.bytes.count else { throw failure("expected an escape", begin..<place) }
    let sign = Character(Unicode.Scalar(source.bytes[place]))
    if let byte = Self.simple[sign] {
      place += 1
      return [byte]
    }
    switch sign {
    case "x", "X": return try number(behind: 1, digits: 2, radix: 16, begin)
    case "u" where !isBytes: return try number(behind: 1, digits: 4, radix: 16, begin)
    case "U" where !isBytes: return try number(behind: 1, digits: 8, radix: 16, begin)
    case "0", "1", "2", "3": return try number(behind: 0, digits: 3, radix: 8, begin)
    default: throw failure("`\\\(sign)` is no escape", begin..<min(place + 1, source.bytes.count))
    }
  }

  private mutating func number(behind skip: Int, digits: Int, radix: Int, _ begin: Int) throws(Rejection) -> [UInt8] {
    let from = place + skip
    let to = from + digits
    guard to <= source.bytes.count, source.bytes[from..<to].allSatisfy({ $0.isHex }),
      let value = UInt32(source.text(in: from..<to), radix: radix)
    else { throw failure("expected \(digits) digits in the escape", begin..<min(to, source.bytes.count)) }
    place = to
    if isBytes { return [UInt8(truncatingIfNeeded: value)] }
    guard let scalar = Unicode.Scalar(value) else { throw failure("the escape is no character", begin..<to) }
    return Array(String(Character(scalar)).utf8)
  }

  private func failure(_ summary: String, _ offsets: Range<Int>) -> Rejection {
    Rejection(Diagnostic("expression-syntax", at: SourceRange(source, offsets), summary))
  }
}
