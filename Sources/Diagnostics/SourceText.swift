/// The text of one file or expression, with a name to show and an index of its lines.
///
/// A reference, because every node of a document points into it; it never changes.
public final class SourceText: Sendable {
  /// What messages call it: the path as the user wrote it, or a label such as `<expression>`.
  public let name: String
  /// The bytes as read; ranges are offsets into them.
  public let bytes: [UInt8]
  private let index: LineIndex

  /// Indexes `bytes` by line; a line ends at `\n`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    index = LineIndex(bytes)
  }

  /// Indexes `text`, as UTF-8.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line and column of a byte offset, both from 1; a column counts characters (Unicode scalars).
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = index.line(at: offset, bytes)
    return SourcePosition(line: line.number, column: characters(in: line.start..<offset) + 1)
  }

  /// The number of lines; the last may be empty.
  public var lineCount: Int { index.lineCount }

  /// The offset at which a line begins, counted from 1; nil where there is no such line.
  public func start(ofLine number: Int) -> Int? { index.start(ofLine: number, bytes) }

  /// The text of a line, counted from 1, without its line break.
  public func line(_ number: Int) -> String { offsets(ofLine: number).map(text(in:)) ?? "" }

  /// The characters of a line, counted from 1, without its line break.
  public func width(ofLine number: Int) -> Int { offsets(ofLine: number).map(characters(in:)) ?? 0 }

  /// The text of some columns of a line, both counted from 1, as far as the line has them: what is not asked for of a
  /// long line is not read.
  public func text(ofLine number: Int, columns: Range<Int>) -> String {
    guard let line = offsets(ofLine: number) else { return "" }
    let before = index.characters(before: line.lowerBound, bytes) - 1
    let start = min(index.offset(ofCharacter: before + columns.lowerBound, bytes), line.upperBound)
    let end = min(index.offset(ofCharacter: before + columns.upperBound, bytes), line.upperBound)
    return text(in: start..<max(start, end))
  }

  /// The bytes of a line without its line break.
  private func offsets(ofLine number: Int) -> Range<Int>? {
    guard let start = start(ofLine: number) else { return nil }
    var end = self.start(ofLine: number + 1).map { $0 - 1 } ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  private func characters(in offsets: Range<Int>) -> Int {
    index.characters(before: offsets.upperBound, bytes) - index.characters(before: offsets.lowerBound, bytes)
  }

  /// The text of a range of bytes.
  public func text(in offsets: Range<Int>) -> String {
    String(decoding: bytes[offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// A line and a column, both counted from 1.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// A position from its two numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier in the file.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
