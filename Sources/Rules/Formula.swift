import CEL
import Diagnostics
import Documents

/// An expression of a rule, typed and within the profile.
public struct Formula: Sendable {
  /// What tells formulas apart that stand in rules again and again: their text, with its hash made once.
  public struct Key: Hashable, Sendable {
    private let text: String
    private let hash: Int

    /// The key of a text.
    public init(_ text: String) {
      self.text = text
      hash = text.hashValue
    }

    /// Combines the hash that is known.
    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  /// The expression as written, folded.
  public let text: String
  /// The key of that text.
  public let key: Key
  /// The typed tree.
  public let checked: Checked
  /// The scalar that holds it, for the way back to the file; nil where it was not read from one.
  private let scalar: EmbeddedText?

  /// The root of the tree.
  public var expression: Expression { checked.expression }

  /// Parses, types and checks the expression of a node. Reports, and gives nil, when it can't be used.
  init?(_ node: Node, in environment: Environment, expecting type: Type? = .bool, problems: Problems) {
    guard let embedded = EmbeddedText(node) else {
      node.mismatch("an expression", problems)
      return nil
    }
    do throws(Rejection) {
      let expression = try Parser.parse(embedded.text)
      try self.init(expression, in: embedded.text, environment, expecting: type, scalar: embedded)
    } catch {
      embedded.relocate(error).diagnostics.forEach(problems.report)
      return nil
    }
  }

  /// Types a parsed expression and checks it against the profile.
  /// - Throws: `Rejection` with ranges in `source`.
  init(
    _ expression: Expression, in source: SourceText, _ environment: Environment, expecting type: Type? = .bool,
    scalar: EmbeddedText? = nil
  ) throws(Rejection) {
    checked = try Checker.check(expression, in: source, against: environment, expecting: type)
    try Profile.check(checked, in: source)
    text = source.text(in: 0..<source.bytes.count)
    key = Key(text)
    self.scalar = scalar
  }

  /// Where a stretch of its text stands in the file, all of it unless said otherwise; nil where no file holds it.
  public func range(of offsets: Range<Int>? = nil) -> SourceRange? {
    scalar?.fileRange(of: offsets ?? 0..<text.utf8.count)
  }
}
