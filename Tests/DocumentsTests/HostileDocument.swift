import Diagnostics
import Documents
import TestSupport
import Testing

/// A document that tries to mislead or to harm its reader, and what must come of it.
struct HostileDocument: Sendable, CustomTestStringConvertible {
  /// The document, `▸` before each place of an error.
  let marked: String
  /// Every message, whole; none where the document is read.
  let messages: [String]
  /// What a field of text holds where the document is read.
  let kept: String?

  /// A document that is refused with these messages.
  static func refused(_ marked: String, _ messages: String...) -> HostileDocument {
    HostileDocument(marked: marked, messages: messages, kept: nil)
  }

  /// A scalar that is read as this text and nothing else, where the schema says text.
  static func kept(_ scalar: String, as text: String? = nil) -> HostileDocument {
    HostileDocument(marked: "text: \(scalar)\n", messages: [], kept: text ?? scalar)
  }

  var testDescription: String { String(reflecting: String(marked.prefix(60))) }
}

/// A small schema with a field of every type, as files that people write have them.
struct HostileRecord {
  let text: String?

  /// Reads a record.
  /// - Throws: `Rejection` with every error.
  init(_ node: Node) throws(Rejection) {
    let problems = Problems()
    let allowed = ["text", "flag", "number", "day", "date", "word", "list"]
    let fields = Fields(node, of: "a record", allowed: allowed, problems: problems)
    text = fields?["text"]?.text("a text", problems: problems)
    _ = fields?["flag"]?.boolean("`flag`", problems: problems)
    _ = fields?["number"]?.integer("`number`", problems: problems)
    _ = fields?["day"]?.day("`day`", problems: problems)
    _ = fields?["date"]?.partialDate("`date`", problems: problems)
    _ = fields?["word"]?.word("colour", of: ["red", "green"], problems: problems)
    _ = fields?["list"]?.list(of: "texts", problems: problems)?.map { $0.text("a text", problems: problems) }
    try problems.check()
  }
}
