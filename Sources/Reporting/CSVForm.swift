/// A table as RFC 4180 has it: fields with commas, quotes or line breaks stand in quotes, lines end in CR LF.
///
/// Spreadsheets take a field that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula. Such a
/// field gets an apostrophe in front, which spreadsheets hide and other readers must take off; `isRaw` leaves it out.
struct CSVForm {
  private let isRaw: Bool
  private(set) var text = ""

  init(columns: [String], isRaw: Bool) {
    self.isRaw = isRaw
    add(columns)
  }

  /// Adds a line; what is nil is an empty field.
  mutating func add(_ fields: [String?]) {
    text += fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
  }

  private func field(_ value: String) -> String {
    let safe = !isRaw && Self.isFormula(value) ? "'" + value : value
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func isFormula(_ value: String) -> Bool {
    guard let first = value.utf8.first else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }
}
