/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate nearest to `word` by edit distance, if it is near enough to be a slip of the finger:
  /// at most a third of its length, and never more than 4 edits. Ties go to the alphabetically first.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 256 else { return nil }
    let written = Array(word.lowercased().unicodeScalars)
    guard written.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let floor = min(4, max(1, max(written.count, scalars.count) / 3))
      guard abs(scalars.count - written.count) <= floor else { continue }
      let distance = distance(written, scalars)
      guard distance <= floor else { continue }
      if let known = best, (known.distance, known.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Edits that turn one word into the other: insert, delete, replace, swap two neighbours.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}
