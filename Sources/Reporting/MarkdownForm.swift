import Documents
import Law

/// A page of Markdown (GitHub's dialect, for its tables), of which data can't become markup.
struct MarkdownForm {
  /// What stands in a cell of a table.
  enum Cell {
    case text(String)
    /// A citation, linked to its source where that has an address.
    case law(DatedValue)
    /// A word of a file, as it is written there.
    case code(String)
    /// Words that lead to another page of the documentation, by its path from this one.
    case page(String, String)
  }

  private var blocks: [String] = []

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func heading(_ level: Int, _ text: String) {
    blocks.append("\(String(repeating: "#", count: level)) \(Self.escaped(text))")
  }

  mutating func paragraph(_ text: String) { blocks.append(Self.escaped(text)) }

  mutating func table(_ columns: [String], _ rows: [[Cell]]) {
    guard !rows.isEmpty else { return }
    let head = "| \(columns.map(Self.escaped).joined(separator: " | ")) |"
    let rule = "|" + columns.map { _ in " --- |" }.joined()
    let lines = rows.map { "| \($0.map(Self.cell).joined(separator: " | ")) |" }
    blocks.append(([head, rule] + lines).joined(separator: "\n"))
  }

  /// A list of points.
  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    blocks.append(items.map { "- \(Self.escaped($0))" }.joined(separator: "\n"))
  }

  /// A list of points, each of which stands as a cell would.
  mutating func list(_ items: [Cell]) {
    guard !items.isEmpty else { return }
    blocks.append(items.map { "- \(Self.cell($0))" }.joined(separator: "\n"))
  }

  /// Code as it is written, between fences that it does not have itself.
  mutating func code(_ text: String, language: String) {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    blocks.append("\(fence)\(language)\n\(text)\n\(fence)")
  }

  /// A list of points, some with an address behind them.
  mutating func list(_ items: [(text: String, address: String?)]) {
    guard !items.isEmpty else { return }
    let lines = items.map { item in
      let address = item.address.flatMap(WebAddress.init).map { " ([source](<\($0.text)>))" } ?? ""
      return "- \(Self.escaped(item.text))\(address)"
    }
    blocks.append(lines.joined(separator: "\n"))
  }

  private static func cell(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): return escaped(text)
    case .code(let text): return text.isEmpty || text.contains { "`|".contains($0) } ? escaped(text) : "`\(text)`"
    case .page(let words, let path): return "[\(escaped(words))](\(path))"
    case .law(let value):
      let words = escaped(value.cite ?? value.source.title)
      guard let address = value.source.url.flatMap(WebAddress.init) else { return words }
      return "[\(words)](<\(address.text)>)"
    }
  }

  /// The text with a backslash before what Markdown takes for markup; line breaks and control characters are blanks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isDisplayControl {
        result += " "
        continue
      }
      if special.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    // A number with a point, a dash or a plus begins a list where it begins a line.
    guard let first = result.first, "-+=".contains(first) else { return result }
    return "\\" + result
  }

  private static let special = Set("\\`*_{}[]<>#|~&!".unicodeScalars)
}
