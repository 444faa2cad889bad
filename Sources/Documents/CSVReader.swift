import Diagnostics

/// One record of a table.
public struct CSVRecord: Sendable {
  /// The texts of its fields, without quotes.
  public let fields: [String]
  /// The bytes at which the fields begin.
  let starts: [Int]
  /// Where it stands, without its line break.
  public let range: SourceRange

  /// Where a field stands, with its quotes.
  public func range(of field: Int) -> SourceRange {
    let end = field + 1 < starts.count ? starts[field + 1] - 1 : range.offsets.upperBound
    return SourceRange(range.source, starts[field]..<end)
  }
}

/// Reads comma-separated values as RFC 4180 has them: quoted fields with commas, line breaks and doubled quotes; lines
/// that end with `\n` or `\r\n`; a byte order mark is passed over.
public struct CSVReader {
  private let source: SourceText
  private var position: Int
  /// Taken out of the source once: a record of a large file is read byte by byte.
  private let bytes: [UInt8]

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// A reader at the start of a text.
  public init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The records, the one with the names of the columns first. Empty lines are passed over.
  public mutating func records(_ problems: Problems) -> [CSVRecord] {
    var records: [CSVRecord] = []
    while let record = next(problems) { records.append(record) }
    return records
  }

  /// The next record that is no empty line; nil at the end.
  public mutating func next(_ problems: Problems) -> CSVRecord? {
    while position < bytes.count {
      let record = record(problems)
      passLineBreak()
      if record.fields != [""] { return record }
    }
    return nil
  }

  private mutating func record(_ problems: Problems) -> CSVRecord {
    var starts = [position]
    var fields = [field(problems)]
    starts.reserveCapacity(32)
    fields.reserveCapacity(32)
    while position < bytes.count, bytes[position] == Self.comma {
      position += 1
      starts.append(position)
      fields.append(field(problems))
    }
    return CSVRecord(fields: fields, starts: starts, range: SourceRange(source, starts[0]..<position))
  }

  private mutating func field(_ problems: Problems) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else { return plainField() }
    let start = position
    var content: [UInt8] = []
    position += 1
    var first = position
    while position < bytes.count {
      guard bytes[position] == Self.quote else {
        position += 1
        continue
      }
      content += bytes[first..<position]
      position += 1
      guard position < bytes.count, bytes[position] == Self.quote else { return closed(content, problems) }
      // Of two quotes the second is kept.
      first = position
      position += 1
    }
    content += bytes[first...]
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
