import Diagnostics

/// The fields of one mapping while it is decoded: a key that is not among those allowed is reported at once,
/// with the nearest right spelling.
public struct Fields {
  /// What the mapping stands for, as in "a site".
  public let subject: String
  /// Where the whole mapping stands.
  public let range: SourceRange
  private let entries: [String: Entry]
  private let problems: Problems

  /// Reads `node` as a mapping with some of the `allowed` keys. Reports, and gives nil, when it is no mapping.
  public init?(_ node: Node, of subject: String, allowed: [String], problems: Problems) {
    guard let entries = node.mapping(expecting: subject, problems: problems) else { return nil }
    self.subject = subject
    self.range = node.range
    self.problems = problems
    var known: [String: Entry] = [:]
    for entry in entries where !problems.isFull {
      if allowed.contains(entry.key) {
        known[entry.key] = entry
      } else {
        problems.report(
          .unknownWord(
            entry.key, at: entry.keyRange, id: "unknown-key", kind: "key of \(subject)", allowed: allowed))
      }
    }
    self.entries = known
  }

  /// Reads `node` as a mapping of a shape; `subject` is what it is called where that is more than the shape says.
  public init?(_ node: Node, _ shape: MappingShape, of subject: String? = nil, problems: Problems) {
    self.init(node, of: subject ?? shape.subject, allowed: shape.names, problems: problems)
  }

  /// The entry of a key, where it is written.
  public func entry(_ key: String) -> Entry? { entries[key] }

  /// The value of a key, where it is written.
  public subscript(key: String) -> Node? { entries[key]?.value }

  /// The value of a key that must be there; reports its absence.
  public func required(_ key: String) -> Node? {
    if let value = entries[key]?.value { return value }
    problems.error("missing-key", at: range, "\(subject) needs `\(key)`")
    return nil
  }
}

extension Diagnostic {
  /// "`zite` is no key of a program", with the nearest of the allowed words, or all of them when they are few.
  public static func unknownWord(
    _ word: String, at range: SourceRange?, id: String, kind: String, allowed: [String]
  ) -> Diagnostic {
    let nearest = Spelling.nearest(to: word, in: allowed)
    var notes: [Note] = []
    if nearest == nil, !allowed.isEmpty {
      let shown = allowed.sorted().prefix(12).map { "`\($0)`" }.joined(separator: ", ")
      let rest = allowed.count > 12 ? " and \(allowed.count - 12) more" : ""
      notes.append(Note("expected one of \(shown)\(rest)"))
    }
    return Diagnostic(
      id, at: range, "`\(word.excerpt)` is no \(kind)", notes: notes,
      solutions: nearest.map { [Solution("write `\($0)`", replacement: $0)] } ?? [])
  }
}
