import CLibYAML
import Diagnostics

/// Builds nodes from the events of libyaml.
struct EventReader {
  private let source: SourceText
  private let limits: YAMLReader.Limits
  private let problems: Problems
  /// How many values, keys among them, were read.
  private var values = 0
  /// Where the text is not plain ASCII, the last place asked for: libyaml counts code points.
  private var cursor: CharacterCursor?

  init(_ source: SourceText, limits: YAMLReader.Limits, problems: Problems) {
    self.source = source
    self.limits = limits
    self.problems = problems
    cursor = source.bytes.allSatisfy { $0 < 0x80 } ? nil : CharacterCursor(source.bytes)
  }

  /// A collection that is being filled.
  private struct Open {
    var isMapping: Bool
    var start: Int
    var isFlow: Bool
    var elements: [Node] = []
    var entries: [Entry] = []
    var key: (text: String, range: SourceRange)?
    var seen: [String: SourceRange] = [:]
  }

  /// The first document; nil when there is none. Everything refused is reported.
  mutating func document() -> Node? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return source.bytes.withUnsafeBufferPointer { buffer -> Node? in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      return read(&parser)
    }
  }

  private mutating func read(_ parser: inout yaml_parser_t) -> Node? {
    var open: [Open] = []
    var root: Node?
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        reportSyntax(parser)
        return nil
      }
      defer { yaml_event_delete(&event) }
      let range = range(of: event)
      if Self.beginsValue(event) { values += 1 }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if event.data.document_start.version_directive != nil
          || event.data.document_start.tag_directives.start != event.data.document_start.tag_directives.end
        {
          problems.error("directive", at: range, "directives (`%YAML`, `%TAG`) are not read")
        }
        if documents == 2 {
          problems.error("second-document", at: range, "a file holds one document; this is a second")
        }
      case YAML_ALIAS_EVENT:
        problems.error("alias", at: range, "aliases (`\(range.text.excerpt)`) are not read; write the value out")
        add(Node(.scalar(Scalar("", .plain)), at: range), to: &open, &root, documents)
      case YAML_SCALAR_EVENT:
        add(scalar(event, range), to: &open, &root, documents)
      case YAML_SEQUENCE_START_EVENT:
        checkDecoration(event.data.sequence_start.anchor, event.data.sequence_start.tag, range)
        let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        open.append(Open(isMapping: false, start: range.offsets.lowerBound, isFlow: isFlow))
      case YAML_MAPPING_START_EVENT:
        checkDecoration(event.data.mapping_start.anchor, event.data.mapping_start.tag, range)
        let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        open.append(Open(isMapping: true, start: range.offsets.lowerBound, isFlow: isFlow))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        guard let done = open.popLast() else { return nil }
        add(close(done, range), to: &open, &root, documents)
      default: break
      }
      if open.count > limits.depth {
        problems.error("too-deep", at: range, "nested deeper than \(limits.depth) levels")
        return nil
      }
      if values > limits.values {
        problems.error("too-many-values", at: range, "a file holds at most \(limits.values) values; this is one more")
        return nil
      }
      if problems.isFull { return nil }
    }
  }

  // MARK: Nodes

  private func scalar(_ event: yaml_event_t, _ range: SourceRange) -> Node {
    let data = event.data.scalar
    checkDecoration(data.anchor, data.tag, range)
    let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
    let text = String(decoding: bytes, as: UTF8.self)
    let style: Scalar.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    // Those that stand in the file were seen before; an escape brings in others. Nothing compares such a text.
    if style == .doubleQuoted, CombiningMarks.exceed(in: text) {
      problems.report(.combiningMarks(at: range))
      return Node(.scalar(Scalar("", style)), at: range)
    }
    return Node(.scalar(Scalar(text, style)), at: style == .literal || style == .folded ? trimmed(range) : range)
  }

  private func close(_ done: Open, _ end: SourceRange) -> Node {
    var last = end.offsets.upperBound
    if !done.isFlow {
      // A block collection's end mark is the next token; its last child is its end.
      last =
        done.isMapping
        ? done.entries.last?.value.range.offsets.upperBound ?? done.start
        : done.elements.last?.range.offsets.upperBound ?? done.start
    }
    let range = SourceRange(source, done.start..<max(done.start, last))
    return Node(done.isMapping ? .mapping(done.entries) : .sequence(done.elements), at: range)
  }

  private func add(_ node: Node, to open: inout [Open], _ root: inout Node?, _ documents: Int) {
    guard var parent = open.popLast() else {
      if documents <= 1 { root = root ?? node }
      return
    }
    defer { open.append(parent) }
    guard parent.isMapping else {
      parent.elements.append(node)
      return
    }
    guard let key = parent.key else {
      parent.key = key(node, in: &parent)
      return
    }
    parent.key = nil
    parent.entries.append(Entry(key.text, at: key.range, node))
  }

  private func key(_ node: Node, in parent: inout Open) -> (text: String, range: SourceRange) {
    guard let scalar = node.scalar else {
      problems.error("complex-key", at: node.range, "a key is a word, found \(node.described)")
      return ("", node.range)
    }
    if scalar.text == "<<", scalar.style == .plain {
      problems.error("merge-key", at: node.range, "merge keys (`<<`) are not read; write the fields out")
    }
    let text = scalar.text.trimmingBlanks
    if let first = parent.seen[text] {
      problems.error(
        "duplicate-key", at: node.range, "the key `\(text.excerpt)` is given twice",
        notes: [.init("first given here", at: first)])
    }
    parent.seen[text] = parent.seen[text] ?? node.range
    return (text, node.range)
  }

  private func checkDecoration(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?, _ range: SourceRange
  ) {
    if anchor != nil { problems.error("anchor", at: range, "anchors (`&…`) are not read; write the value out") }
    if tag != nil { problems.error("tag", at: range, "tags (`!…`) are not read") }
  }

  private static func beginsValue(_ event: yaml_event_t) -> Bool {
    [YAML_ALIAS_EVENT, YAML_SCALAR_EVENT, YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT].contains(event.type)
  }

  // MARK: Places

  private mutating func offset(_ index: Int) -> Int {
    cursor?.move(to: index) ?? min(index, source.bytes.count)
  }

  private mutating func range(of event: yaml_event_t) -> SourceRange {
    let start = offset(event.start_mark.index)
    return SourceRange(source, start..<max(start, offset(event.end_mark.index)))
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var end = range.offsets.upperBound
    while end > range.offsets.lowerBound, [0x20, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return SourceRange(source, range.offsets.lowerBound..<end)
  }

  private mutating func reportSyntax(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
    let context = parser.context.map { String(cString: $0) + ": " } ?? ""
    // What can't be decoded has no mark yet, but its offset in bytes.
    let isUndecoded = parser.error == YAML_READER_ERROR
    let start = isUndecoded ? Int(parser.problem_offset) : offset(parser.problem_mark.index)
    let text =
      problem.contains("cannot start any token")
      ? "a tab or another sign that can't begin a value here" : context + problem
    problems.error("yaml-syntax", at: SourceRange(source, start..<min(start + 1, max(start, source.bytes.count))), text)
  }
}

extension String {
  /// As much of it as a message shows.
  public var excerpt: String { unicodeScalars.dropFirst(40).isEmpty ? self : "\(String(unicodeScalars.prefix(40)))…" }

  /// Without blanks at both ends.
  var trimmingBlanks: String {
    let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A].contains(byte) }
    guard let first = utf8.firstIndex(where: { !isBlank($0) }),
      let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
