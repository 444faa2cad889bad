/// One thing that is wrong, or worth knowing, about what a person wrote.
///
/// The summary is lower case without a full stop; what the user wrote stands in backticks.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is: an error stops the work, a warning does not.
  public enum Severity: String, Sendable { case error, warning, note }

  /// Another place or sentence that helps to understand the summary: "first given here".
  public struct Note: Hashable, Sendable {
    /// Where, if anywhere.
    public let range: SourceRange?
    /// What is to be seen there.
    public let text: String

    /// A note, with its place where there is one.
    public init(_ text: String, at range: SourceRange? = nil) {
      self.text = text
      self.range = range
    }
  }

  /// A way to mend it.
  public struct Solution: Hashable, Sendable {
    /// What to do, as in "write `physician`".
    public let summary: String
    /// What would stand in place of the diagnostic's range, where that alone is the mend.
    public let replacement: String?

    /// A mend, with the text to put in place of the range where there is one.
    public init(_ summary: String, replacement: String? = nil) {
      self.summary = summary
      self.replacement = replacement
    }
  }

  /// A declared kebab-case name of the kind of problem, such as `unknown-key`.
  public let id: String
  /// How bad it is.
  public let severity: Severity
  /// Where it is, when it has a place.
  public let range: SourceRange?
  /// One line: what is wrong and what was expected.
  public let summary: String
  /// Further places and sentences.
  public let notes: [Note]
  /// Ways to mend it, the likeliest first.
  public let solutions: [Solution]

  /// A diagnostic; an error unless said otherwise.
  public init(
    _ id: String, severity: Severity = .error, at range: SourceRange?, _ summary: String,
    notes: [Note] = [], solutions: [Solution] = []
  ) {
    self.id = id
    self.severity = severity
    self.range = range
    self.summary = summary
    self.notes = notes
    self.solutions = solutions
  }
}
