import Diagnostics

/// One record of a table.
struct CSVRecord {
  let fields: [String]
  let range: SourceRange
}

/// Reads comma-separated values as RFC 4180 has them: quoted fields with commas, line breaks and doubled quotes; lines
/// that end with `\n` or `\r\n`; a byte order mark is passed over.
struct CSVReader {
  private let source: SourceText
  private var position: Int
  private var bytes: [UInt8] { source.bytes }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ source: SourceText) {
    self.source = source
    position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The records, the one with the names of the columns first. Empty lines are passed over.
  mutating func records(_ problems: Problems) -> [CSVRecord] {
    var records: [CSVRecord] = []
    while position < bytes.count {
      let start = position
      let fields = record(problems)
      if fields != [""] { records.append(CSVRecord(fields: fields, range: SourceRange(source, start..<position))) }
      passLineBreak()
    }
    return records
  }

  private mutating func record(_ problems: Problems) -> [String] {
    var fields = [field(problems)]
    while position < bytes.count, bytes[position] == Self.comma {
      position += 1
      fields.append(field(problems))
    }
    return fields
  }

  private mutating func field(_ problems: Problems) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else { return plainField() }
    let start = position
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == Self.quote else {
        content.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == Self.quote else { return closed(content, problems) }
      content.append(Self.quote)
      position += 1
    }
    problems.error("open-quote", at: SourceRange(source, start..<start + 1), "a quoted field is never closed")
    return String(decoding: content, as: UTF8.self)
  }

  /// Behind the closing quote only a comma or the end of the line may stand.
  private mutating func closed(_ content: [UInt8], _ problems: Problems) -> String {
    let start = position
    let rest = plainField()
    if !rest.isEmpty {
      problems.error(
        "text-after-quote", at: SourceRange(source, start..<position),
        "expected a comma or the end of the line behind a quoted field, found `\(rest)`")
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func plainField() -> String {
    let start = position
    while position < bytes.count, bytes[position] != Self.comma, !isLineBreak { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private var isLineBreak: Bool {
    if bytes[position] == Self.lineFeed { return true }
    return bytes[position] == Self.carriageReturn && position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed
  }

  private mutating func passLineBreak() {
    if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
  }
}
