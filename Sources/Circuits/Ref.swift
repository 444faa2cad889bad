/// A node of a circuit, or its negation.
public struct Ref: Hashable, Sendable {
  /// Twice the node's number, plus one for the negation.
  let raw: UInt32

  /// What always holds.
  public static let yes = Ref(raw: 0)
  /// What never holds.
  public static let no = Ref(raw: 1)

  init(raw: UInt32) { self.raw = raw }
  init(node: Int) { raw = UInt32(node) << 1 }

  /// The number of the node.
  var node: Int { Int(raw >> 1) }
  /// Whether it is the node's negation.
  var isNegated: Bool { raw & 1 == 1 }
  /// The negation; an involution.
  public var not: Ref { Ref(raw: raw ^ 1) }
}
