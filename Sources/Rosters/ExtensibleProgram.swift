import Diagnostics
import Documents
import Programs

/// The text of a program file, to which elements of its lists can be added. All that stands there stays: comments,
/// layout, order.
public struct ExtensibleProgram: Sendable {
  /// What the file says.
  public let program: Program
  private let document: ExtensibleDocument

  /// Reads a program file.
  /// - Throws: `Rejection` with all that is wrong in it.
  public init(_ source: SourceText, vocabulary: Vocabulary) throws(Rejection) {
    document = try ExtensibleDocument(source)
    program = try Program(document.root, vocabulary: vocabulary)
  }

  /// The text as it was read.
  public var text: String { document.text }

  /// The text with elements added to one of its lists, which begins anew at the end where there is none.
  /// - Parameter elements: the lines of each, the first behind `- `.
  /// - Throws: `Rejection` where the list is not written one element a line.
  public func adding(_ elements: [[String]], to list: String) throws(Rejection) -> String {
    try document.adding(elements, to: list)
  }
}
