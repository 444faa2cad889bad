/// A whole number: a constant, days of the clock, and guarded amounts.
///
/// Terms are never cancelled: `x - x` with `x` unknown is not known to be 0 (S1).
public struct Linear: Hashable, Sendable {
  /// What a term counts.
  public enum Amount: Hashable, Sendable {
    /// One, for each element that a list certainly has.
    case one
    /// The value of a read.
    case read(ReadID)
    /// A date that is read, moved by the calendar.
    case shifted(ReadID, DateShift)
    /// Any number from 0 up: elements that a list may have besides those stated.
    case unbounded
  }

  /// An amount, times a coefficient, that counts where its guard holds.
  public struct Term: Hashable, Sendable {
    let coefficient: Int
    let amount: Amount
    let condition: Ref
  }

  var constant: Int
  /// How often the day of the evaluation is added.
  var clock: Int
  var terms: [Term]

  init(_ constant: Int = 0, clock: Int = 0, terms: [Term] = []) {
    self.constant = constant
    self.clock = clock
    self.terms = terms
  }

  /// Stands for plus and minus infinity: no date and no amount comes near.
  static let infinity = 1_000_000_000_000

  static func + (left: Linear, right: Linear) -> Linear {
    Linear(bounded(left.constant + right.constant), clock: left.clock + right.clock, terms: left.terms + right.terms)
  }

  static prefix func - (value: Linear) -> Linear {
    let terms = value.terms.map { Term(coefficient: -$0.coefficient, amount: $0.amount, condition: $0.condition) }
    return Linear(-value.constant, clock: -value.clock, terms: terms)
  }

  static func bounded(_ number: Int) -> Int { min(max(number, -infinity), infinity) }

  /// The reads that enter it, besides those of its guards.
  var reads: [ReadID] { terms.compactMap(\.amount.read) }

  /// The number, where no read and no clock enters it.
  var known: Int? { terms.isEmpty && clock == 0 ? constant : nil }

  /// Its bounds without the clock's part.
  func bounds(_ truth: (Ref) -> Truth, _ value: (ReadID) -> ReadValue, _ domain: (ReadID) -> Domain) -> ClosedRange<Int>
  {
    var low = constant
    var high = constant
    for term in terms {
      let state = truth(term.condition)
      guard state != .no else { continue }
      let amount = Self.range(of: term.amount, value, domain)
      let ends = [amount.lowerBound * term.coefficient, amount.upperBound * term.coefficient]
      var least = min(ends[0], ends[1])
      var most = max(ends[0], ends[1])
      if state == .unknown {
        least = min(least, 0)
        most = max(most, 0)
      }
      low = Self.bounded(low + least)
      high = Self.bounded(high + most)
    }
    return low...high
  }

  private static func range(
    of amount: Amount, _ value: (ReadID) -> ReadValue, _ domain: (ReadID) -> Domain
  ) -> ClosedRange<Int> {
    switch amount {
    case .one: return 1...1
    case .unbounded: return 0...infinity
    case .shifted(let id, let shift):
      let range = range(of: .read(id), value, domain)
      return shift.bounds(of: range)
    case .read(let id):
      if case .within(let range) = value(id) { return range }
      if case .integers(let range) = domain(id) { return range }
      return -infinity...infinity
    }
  }
}

extension Linear.Amount {
  /// The read behind the amount, where there is one.
  var read: ReadID? {
    switch self {
    case .read(let id), .shifted(let id, _): id
    case .one, .unbounded: nil
    }
  }
}
