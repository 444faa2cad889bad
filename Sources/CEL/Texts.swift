/// The functions over strings, and the sizes of things.
enum Texts {
  /// Code points of a string, octets of bytes, elements of a list, entries of a map.
  static let size: Operation.Unary = { (value, frame, site) throws(Interruption) in
    switch value {
    case .string(let text):
      try frame.spend(value.weight, site)
      return .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let list): return .int(Int64(list.elements.count))
    case .map(let map): return .int(Int64(map.entries.count))
    default: throw site.noOverload(value)
    }
  }

  static let contains = pair { text, part in text.contains(part) }

  static let startsWith = pair { text, part in text.starts(with: part) }

  static let endsWith = pair { text, part in text.suffix(part.count).elementsEqual(part) }

  /// A test of two strings by their bytes of UTF-8, which line up with code points.
  private static func pair(
    _ test: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
  ) -> Operation.Binary {
    return { (a, b, frame, site) throws(Interruption) in
      guard case .string(let text) = a, case .string(let part) = b else { throw site.noOverload(a, b) }
      try frame.spend(a.weight.plus(b.weight), site)
      return .bool(test(Array(text.utf8), Array(part.utf8)))
    }
  }

  // MARK: Patterns

  static let pattern: Operation.Prepare = { (pattern, text, site) throws(Interruption) in
    guard case .string(let pattern) = pattern else { throw site.noOverload(text, pattern) }
    do throws(RegularExpression.Failure) {
      return .pattern(try RegularExpression(pattern))
    } catch {
      throw site.error(error.summary)
    }
  }

  static let matches: Operation.Apply = { (text, prepared, frame, site) throws(Interruption) in
    guard case .string(let string) = text, case .pattern(let pattern) = prepared else {
      throw site.noOverload(text, .string(""))
    }
    let found = try pattern.isFound(in: string) { (work: Int) throws(Interruption) in try frame.spend(work, site) }
    return .bool(found)
  }
}

extension [UInt8] {
  /// Whether `part` stands somewhere within, by the algorithm of Knuth, Morris and Pratt: one pass, whatever the bytes.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard !part.isEmpty else { return true }
    guard part.count <= count else { return false }
    var borders = [0]
    var length = 0
    for byte in part.dropFirst() {
      while length > 0, part[length] != byte { length = borders[length - 1] }
      if part[length] == byte { length += 1 }
      borders.append(length)
    }
    length = 0
    for byte in self {
      while length > 0, part[length] != byte { length = borders[length - 1] }
      if part[length] == byte { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
