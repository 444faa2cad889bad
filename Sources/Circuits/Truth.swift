/// The three values of strong Kleene logic.
public enum Truth: UInt8, Hashable, Sendable, CaseIterable {
  case no, unknown, yes

  /// The truth of what is known to be so or not.
  public init(_ known: Bool) { self = known ? .yes : .no }

  /// The negation; of unknown, unknown.
  public var not: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Both: the smaller of the two, with no < unknown < yes.
  public func and(_ other: Truth) -> Truth { rawValue < other.rawValue ? self : other }

  /// Either: the greater of the two.
  public func or(_ other: Truth) -> Truth { rawValue > other.rawValue ? self : other }
}
