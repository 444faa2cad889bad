import Diagnostics
import Documents

/// The text of a file of `states/`, to which facts can be added. All that stands there stays: comments, layout, order.
public struct FactFile {
  private let source: SourceText
  private let jurisdiction: Jurisdiction
  private let root: Node

  /// Reads a file.
  /// - Throws: `Rejection` with all that is wrong in it.
  public init(_ source: SourceText, codebook: Codebook) throws(Rejection) {
    let problems = Problems()
    root = try YAMLReader.read(source)
    let jurisdiction = Jurisdiction(root, codebook: codebook, problems: problems)
    try problems.check()
    guard let jurisdiction else { throw Rejection(problems.diagnostics) }
    self.jurisdiction = jurisdiction
    self.source = source
  }

  /// The text of a file with these facts alone.
  /// - Parameter day: the day on which rows without a day of their own were read.
  /// - Throws: `Rejection` for rows whose source can't be named.
  public static func text(of facts: [TabledFact], code: String, name: String, day: Day) throws(Rejection) -> String {
    var naming = SourceNaming([:], code: code, day: day)
    let blocks = try blocks(of: facts, &naming)
    let sources = naming.added.map { "  \($0.id): \(FactWriting.line($0))\n" }.joined()
    let body = blocks.map { "  \($0.key):\n" + $0.lines.map { "    - \($0)\n" }.joined() }.joined()
    return "jurisdiction: \(code)\nname: \(name)\nsources:\n\(sources)facts:\n\(body)"
  }

  /// The text with these facts added: below the values of their key, or below the last key of their topic, or at the
  /// end.
  /// - Parameter day: the day on which rows without a day of their own were read.
  /// - Throws: `Rejection` for rows whose source can't be named, and where a list is not written one value a line.
  public func adding(_ facts: [TabledFact], day: Day) throws(Rejection) -> String {
    var naming = SourceNaming(jurisdiction.sources, code: jurisdiction.code, day: day)
    let blocks = try Self.blocks(of: facts, &naming)
    var insertions: [(offset: Int, text: String)] = []
    for block in blocks { insertions.append(try insertion(of: block)) }
    if !naming.added.isEmpty { insertions.append(try insertion(of: naming.added)) }
    var bytes = source.bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    // From the end to the start, so that offsets stay right; what goes to one place keeps its order.
    let ordered = insertions.enumerated().sorted { ($0.element.offset, $0.offset) > ($1.element.offset, $1.offset) }
    for insertion in ordered.map(\.element) {
      bytes.insert(contentsOf: Array(insertion.text.utf8), at: min(insertion.offset, bytes.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Parts

  private struct Block {
    let key: String
    let lines: [String]
  }

  /// The lines of each key, in the order of the facts.
  private static func blocks(of facts: [TabledFact], _ naming: inout SourceNaming) throws(Rejection) -> [Block] {
    var keys: [String] = []
    var lines: [String: [String]] = [:]
    for fact in facts {
      if lines[fact.row.key] == nil { keys.append(fact.row.key) }
      let source = try naming.name(for: fact.row)
      lines[fact.row.key, default: []].append(FactWriting.line(fact, source: source))
    }
    return keys.map { Block(key: $0, lines: lines[$0] ?? []) }
  }

  private func entries(_ name: String) -> [Entry] {
    guard case .mapping(let parts) = root.content, let part = parts.first(where: { $0.key == name })?.value,
      case .mapping(let entries) = part.content
    else { return [] }
    return entries
  }

  private func insertion(of block: Block) throws(Rejection) -> (offset: Int, text: String) {
    let entries = entries("facts")
    if let entry = entries.first(where: { $0.key == block.key }) {
      guard case .sequence(let values) = entry.value.content, let last = values.last, isBlock(entry) else {
        throw Rejection(
          Diagnostic("unlisted-values", at: entry.keyRange, "expected one dated value a line, each behind `- `"))
      }
      let indent = blanks(before: values[0].range.offsets.lowerBound)
      return (lineEnd(after: last.range), block.lines.map { "\(indent)- \($0)\n" }.joined())
    }
    let text = "  \(block.key):\n" + block.lines.map { "    - \($0)\n" }.joined()
    let topic = block.key.prefix { $0 != "." } + "."
    guard let before = entries.last(where: { $0.key.hasPrefix(topic) }) ?? entries.last else {
      return (source.bytes.count, text)
    }
    return (lineEnd(after: before.value.range), text)
  }

  private func insertion(of sources: [Source]) throws(Rejection) -> (offset: Int, text: String) {
    guard let last = entries("sources").last else {
      throw Rejection(Diagnostic("no-sources", at: root.range, "the file needs `sources` to add to"))
    }
    return (lineEnd(after: last.value.range), sources.map { "  \($0.id): \(FactWriting.line($0))\n" }.joined())
  }

  /// Whether the values of a key stand on lines of their own.
  private func isBlock(_ entry: Entry) -> Bool {
    guard case .sequence(let values) = entry.value.content, let first = values.first else { return false }
    return first.range.start.line > entry.keyRange.start.line
  }

  /// The blanks at the start of the line that holds an offset.
  private func blanks(before offset: Int) -> String {
    let line = source.line(source.position(at: offset).line)
    return String(line.prefix { $0 == " " })
  }

  /// The offset behind the line on which a range ends.
  private func lineEnd(after range: SourceRange) -> Int {
    let line = source.position(at: max(range.offsets.lowerBound, range.offsets.upperBound - 1)).line
    return source.start(ofLine: line + 1) ?? source.bytes.count + 1
  }
}
