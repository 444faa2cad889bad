/// What a citation of law looks like.
enum CitationForm {
  /// Words that name a document which can be looked up though it has no number.
  private static let documents = ["constitution", "attorney general", "v. "]

  /// Whether a text could be looked up: it has a number or a section sign, and some letters, or names a document.
  static func isCitation(_ text: String) -> Bool {
    guard text.utf8.count >= 4, text.utf8.count <= 400 else { return false }
    let hasLetters = text.contains { $0.isLetter }
    let hasNumber = text.contains { $0.isNumber || $0 == "§" }
    let lower = text.lowercased()
    return hasLetters && (hasNumber || documents.contains { lower.contains($0) })
  }
}
