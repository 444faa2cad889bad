import Diagnostics
import Documents
import Programs
import Rules

/// What tests need again and again: the shipped rules, and programs in memory.
public enum Shipped {
  /// The rules of this checkout.
  /// - Throws: `Rejection` when they do not load.
  public static func rules() throws(Rejection) -> Rulebook { try Rulebook.load(from: Repository.data) }
}

/// A YAML text as a document.
/// - Throws: `Rejection` when it can't be read.
public func document(_ text: String, named name: String = "test.yaml") throws(Rejection) -> Node {
  try YAMLReader.read(SourceText(name: name, text: text))
}
