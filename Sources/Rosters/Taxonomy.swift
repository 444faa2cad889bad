import Programs

/// Tells professions by the Health Care Provider Taxonomy of the NUCC (© American Medical Association), as far as the
/// vocabulary of professions carries its codes.
///
/// A word may carry several codes, with blanks between them. A code is a grouping (2 characters), a classification (2), a specialization (5) and an `X`.
public struct Taxonomy: Sendable {
  private let exact: [String: String]
  private let classifications: [String: String]
  private let physician: String?

  /// The taxonomy that a vocabulary knows.
  public init(_ vocabulary: Vocabulary) {
    let coded = (vocabulary.lists["profession"] ?? []).flatMap { word in
      (word.attributes["nucc"] ?? "").split(separator: " ").map { (code: String($0), profession: word.name) }
    }
    exact = Dictionary(coded.map { ($0.code, $0.profession) }, uniquingKeysWith: { first, _ in first })
    let whole = coded.filter { $0.code.hasSuffix("00000X") }
    classifications = Dictionary(
      whole.map { (String($0.code.prefix(4)), $0.profession) }, uniquingKeysWith: { first, _ in first })
    physician = coded.first { $0.code.hasPrefix("20") }?.profession
  }

  /// Whether a text has the form of a code.
  public static func isCode(_ text: String) -> Bool {
    text.utf8.count == 10 && text.hasSuffix("X")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  /// The profession of a code: by the code itself, by its classification, or by its grouping where that is physicians
  /// (20). Oral surgeons (204E) stand there too and may be dentists, so that they are told by nothing.
  public func profession(of code: String) -> String? {
    guard Self.isCode(code) else { return nil }
    if let profession = exact[code] ?? classifications[String(code.prefix(4))] { return profession }
    return code.hasPrefix("20") && !code.hasPrefix("204E") ? physician : nil
  }
}
