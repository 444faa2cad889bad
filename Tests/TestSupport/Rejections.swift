import Diagnostics
import Documents
import Testing

extension Diagnostic {
  /// All that it says, in one line: id, summary, notes and solutions.
  public var line: String {
    let notes = notes.map { "; note: \($0.text)" }.joined()
    let solutions = solutions.map { "; help: \($0.summary)" }.joined()
    return "\(id): \(summary)\(notes)\(solutions)"
  }

  /// Line and column at which it stands, as `MarkedText` gives them.
  public var place: String {
    guard let start = range?.start else { return "nowhere" }
    return "\(start.line):\(start.column)"
  }
}

/// The diagnostics with which something is refused; none where it is accepted.
public func rejection(_ body: () throws -> Void) -> [Diagnostic] {
  do {
    try body()
    return []
  } catch let rejection as Rejection {
    return rejection.diagnostics
  } catch {
    Issue.record(error)
    return []
  }
}

/// Expects that a marked YAML text is refused with exactly these messages, each at its mark, in the order of the text.
public func expectRejection(
  of marked: String, with messages: [String], sourceLocation: SourceLocation = #_sourceLocation,
  by read: (Node) throws -> Void
) {
  let input = MarkedText(marked)
  let found = rejection { try read(try YAMLReader.read(SourceText(name: "test.yaml", text: input.text))) }
  #expect(found.map(\.line) == messages, sourceLocation: sourceLocation)
  #expect(found.map(\.place) == input.places, sourceLocation: sourceLocation)
}
