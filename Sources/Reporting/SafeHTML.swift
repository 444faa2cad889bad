import Documents

/// Markup of HTML or SVG that can't be made from data: text is escaped, addresses lead to the web alone, and of
/// elements and attributes only those that are listed can be written. Scripts, styles from data, event handlers and
/// references to outside can't be said.
struct SafeHTML: Sendable, Hashable {
  /// The elements that pages use.
  enum Tag: String {
    case html, head, meta, title, body, header, main, footer, section, figure, figcaption
    case h1, h2, h3, p, ul, li, table, caption, thead, tbody, tr, th, td, a, span, code, details, summary
    case svg, g, rect, text, tspan, defs, pattern, path, circle, desc
  }

  /// An attribute with its value, by what the value is.
  enum Attribute {
    /// A word or number that is no address, no style and no script.
    case plain(Name, String)
    /// The target of a link.
    case link(WebAddress)
  }

  /// The attributes that may have any text.
  enum Name: String {
    case id, `class`, lang, charset, name, content, scope, role, x, y, dx, dy, width, height, rx, r, cx, cy, d, fill
    case viewBox, xmlns, transform, stroke, patternUnits
    case strokeWidth = "stroke-width"
    case strokeDashes = "stroke-dasharray"
    case anchor = "text-anchor"
    case fontSize = "font-size"
    case fontWeight = "font-weight"
    case fontFamily = "font-family"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case httpEquivalent = "http-equiv"
    case open
  }

  /// The markup.
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// A text, as it stands.
  static func text(_ text: String) -> SafeHTML { SafeHTML(markup: escaped(text)) }

  /// Pieces one after the other.
  static func all(_ pieces: [SafeHTML]) -> SafeHTML { SafeHTML(markup: pieces.map(\.markup).joined()) }

  /// An element with its attributes and what stands in it.
  static func element(_ tag: Tag, _ attributes: [Attribute] = [], _ content: [SafeHTML] = []) -> SafeHTML {
    let written = attributes.map { attribute -> String in
      switch attribute {
      case .plain(let name, let value): " \(name.rawValue)=\"\(escaped(value))\""
      case .link(let address): " href=\"\(escaped(address.text))\" rel=\"noreferrer\""
      }
    }
    let open = "<\(tag.rawValue)\(written.joined())>"
    if tag == .meta { return SafeHTML(markup: open) }
    return SafeHTML(markup: open + content.map(\.markup).joined() + "</\(tag.rawValue)>")
  }

  /// A style sheet of our own, which data can't enter.
  static func style(_ sheet: StaticString) -> SafeHTML { SafeHTML(markup: "<style>\(sheet)</style>") }

  /// A whole page that needs nothing besides itself, with a title and a style sheet; nothing in it can be run or loaded.
  static func page(_ title: String, _ sheet: StaticString, _ body: [SafeHTML]) -> String {
    document(
      [
        element(.meta, [.plain(.charset, "utf-8")]),
        element(
          .meta,
          [
            .plain(.httpEquivalent, "Content-Security-Policy"),
            .plain(.content, "default-src 'none'; style-src 'unsafe-inline'"),
          ]),
        element(.meta, [.plain(.name, "viewport"), .plain(.content, "width=device-width, initial-scale=1")]),
        element(.title, [], [text(title)]), style(sheet),
      ], body)
  }

  /// A whole page.
  private static func document(_ head: [SafeHTML], _ body: [SafeHTML]) -> String {
    "<!DOCTYPE html>\n"
      + element(.html, [.plain(.lang, "en")], [element(.head, [], head), element(.body, [], body)]).markup + "\n"
  }

  /// The text with references in place of what has a meaning in text or in a quoted attribute; without control
  /// characters, which XML does not have.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        let isControl = scalar.isDisplayControl || scalar.value & 0xFFFE == 0xFFFE
        result.unicodeScalars.append(isControl ? " " : scalar)
      }
    }
    return result
  }
}

/// An address on the web: `http` or `https`, and nothing that could end a quoted or bracketed place.
struct WebAddress: Sendable, Hashable {
  /// The address.
  let text: String

  /// The address, unless its scheme is another, or a blank or control character stands in it.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !(0x80..<0xA0).contains($0.value) })
    else { return nil }
    // These are never part of a valid address, and could close the place that it stands in.
    let replaced: [Character: String] = ["<": "%3C", ">": "%3E", "\"": "%22", "\\": "%5C", "|": "%7C", "`": "%60"]
    self.text = text.map { replaced[$0] ?? String($0) }.joined()
  }
}
