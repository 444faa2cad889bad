/// JSON as cases and answers have it. Members keep their order; numbers stay as written.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// Why a text is no JSON.
  struct Failure: Error {
    let summary: String
    /// The byte at which reading stopped.
    let offset: Int
  }

  /// Reads one value, with nothing behind it but blanks.
  init(_ text: [UInt8]) throws(Failure) {
    var reader = JSONReader(text)
    self = try reader.whole()
  }

  /// The member of an object; nil where there is none.
  subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string; nil for anything else.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// On one line.
  var written: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .bool(let bool): result += bool ? "true" : "false"
    case .number(let text): result += text
    case .string(let text): Self.write(text, to: &result)
    case .array(let elements):
      result += "["
      for (place, element) in elements.enumerated() {
        if place > 0 { result += ", " }
        element.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (place, member) in members.enumerated() {
        if place > 0 { result += ", " }
        Self.write(member.key, to: &result)
        result += ": "
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          result += "\\u00" + [UInt8(scalar.value)].hexadecimal
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    result += "\""
  }
}

/// Reads JSON (RFC 8259).
private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  private static let deepest = 100

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func whole() throws(JSON.Failure) -> JSON {
    let value = try value()
    skipBlanks()
    guard place == bytes.count else { throw failure("expected the end") }
    return value
  }

  private func failure(_ summary: String) -> JSON.Failure { JSON.Failure(summary: summary, offset: place) }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func skip(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func value() throws(JSON.Failure) -> JSON {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw failure("nested deeper than \(Self.deepest) levels") }
    skipBlanks()
    if skip("null") { return .null }
    if skip("true") { return .bool(true) }
    if skip("false") { return .bool(false) }
    if skip("\"") { return .string(try string()) }
    if skip("[") { return .array(try elements()) }
    if skip("{") { return .object(try members()) }
    return try number()
  }

  private mutating func elements() throws(JSON.Failure) -> [JSON] {
    var elements: [JSON] = []
    skipBlanks()
    if skip("]") { return elements }
    while true {
      elements.append(try value())
      skipBlanks()
      if skip("]") { return elements }
      guard skip(",") else { throw failure("expected `,` or `]`") }
    }
  }

  private mutating func members() throws(JSON.Failure) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = []
    skipBlanks()
    if skip("}") { return members }
    while true {
      skipBlanks()
      guard skip("\"") else { throw failure("expected a name in quotes") }
      let key = try string()
      skipBlanks()
      guard skip(":") else { throw failure("expected `:`") }
      members.append((key, try value()))
      skipBlanks()
      if skip("}") { return members }
      guard skip(",") else { throw failure("expected `,` or `}`") }
    }
  }

  private mutating func number() throws(JSON.Failure) -> JSON {
    let start = place
    while place < bytes.count, bytes[place].isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[place]) {
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard Double(text) != nil else {
      place = start
      throw failure("expected a value")
    }
    return .number(text)
  }

  private mutating func string() throws(JSON.Failure) -> String {
    var content: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x22:
        guard let text = String(validating: content, as: UTF8.self) else { throw failure("the string is no UTF-8") }
        return text
      case 0x5C: content += Array(String(try escape()).utf8)
      case 0..<0x20: throw failure("a control character in a string")
      default: content.append(byte)
      }
    }
    throw failure("expected a closing quote")
  }

  private mutating func escape() throws(JSON.Failure) -> Unicode.Scalar {
    guard place < bytes.count else { throw failure("expected an escape") }
    place += 1
    switch bytes[place - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar()
    default: throw failure("no escape of JSON")
    }
  }

  private mutating func scalar() throws(JSON.Failure) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, skip("\\u") else { throw failure("half of a surrogate pair") }
    let low = try codeUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw failure("half of a surrogate pair") }
    return scalar
  }

  private mutating func codeUnit() throws(JSON.Failure) -> UInt32 {
    guard place + 4 <= bytes.count, bytes[place..<(place + 4)].allSatisfy(\.isHex),
      let unit = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw failure("expected four digits") }
    place += 4
    return unit
  }
}
