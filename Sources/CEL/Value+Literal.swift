extension Value {
  /// The value as an expression would write it.
  public var literal: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .double(let number): number.literal
    case .string(let text): text.quoted
    case .bytes(let bytes): "b\"" + bytes.map { Self.octet($0) }.joined() + "\""
    case .list(let list): "[" + list.elements.map(\.literal).joined(separator: ", ") + "]"
    case .map(let map): "{" + map.entries.map { "\($0.key.literal): \($0.value.literal)" }.joined(separator: ", ") + "}"
    case .timestamp(let moment): "timestamp(\"\(moment)\")"
    case .duration(let duration): "duration(\"\(duration.expressionText)\")"
    case .type(let name): name
    case .record(let record):
      record.name + "{"
        + record.fields.entries.map { "\($0.key.plainText): \($0.value.literal)" }.joined(separator: ", ") + "}"
    }
  }

  /// The text of a string; any other value as a literal.
  var plainText: String { if case .string(let text) = self { text } else { literal } }

  private static func octet(_ byte: UInt8) -> String {
    switch byte {
    case 0x22, 0x5C: "\\" + String(Unicode.Scalar(byte))
    case 0x20..<0x7F: String(Unicode.Scalar(byte))
    default: "\\x" + [byte].hexadecimal
    }
  }
}

extension String {
  /// In double quotes, with escapes for what a literal can't hold.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\x" + [UInt8(scalar.value)].hexadecimal
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

extension Double {
  /// With a point or an exponent, so that it reads as a double again.
  var literal: String {
    if isNaN { return "double(\"NaN\")" }
    if isInfinite { return self > 0 ? "double(\"Infinity\")" : "double(\"-Infinity\")" }
    return description
  }

  /// As `string(…)` gives it: the fewest digits that read back as the same number, `3` for 3.0.
  var expressionText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self > 0 ? "+Inf" : "-Inf" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension [UInt8] {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes of pairs of hexadecimal digits; nil for anything else.
  init?(hexadecimal text: String) {
    let digits = text.utf8.map { $0.isHex ? ($0.isDigit ? $0 - 0x30 : ($0 | 0x20) - 0x57) : 0xFF }
    guard digits.count.isMultiple(of: 2), !digits.contains(0xFF) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
