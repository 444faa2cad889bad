/// The functions named after types.
enum Conversions {
  static let all: [(String, Operation.Unary)] = [
    ("type", { (value, _, _) throws(Interruption) in .type(value.typeName) }),
    ("dyn", { (value, _, _) throws(Interruption) in value }), ("bool", bool), ("int", int), ("uint", uint),
    ("double", double), ("string", string), ("bytes", bytes), ("timestamp", timestamp), ("duration", duration),
  ]

  private static let bool: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "false", "FALSE", "False": return .bool(false)
      default: throw unread(text, "bool", site)
      }
    default: throw site.noOverload(value)
    }
  }

  private static let int: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .int: return value
    case .uint(let number): return .int(try fitting(Int64(exactly: number), value, "int", site))
    case .double(let number):
      // The ends of the range are not exact as doubles, so they are refused too.
      guard number > -0x1p63, number < 0x1p63 else { throw outOfRange(value, "int", site) }
      return .int(Int64(number))
    case .string(let text):
      guard let number = Int64(text) else { throw unread(text, "int", site) }
      return .int(number)
    case .timestamp(let moment): return .int(moment.seconds)
    case .duration(let duration): return .int(try fitting(duration.wholeNanoseconds, value, "int", site))
    default: throw site.noOverload(value)
    }
  }

  private static let uint: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .uint: return value
    case .int(let number): return .uint(try fitting(UInt64(exactly: number), value, "uint", site))
    case .double(let number):
      guard number >= 0, number < 0x1p64 else { throw outOfRange(value, "uint", site) }
      return .uint(UInt64(number))
    case .string(let text):
      guard let number = UInt64(text) else { throw unread(text, "uint", site) }
      return .uint(number)
    default: throw site.noOverload(value)
    }
  }

  private static let double: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      try frame.spend(value.weight, site)
      guard let number = Double(text) else { throw unread(text, "double", site) }
      return .double(number)
    default: throw site.noOverload(value)
    }
  }

  private static let string: Operation.Unary = { (value, frame, site) throws(Interruption) in
    try frame.spend(value.weight, site)
    switch value {
    case .string: return value
    case .bool(let bool): return .string(bool ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(number.expressionText)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { throw site.error("the bytes are no UTF-8") }
      return .string(text)
    case .timestamp(let moment): return .string(moment.description)
    case .duration(let duration): return .string(duration.expressionText)
    default: throw site.noOverload(value)
    }
  }

  private static let bytes: Operation.Unary = { (value, frame, site) throws(Interruption) in
    try frame.spend(value.weight, site)
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw site.noOverload(value)
    }
  }

  private static let timestamp: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .timestamp: return value
    case .int(let seconds):
      guard let moment = Timestamp(seconds: seconds) else { throw outOfRange(value, "timestamp", site) }
      return .timestamp(moment)
    case .string(let text):
      guard text.utf8.count <= 64, let moment = Timestamp(text) else { throw unread(text, "timestamp", site) }
      return .timestamp(moment)
    default: throw site.noOverload(value)
    }
  }

  private static let duration: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .duration: return value
    case .int(let nanoseconds): return .duration(.nanoseconds(nanoseconds))
    case .string(let text):
      guard text.utf8.count <= 128, let duration = Duration(expressionText: text) else {
        throw unread(text, "duration", site)
      }
      return .duration(duration)
    default: throw site.noOverload(value)
    }
  }

  // MARK: Errors

  private static func fitting<T>(
    _ number: T?, _ value: Value, _ type: String, _ site: Site
  ) throws(Interruption) -> T {
    guard let number else { throw outOfRange(value, type, site) }
    return number
  }

  private static func outOfRange(_ value: Value, _ type: String, _ site: Site) -> Interruption {
    site.error("\(value.literal) is out of the range of \(type)")
  }

  private static func unread(_ text: String, _ type: String, _ site: Site) -> Interruption {
    let shown = text.unicodeScalars.count > 40 ? String(text.unicodeScalars.prefix(40)) + "…" : text
    return site.error("\(shown.quoted) is no \(type)")
  }
}
