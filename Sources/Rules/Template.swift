import CEL
import Diagnostics
import Documents

/// A message with expressions in braces: `{practitioner} has no agreement in {place}`.
public struct Template: Sendable {
  /// A stretch of a message.
  public enum Part: Sendable {
    case text(String)
    /// An expression whose value is shown.
    case value(Formula)
  }

  /// The stretches in order.
  public let parts: [Part]

  /// Reads a message whose expressions may use all that `environment` declares.
  init?(_ node: Node, in environment: Environment, problems: Problems) {
    guard let embedded = EmbeddedText(node) else {
      node.mismatch("a message", problems)
      return nil
    }
    var parts: [Part] = []
    var failed = false
    for piece in Self.pieces(embedded.text.bytes) {
      let range = embedded.fileRange(of: piece.offsets)
      guard piece.isExpression else {
        parts.append(.text(embedded.text.text(in: piece.offsets)))
        continue
      }
      // The braces' inside is parsed in place, so that its offsets are those of the whole message.
      let blanks = String(repeating: " ", count: piece.offsets.lowerBound)
      let source = SourceText(name: embedded.text.name, text: blanks + embedded.text.text(in: piece.offsets))
      do throws(Rejection) {
        let expression = try Parser.parse(source)
        parts.append(.value(try Formula(expression, in: source, environment, expecting: nil)))
      } catch {
        failed = true
        for problem in error.diagnostics {
          problems.error(
            problem.id, at: problem.range.map { embedded.fileRange(of: $0.offsets) } ?? range, problem.summary,
            notes: problem.notes, solutions: problem.solutions)
        }
      }
    }
    if failed { return nil }
    self.parts = parts
  }

  private static func pieces(_ bytes: [UInt8]) -> [(offsets: Range<Int>, isExpression: Bool)] {
    var pieces: [(Range<Int>, Bool)] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "{"):
        if offset > start { pieces.append((start..<offset, false)) }
        start = offset + 1
      case UInt8(ascii: "}"):
        if offset >= start { pieces.append((start..<offset, true)) }
        start = offset + 1
      default: break
      }
    }
    if start < bytes.count { pieces.append((start..<bytes.count, false)) }
    return pieces
  }
}
