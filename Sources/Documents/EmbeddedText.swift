import Diagnostics

/// The text of a scalar as a source of its own, with the way back to the file: an expression folded over several
/// lines still gets its carets under the right character.
public struct EmbeddedText: Sendable {
  /// The scalar's text, after folding and escapes.
  public let text: SourceText
  private let range: SourceRange
  /// The file's offset of each byte of the text, and of its end.
  private let map: [Int]

  /// The text of a scalar; nil for any other node.
  public init?(_ node: Node) {
    guard let scalar = node.scalar, !node.isNull else { return nil }
    range = node.range
    text = SourceText(name: node.range.source.name, text: scalar.text)
    map = Self.align(Array(scalar.text.utf8), node.range, skipping: scalar.style)
  }

  /// Where a stretch of the text stands in the file.
  public func fileRange(of offsets: Range<Int>) -> SourceRange {
    let low = map[min(max(offsets.lowerBound, 0), map.count - 1)]
    guard !offsets.isEmpty else { return SourceRange(range.source, low..<low) }
    // The end is just behind the last character, not before the next one, which may stand on another line. Blank lines
    // at the end of a block are no part of its range.
    let last = map[min(max(offsets.upperBound - 1, 0), map.count - 1)]
    return SourceRange(range.source, low..<max(low, min(last + 1, range.offsets.upperBound)))
  }

  /// A diagnostic about the text, with the places of the file.
  public func relocate(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(
      diagnostic.id, severity: diagnostic.severity, at: diagnostic.range.map(relocate), diagnostic.summary,
      notes: diagnostic.notes.map { .init($0.text, at: $0.range.map(relocate)) }, solutions: diagnostic.solutions)
  }

  /// A rejection of the text, with the places of the file.
  public func relocate(_ rejection: Rejection) -> Rejection { Rejection(rejection.diagnostics.map(relocate)) }

  private func relocate(_ range: SourceRange) -> SourceRange {
    range.source === text ? fileRange(of: range.offsets) : range
  }

  /// Folding changes blanks, never the order of the other bytes: those of value and file align one by one. An escape
  /// of a double-quoted text stands for the characters that it gives.
  private static func align(_ value: [UInt8], _ range: SourceRange, skipping style: Scalar.Style) -> [Int] {
    let raw = range.source.bytes
    let end = range.offsets.upperBound
    var place = start(of: range, style)
    var map: [Int] = []
    map.reserveCapacity(value.count + 1)
    var index = 0
    while index < value.count {
      if style == .doubleQuoted, let escape = Escape(raw, at: place, before: end) {
        map += Array(repeating: place, count: min(escape.width, value.count - index))
        index += escape.width
        place = escape.end
        continue
      }
      let byte = value[index]
      if byte != 0x20, byte != 0x0A, byte != 0x09 {
        while place < end, raw[place] != byte { place += 1 }
      }
      map.append(min(place, end))
      place += 1
      index += 1
    }
    map.append(min(place, end))
    return map
  }

  /// Behind the quote, or behind the header of a block (`>-` and its comment).
  private static func start(of range: SourceRange, _ style: Scalar.Style) -> Int {
    var place = range.offsets.lowerBound
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: place += 1
    case .literal, .folded: while place < range.offsets.upperBound, range.source.bytes[place] != 0x0A { place += 1 }
    }
    return place
  }
}

/// An escape of a double-quoted scalar: where it ends and how many bytes its character takes.
private struct Escape {
  let end: Int
  let width: Int

  /// The escape that begins at `place`, if one does.
  init?(_ raw: [UInt8], at place: Int, before limit: Int) {
    guard place + 1 < limit, raw[place] == UInt8(ascii: "\\") else { return nil }
    let digits: Int
    switch raw[place + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case 0x0A, 0x0D: return nil
    default: digits = 0
    }
    end = min(place + 2 + digits, limit)
    let text = String(decoding: raw[(place + 2)..<end], as: UTF8.self)
    let scalar = digits > 0 ? UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) : nil
    switch raw[place + 1] {
    case UInt8(ascii: "N"), UInt8(ascii: "_"): width = 2
    case UInt8(ascii: "L"), UInt8(ascii: "P"): width = 3
    default: width = scalar?.utf8.count ?? 1
    }
  }
}
