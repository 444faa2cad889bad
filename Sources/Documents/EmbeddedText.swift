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
    // The end is just behind the last character, not before the next one, which may stand on another line.
    let last = map[min(max(offsets.upperBound - 1, 0), map.count - 1)]
    return SourceRange(range.source, low..<max(low, last + 1))
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

  /// Folding and escapes change blanks and insert signs, but never the order of the others: the non-blank bytes of
  /// value and file align one by one.
  private static func align(_ value: [UInt8], _ range: SourceRange, skipping style: Scalar.Style) -> [Int] {
    let raw = range.source.bytes
    var place = range.offsets.lowerBound
    if style == .literal || style == .folded {
      // The header (`>-` and its comment) is no part of the value.
      while place < range.offsets.upperBound, raw[place] != 0x0A { place += 1 }
    } else if style != .plain {
      place += 1
    }
    var map: [Int] = []
    map.reserveCapacity(value.count + 1)
    for byte in value {
      if byte != 0x20, byte != 0x0A, byte != 0x09 {
        while place < range.offsets.upperBound, raw[place] != byte { place += 1 }
      }
      map.append(min(place, range.offsets.upperBound))
      place += 1
    }
    map.append(min(place, range.offsets.upperBound))
    return map
  }
}
