import Diagnostics

/// Splits an expression into tokens.
struct Lexer {
  private let source: SourceText
  private let bytes: [UInt8]
  private var place = 0

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  private static let signs = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")", "[",
    "]", "{", "}",
  ].map { Array($0.utf8) }

  /// All tokens, the end last.
  mutating func tokens() throws(Rejection) -> [Token] {
    var tokens: [Token] = []
    while true {
      skipBlanks()
      guard place < bytes.count else {
        tokens.append(Token(kind: .end, offsets: place..<place))
        return tokens
      }
      tokens.append(try next())
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[place]) {
        place += 1
      } else if bytes[place] == UInt8(ascii: "/"), at(1) == UInt8(ascii: "/") {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      } else {
        return
      }
    }
  }

  private func at(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  private mutating func next() throws(Rejection) -> Token {
    let byte = bytes[place]
    if let token = try string() { return token }
    if byte.isLetter { return identifier() }
    if byte.isDigit || (byte == UInt8(ascii: ".") && (at(1)?.isDigit ?? false)) { return number() }
    if byte == UInt8(ascii: "`") { return try quoted() }
    for sign in Self.signs where bytes[place...].starts(with: sign) {
      place += sign.count
      return Token(kind: .sign(String(decoding: sign, as: UTF8.self)), offsets: (place - sign.count)..<place)
    }
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    throw failure("`\(source.text(in: place..<end))` can't stand in an expression", place..<end)
  }

  private mutating func identifier() -> Token {
    let start = place
    while place < bytes.count, bytes[place].isLetter || bytes[place].isDigit { place += 1 }
    return Token(kind: .identifier(source.text(in: start..<place)), offsets: start..<place)
  }

  private mutating func quoted() throws(Rejection) -> Token {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "`"), bytes[place] != 0x0A { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "`") else {
      throw failure("expected a closing backquote", start..<place)
    }
    place += 1
    return Token(kind: .quoted(source.text(in: (start + 1)..<(place - 1))), offsets: start..<place)
  }

  // MARK: Numbers

  private mutating func number() -> Token {
    let start = place
    if bytes[place] == UInt8(ascii: "0"), at(1) == UInt8(ascii: "x"), at(2)?.isHex ?? false {
      place += 2
      while place < bytes.count, bytes[place].isHex { place += 1 }
      return integer(from: start)
    }
    digits()
    var isDouble = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "."), at(1)?.isDigit ?? false {
      isDouble = true
      place += 1
      digits()
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      let sign = at(1) == UInt8(ascii: "+") || at(1) == UInt8(ascii: "-") ? 2 : 1
      if at(sign)?.isDigit ?? false {
        isDouble = true
        place += sign
        digits()
      }
    }
    guard isDouble else { return integer(from: start) }
    return Token(kind: .double(source.text(in: start..<place)), offsets: start..<place)
  }

  private mutating func digits() {
    while place < bytes.count, bytes[place].isDigit { place += 1 }
  }

  private mutating func integer(from start: Int) -> Token {
    let text = source.text(in: start..<place)
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "u") {
      place += 1
      return Token(kind: .uint(text), offsets: start..<place)
    }
    return Token(kind: .int(text), offsets: start..<place)
  }

  // MARK: Strings

  private mutating func string() throws(Rejection) -> Token? {
    let start = place
    var raw = false
    var isBytes = false
    var quote = place
    if bytes[quote] | 0x20 == UInt8(ascii: "b") {
      isBytes = true
      quote += 1
    }
    if quote < bytes.count, bytes[quote] | 0x20 == UInt8(ascii: "r") {
      raw = true
      quote += 1
    }
    guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'") else {
      return nil
    }
    var reader = StringReader(source, from: quote, isRaw: raw, isBytes: isBytes)
    let content = try reader.read()
    place = reader.place
    if isBytes { return Token(kind: .bytes(content), offsets: start..<place) }
    return Token(kind: .string(String(decoding: content, as: UTF8.self)), offsets: start..<place)
  }

  private func failure(_ summary: String, _ offsets: Range<Int>) -> Rejection {
    Rejection(Diagnostic("expression-syntax", at: SourceRange(source, offsets), summary))
  }
}

extension UInt8 {
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self == 0x5F }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isHex: Bool { isDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x66 }
}
