import Diagnostics

/// A table whose first line names its columns, read row by row: the file may be large.
public struct CSVTable {
  /// The names of the columns.
  public let header: CSVRecord
  private let columns: [String: Int]
  private var reader: CSVReader
  private let problems: Problems

  /// Reads the first line. Reports, and gives nil, where there is none or where the text is not UTF-8.
  public init?(_ source: SourceText, problems: Problems) {
    guard Self.isReadable(source, problems) else { return nil }
    reader = CSVReader(source)
    guard let header = reader.next(problems) else {
      problems.error("empty-table", at: nil, "`\(source.name)` is empty; its first line must name the columns")
      return nil
    }
    self.header = header
    self.problems = problems
    let names = header.fields.enumerated().map { (Self.key($1), $0) }
    columns = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the first of some names of a column, whatever its case; nil where the table has none of them.
  public func column(_ names: String...) -> Int? {
    for name in names { if let column = columns[Self.key(name)] { return column } }
    return nil
  }

  /// The place of a column that must be there, by any of its names; reports its absence.
  public func required(_ names: String...) -> Int? {
    for name in names { if let column = columns[Self.key(name)] { return column } }
    let nearest = Spelling.nearest(to: names[0], in: header.fields)
    problems.error(
      "missing-column", at: header.range(of: 0), "the first line needs the column `\(names[0])`",
      solutions: nearest.map { [.init("write `\(names[0])` for `\($0)`")] } ?? [])
    return nil
  }

  /// The next row; nil at the end. A row with too few or too many fields is reported and passed over.
  public mutating func next() -> CSVRecord? {
    while let record = reader.next(problems) {
      if record.fields.count == header.fields.count { return record }
      problems.error(
        "uneven-row", at: record.range,
        "this row has \(record.fields.count) fields; the first line names \(header.fields.count) columns")
    }
    return nil
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether a text can be read: it is UTF-8, and no word of it takes long to compare.
  private static func isReadable(_ source: SourceText, _ problems: Problems) -> Bool {
    if let broken = CharacterCheck.firstInvalid(source.bytes) {
      let start = source.start(ofLine: source.position(at: broken).line) ?? broken
      problems.error(
        "not-utf-8", at: SourceRange(source, start..<start), "this line is not UTF-8",
        solutions: [.init("save the file as UTF-8")])
      return false
    }
    guard let excess = CharacterCheck.firstExcess(source.bytes) else { return true }
    problems.report(.combiningMarks(at: SourceRange(source, excess..<excess)))
    return false
  }
}
