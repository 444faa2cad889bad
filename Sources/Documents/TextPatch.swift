import Diagnostics

/// Changes the text of a document at places of its tree. Whatever else stands in the file stays as it is: comments,
/// layout, order, line ends.
public struct TextPatch {
  private let source: SourceText
  private let root: Node

  /// A patch of a document.
  /// - Throws: `Rejection` with every error of the text.
  public init(_ source: SourceText) throws(Rejection) {
    self.source = source
    root = try YAMLReader.read(source)
  }

  /// The text with a value at the end of a path of keys that begins at a mapping. Keys that are not there are added
  /// behind the last of their mapping; a value that is there is replaced.
  /// - Parameters:
  ///   - path: the keys, the outermost first.
  ///   - mapping: where the mapping stands, as `Node.range` has it.
  ///   - value: YAML of one line, such as `true` or `[a, b]`.
  /// - Throws: `Rejection` where there is no such mapping, or what is on the way is no mapping.
  public func setting(_ path: [String], of mapping: SourceRange, to value: String) throws(Rejection) -> String {
    guard let node = root.first(where: { $0.isMapping && $0.range.offsets == mapping.offsets }), !path.isEmpty else {
      throw Rejection(Diagnostic("no-mapping", at: mapping, "expected a mapping to write to"))
    }
    return text(with: try edit(node, path[...], value))
  }

  // MARK: Edits

  private struct Edit {
    let offsets: Range<Int>
    let text: String
  }

  private func edit(_ mapping: Node, _ path: ArraySlice<String>, _ value: String) throws(Rejection) -> Edit {
    guard case .mapping(let entries) = mapping.content, let key = path.first else {
      throw Rejection(Diagnostic("no-mapping", at: mapping.range, "expected a mapping to write to"))
    }
    if let entry = entries.first(where: { $0.key == key }) {
      if path.count > 1, !entry.value.isNull { return try edit(entry.value, path.dropFirst(), value) }
      return try replacement(of: entry, Self.nested(path.dropFirst(), value))
    }
    let line = "\(key): \(Self.nested(path.dropFirst(), value))"
    if isFlow(mapping) { return within(mapping, behind: entries.last?.value.range, line) }
    return below(mapping, column: mapping.range.start.column, line)
  }

  /// `{a: {b: value}}`, for keys that are not there yet.
  private static func nested(_ keys: ArraySlice<String>, _ value: String) -> String {
    keys.reversed().reduce(value) { "{\($1): \($0)}" }
  }

  /// A value in place of another; a block of several lines is nobody's to throw away.
  private func replacement(of entry: Entry, _ value: String) throws(Rejection) -> Edit {
    let old = entry.value
    let isCollection = old.scalar == nil
    guard !isCollection || isFlow(old), old.scalar?.style != .literal, old.scalar?.style != .folded else {
      throw Rejection(Diagnostic("block-value", at: old.range, "a value of several lines is not replaced"))
    }
    let offsets = old.range.offsets
    if !offsets.isEmpty { return Edit(offsets: offsets, text: value) }
    // Nothing stands there: the value goes right behind the colon.
    let colon = source.bytes[entry.keyRange.offsets.upperBound...].firstIndex(of: 0x3A) ?? offsets.lowerBound - 1
    return Edit(offsets: colon + 1..<colon + 1, text: " \(value)")
  }

  /// A part within braces or brackets, behind the last one.
  private func within(_ collection: Node, behind last: SourceRange?, _ part: String) -> Edit {
    let start = last?.offsets.upperBound ?? collection.range.offsets.lowerBound + 1
    return Edit(offsets: start..<start, text: last == nil ? part : ", \(part)")
  }

  /// A part on a line of its own, below the last line of a block and of the comment behind it.
  private func below(_ block: Node, column: Int, _ part: String) -> Edit {
    let range = block.range.offsets
    let last = source.position(at: max(range.lowerBound, range.upperBound - 1)).line
    let indent = String(repeating: " ", count: column - 1)
    if let start = source.start(ofLine: last + 1) {
      return Edit(offsets: start..<start, text: indent + part + lineBreak)
    }
    let end = source.bytes.count
    return Edit(offsets: end..<end, text: lineBreak + indent + part + lineBreak)
  }

  // MARK: Text

  private func isFlow(_ node: Node) -> Bool {
    let start = node.range.offsets.lowerBound
    return start < source.bytes.count && [0x7B, 0x5B].contains(source.bytes[start])
  }

  /// The line break of the file: that of its first line.
  private var lineBreak: String {
    guard let second = source.start(ofLine: 2), second > 1 else { return "\n" }
    return source.bytes[second - 2] == 0x0D ? "\r\n" : "\n"
  }

  private func text(with edit: Edit) -> String {
    var bytes = source.bytes
    bytes.replaceSubrange(edit.offsets, with: Array(edit.text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Node {
  fileprivate var isMapping: Bool {
    if case .mapping = content { return true }
    return false
  }

  /// The first node, from the outside to the inside, of which something is so.
  fileprivate func first(where holds: (Node) -> Bool) -> Node? {
    if holds(self) { return self }
    for part in parts {
      if let found = part.first(where: holds) { return found }
    }
    return nil
  }

  private var parts: [Node] {
    switch content {
    case .scalar: []
    case .sequence(let elements): elements
    case .mapping(let entries): entries.map(\.value)
    }
  }
}
