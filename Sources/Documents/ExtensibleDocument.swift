import Diagnostics

/// The text of a file, to which elements of its lists can be added. All that stands there stays: comments, layout, order.
public struct ExtensibleDocument: Sendable {
  /// What the file says.
  public let root: Node
  private let source: SourceText
  private let entries: [Entry]

  /// Reads a file.
  /// - Throws: `Rejection` with all that is no YAML in it.
  public init(_ source: SourceText) throws(Rejection) {
    root = try YAMLReader.read(source)
    self.source = source
    if case .mapping(let entries) = root.content { self.entries = entries } else { entries = [] }
  }

  /// The text as it was read.
  public var text: String { source.text(in: 0..<source.bytes.count) }

  /// The text with elements added to one of its lists, which begins anew at the end where there is none.
  /// - Parameter elements: the lines of each, the first behind `- `.
  /// - Throws: `Rejection` where the list is not written one element a line.
  public func adding(_ elements: [[String]], to list: String) throws(Rejection) -> String {
    guard let first = entries.first else { return text }
    guard first.keyRange.start.column == 1 else { throw refusal(first.keyRange) }
    guard let entry = entries.first(where: { $0.key == list }) else {
      return inserting("\(list):\n\(text(elements, indent: "  "))", in: source.bytes.count..<source.bytes.count)
    }
    guard case .sequence(let listed) = entry.value.content, let last = listed.last, let first = listed.first else {
      // The empty list gives way to the one that begins here.
      guard !entry.value.range.offsets.isEmpty else { throw refusal(entry.keyRange) }
      var place = entry.value.range.offsets
      while place.lowerBound > 0, source.bytes[place.lowerBound - 1] == 0x20 {
        place = place.lowerBound - 1..<place.upperBound
      }
      return inserting("\n" + text(elements, indent: "  ").dropLast(), in: place)
    }
    guard first.range.start.line > entry.keyRange.start.line, isBehindDash(first) else {
      throw refusal(entry.keyRange)
    }
    let offset = lineEnd(after: last.range)
    return inserting(text(elements, indent: blanks(before: first)), in: offset..<offset)
  }

  // MARK: Places

  private func refusal(_ range: SourceRange) -> Rejection {
    Rejection(Diagnostic("unlisted-values", at: range, "expected one element a line, each behind `- `"))
  }

  private func text(_ elements: [[String]], indent: String) -> String {
    elements.joined().map { "\(indent)\($0)\n" }.joined()
  }

  /// A text in place of a stretch of bytes; a last line without its break gets one before what is added behind it.
  private func inserting(_ text: String, in offsets: Range<Int>) -> String {
    var bytes = source.bytes
    let place = offsets.clamped(to: 0..<bytes.count)
    let needsBreak = place.isEmpty && place.lowerBound > 0 && bytes[place.lowerBound - 1] != 0x0A
    bytes.replaceSubrange(place, with: Array(((needsBreak ? "\n" : "") + text).utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isBehindDash(_ element: Node) -> Bool {
    source.line(element.range.start.line).drop { $0 == " " }.hasPrefix("-")
  }

  private func blanks(before element: Node) -> String {
    String(source.line(element.range.start.line).prefix { $0 == " " })
  }

  /// The offset behind the line on which a range ends.
  private func lineEnd(after range: SourceRange) -> Int {
    let last = max(range.offsets.lowerBound, range.offsets.upperBound - 1)
    let line = source.position(at: last).line
    return source.start(ofLine: line + 1) ?? source.bytes.count
  }
}
