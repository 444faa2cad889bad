/// A stretch of one source text, in byte offsets.
public struct SourceRange: Sendable {
  /// The text it points into.
  public let source: SourceText
  /// Byte offsets into `source.bytes`.
  public let offsets: Range<Int>

  /// The bytes `offsets` of `source`.
  public init(_ source: SourceText, _ offsets: Range<Int>) {
    self.source = source
    self.offsets = offsets
  }

  /// Where it begins.
  public var start: SourcePosition { source.position(at: offsets.lowerBound) }
  /// Where it ends, just behind its last character.
  public var end: SourcePosition { source.position(at: offsets.upperBound) }
  /// `file:line:column`, the form that editors follow.
  public var place: String { "\(source.name):\(start.line):\(start.column)" }
  /// The text that it covers.
  public var text: String { source.text(in: offsets) }
}

extension SourceRange: Hashable {
  /// The same stretch of the same named text.
  public static func == (left: SourceRange, right: SourceRange) -> Bool {
    left.offsets == right.offsets && left.source.name == right.source.name
  }

  /// Hashes name and offsets, the parts that `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source.name)
    hasher.combine(offsets)
  }
}
