/// A document of the tests as far as it is measured here: what its reader must say of it is the tests' concern.
struct HostileDocument {
  /// The document, `▸` before each place of an error.
  let marked: String

  init(marked: String, messages: [String], kept: String?) { self.marked = marked }

  static func refused(_ marked: String, _ messages: String...) -> HostileDocument {
    HostileDocument(marked: marked, messages: [], kept: nil)
  }

  static func kept(_ scalar: String, as text: String? = nil) -> HostileDocument {
    HostileDocument(marked: "text: \(scalar)\n", messages: [], kept: nil)
  }

  /// The document without the marks.
  var text: String { String(String.UnicodeScalarView(marked.unicodeScalars.filter { $0 != "▸" })) }
}
