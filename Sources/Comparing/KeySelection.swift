import Diagnostics
import Documents
import Law

extension Codebook {
  /// The keys that patterns name, in the order of the patterns and then of the alphabet, each once. In a pattern `*`
  /// stands for any letters, dots among them: `np.*`.
  /// - Parameters:
  ///   - patterns: patterns with commas between them.
  ///   - levels: whose law is asked; a key of another level is not matched.
  /// - Throws: `Rejection` with every pattern that matches nothing, and the nearest spelling.
  public func keys(matching patterns: String, of levels: Set<Level>) throws(Rejection) -> [String] {
    let problems = Problems()
    let all = Level.allCases.filter(levels.contains).flatMap { keys(of: $0) }.sorted()
    var chosen: [String] = []
    let parts = patterns.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    if parts.isEmpty {
      problems.error("no-keys", at: nil, "no key is named; write a key of the codebook, or a pattern such as `np.*`")
    }
    for pattern in parts {
      let matched = all.filter { KeyPattern(pattern).matches($0) }
      if matched.isEmpty { problems.report(unmatched(pattern, all, levels)) }
      chosen += matched.filter { !chosen.contains($0) }
    }
    try problems.check()
    return chosen
  }

  private func unmatched(_ pattern: String, _ keys: [String], _ levels: Set<Level>) -> Diagnostic {
    let kinds = Level.allCases.filter(levels.contains).map(\.rawValue).joined(separator: " or ")
    if let other = questions.values.filter({ KeyPattern(pattern).matches($0.key) }).min(by: { $0.key < $1.key }) {
      let isExact = pattern == other.key
      let summary =
        isExact
        ? "`\(pattern)` is a \(other.level.rawValue) key: it is asked of \(other.level.bearer)"
        : "`\(pattern)` matches no \(kinds) key, but keys of \(other.level.bearer), such as `\(other.key)`"
      return Diagnostic(
        "other-level", at: nil, summary,
        solutions: other.level.code.map { [.init("name the jurisdiction `\($0)`")] } ?? [])
    }
    guard pattern.contains("*") else {
      return .unknownWord(pattern, at: nil, id: "unknown-key", kind: "\(kinds) key of the codebook", allowed: keys)
    }
    // The part before the first star is compared with the same part of each key.
    let stem = pattern.prefix { $0 != "*" }
    let topic = String(stem.prefix { $0 != "." })
    let topics = Set(keys.map { String($0.prefix { $0 != "." }) })
    let summary = "`\(pattern)` matches no \(kinds) key of the codebook"
    if !topics.contains(topic), let nearest = Spelling.nearest(to: topic, in: topics) {
      let mend = nearest + pattern.dropFirst(topic.count)
      return Diagnostic("unknown-key", at: nil, summary, solutions: [.init("write `\(mend)`", replacement: mend)])
    }
    let shown = topics.contains(topic) ? keys.filter { $0.hasPrefix("\(topic).") } : topics.sorted().map { "\($0).*" }
    let words = shown.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    let rest = shown.count > 12 ? " and \(shown.count - 12) more" : ""
    return Diagnostic("unknown-key", at: nil, summary, notes: [.init("expected one of \(words)\(rest)")])
  }
}

/// A key with stars.
struct KeyPattern {
  private let pieces: [Substring]

  init(_ text: String) { pieces = text.split(separator: "*", omittingEmptySubsequences: false) }

  /// Whether a key has the pieces in order, the first at its beginning and the last at its end.
  func matches(_ key: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, key.hasPrefix(first) else { return false }
    guard pieces.count > 1 else { return key == first }
    var rest = key.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Level {
  /// Whose law it is, in words.
  public var bearer: String {
    switch self {
    case .state: "the states"
    case .federal: "the United States"
    case .standard: "accreditors and other bodies"
    }
  }

  /// The code of the one jurisdiction of the level; nil for the states.
  var code: String? { Jurisdiction.codes.filter { Jurisdiction.level(of: $0) == self }.onlyElement }
}

extension Array {
  fileprivate var onlyElement: Element? { count == 1 ? first : nil }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    let trimmed = drop { $0 == " " }
    guard let last = trimmed.lastIndex(where: { $0 != " " }) else { return "" }
    return String(trimmed[...last])
  }
}
