/// The name of a person as lists of excluded persons have it: in capitals, without marks, perhaps cut short.
struct PersonName: Hashable, Sendable {
  let last: String
  let first: String

  /// The letters and digits of a text in capitals, without accents where Unicode can take them off by itself.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        switch byte {
        case 0x61...0x7A: bytes.append(byte - 0x20)
        case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
        default: break
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(String.UnicodeScalarView(text.uppercased().unicodeScalars.compactMap(unaccented)))
  }

  /// A letter or digit without its accent, which Unicode's name for it tells: LATIN CAPITAL LETTER E WITH ACUTE.
  private static func unaccented(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard !scalar.isASCII, words.starts(with: ["LATIN", "CAPITAL", "LETTER"]), words.count > 4, words[4] == "WITH",
      let letter = words[3].unicodeScalars.first, words[3].utf8.count == 1
    else { return scalar }
    return letter
  }

  private static let suffixes: Set<String> = ["JR", "SR", "II", "III", "IV"]
  private static let titles: Set<String> = ["DR", "MR", "MRS", "MS", "MX", "PROF"]

  /// Every way to read a name that a program states: `Ana Rivera Soto, MD` has the family name Soto or Rivera Soto,
  /// and `Rivera, Ana` has it in front.
  static func readings(of text: String) -> Set<PersonName> {
    let parts = text.split(separator: ",").map { words(String($0)) }
    var readings = parts.first.map(inOrder) ?? []
    if parts.count > 1, let first = parts[1].first, !parts[0].isEmpty {
      readings.insert(PersonName(last: parts[0].joined(), first: first))
    }
    // The lists are written in ASCII: a name that can't be is no name to look up, or its absence would clear it.
    return readings.filter { ($0.last + $0.first).utf8.allSatisfy { $0 < 0x80 } }
  }

  private static func inOrder(_ words: [String]) -> Set<PersonName> {
    guard let first = words.first, words.count > 1 else { return [] }
    return Set((1..<words.count).map { PersonName(last: words[$0...].joined(), first: first) })
  }

  private static func words(_ text: String) -> [String] {
    var words = text.split(separator: " ").map { folded(String($0)) }.filter { !$0.isEmpty }
    while let last = words.last, suffixes.contains(last), words.count > 1 { words.removeLast() }
    if let first = words.first, titles.contains(first) { words.removeFirst() }
    return words
  }
}

/// A text of a list whose fields have a fixed width.
struct CutText: Sendable {
  let text: String
  /// Whether it fills the field, so that more may have followed.
  let isCut: Bool

  init(_ text: String, width: Int) {
    self.text = PersonName.folded(text)
    isCut = text.utf8.count >= width
  }

  /// Whether a folded text is this one, as far as the field reaches.
  func matches(_ other: String) -> Bool {
    !text.isEmpty && (isCut ? other.hasPrefix(text) : other == text)
  }
}
