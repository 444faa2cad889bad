/// Where the lines and characters of a text stand, noted once for every block of bytes: a place in a line of a million
/// characters, or in a file of a million lines, is found by reading two blocks.
struct LineIndex: Sendable {
  /// What comes before a block.
  private struct Mark {
    /// Line breaks before it.
    var breaks = 0
    /// Where the line begins that it begins in.
    var lineStart = 0
    /// Characters before it.
    var characters = 0
  }

  private static let width = 1024
  private static let lineBreak = UInt8(ascii: "\n")

  private let marks: [Mark]
  /// The number of lines: one more than there are line breaks.
  let lineCount: Int

  init(_ bytes: [UInt8]) {
    var marks: [Mark] = []
    marks.reserveCapacity(bytes.count / Self.width + 1)
    var next = Mark()
    for start in stride(from: 0, through: bytes.count, by: Self.width) {
      marks.append(next)
      let block = bytes[start..<min(start + Self.width, bytes.count)]
      next.characters += Self.characters(in: block)
      let breaks = Self.breaks(in: block)
      next.breaks += breaks
      if breaks > 0, let last = block.lastIndex(of: Self.lineBreak) { next.lineStart = last + 1 }
    }
    self.marks = marks
    lineCount = next.breaks + 1
  }

  /// The line, from 1, that an offset lies in, and where it begins.
  func line(at offset: Int, _ bytes: [UInt8]) -> (number: Int, start: Int) {
    let mark = marks[offset / Self.width]
    let before = bytes[offset / Self.width * Self.width..<offset]
    let start = before.lastIndex(of: Self.lineBreak).map { $0 + 1 } ?? mark.lineStart
    return (mark.breaks + Self.breaks(in: before) + 1, start)
  }

  /// How many characters come before an offset.
  func characters(before offset: Int, _ bytes: [UInt8]) -> Int {
    marks[offset / Self.width].characters + Self.characters(in: bytes[offset / Self.width * Self.width..<offset])
  }

  /// Where a line begins, counted from 1; nil where the text has no such line.
  func start(ofLine number: Int, _ bytes: [UInt8]) -> Int? {
    guard number > 1 else { return number == 1 ? 0 : nil }
    guard number <= lineCount else { return nil }
    let block = last { $0.breaks < number - 1 }
    var missing = number - 1 - marks[block].breaks
    for offset in block * Self.width..<bytes.count where bytes[offset] == Self.lineBreak {
      missing -= 1
      if missing == 0 { return offset + 1 }
    }
    return nil
  }

  /// Where a character begins, counted from 0; the end of the text where it has fewer.
  func offset(ofCharacter number: Int, _ bytes: [UInt8]) -> Int {
    let block = last { $0.characters <= number }
    var rest = number - marks[block].characters
    for offset in block * Self.width..<bytes.count where Self.isFirst(bytes[offset]) {
      if rest == 0 { return offset }
      rest -= 1
    }
    return bytes.count
  }

  /// The last block of which something is so that is so of the first, and of no block behind one of which it is not.
  private func last(where holds: (Mark) -> Bool) -> Int {
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(marks[middle]) { low = middle } else { high = middle }
    }
    return low
  }

  private static func breaks(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 == lineBreak ? 1 : 0) }
  }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + (isFirst($1) ? 1 : 0) }
  }

  /// Continuation bytes of UTF-8 do not begin a character.
  private static func isFirst(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
