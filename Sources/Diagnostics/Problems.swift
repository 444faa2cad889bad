/// Collects the diagnostics of one reading, so that all errors of a file are shown and not the first alone.
///
/// A reference, since many small readers add to one list; it stays within the function that made it.
public final class Problems {
  /// How many are kept: nobody reads more, and a file made to hold a million errors must not fill the memory.
  public static let limit = 100

  /// In the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// An empty collection.
  public init() {}

  /// Whether no more are kept; a reader may then stop.
  public var isFull: Bool { diagnostics.count > Self.limit }

  /// Adds one; the first beyond the limit is replaced by a word that there are more.
  public func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count >= Self.limit else { return diagnostics.append(diagnostic) }
    guard !isFull else { return }
    diagnostics.append(
      Diagnostic(
        "too-many-errors", at: diagnostic.range, "there are more errors than \(Self.limit); these are the first"))
  }

  /// Adds an error with its place.
  public func error(
    _ id: String, at range: SourceRange?, _ summary: String, notes: [Diagnostic.Note] = [],
    solutions: [Diagnostic.Solution] = []
  ) {
    report(Diagnostic(id, at: range, summary, notes: notes, solutions: solutions))
  }

  /// Whether anything found is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Throws what was collected if any of it is an error.
  /// - Throws: `Rejection` with all diagnostics.
  public func check() throws(Rejection) {
    if hasErrors { throw Rejection(diagnostics) }
  }
}

/// Input that can't be used, with every reason.
public struct Rejection: Error, Sendable {
  /// All that was found, sorted by file and place; never empty.
  public let diagnostics: [Diagnostic]

  /// Sorts by file and place, so that the order of reading does not show.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated().sorted { left, right in
      let a = left.element.range
      let b = right.element.range
      let first = (a?.source.name ?? "", a?.offsets.lowerBound ?? 0, left.offset)
      let second = (b?.source.name ?? "", b?.offsets.lowerBound ?? 0, right.offset)
      return first < second
    }.map(\.element)
  }

  /// A rejection for one reason.
  public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
