import Documents
import Law

/// True, false or unknown.
enum Kleene: Int, Hashable, CaseIterable { case T, F, U }

/// A whole number or day of which only bounds may be known. Beyond `forever` there is nothing.
struct Interval: Hashable {
  static let forever = 1_000_000_000_000
  static let any = Interval(-forever, forever)
  let low: Int
  let high: Int

  init(_ low: Int, _ high: Int) {
    self.low = min(max(low, -Self.forever), Self.forever)
    self.high = min(max(high, -Self.forever), Self.forever)
  }

  static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  static prefix func - (a: Interval) -> Interval { Interval(-a.high, -a.low) }
}

/// Which facts count (S4).
enum Trust: CaseIterable { case all, verified }

/// What a rule's text computes with. Tests plant a fault here and see that the comparison with production notices.
struct Operators {
  // Rows are the left operand and columns the right one, in the order T, F, U.
  static let andTable: [[Kleene]] = [[.T, .F, .U], [.F, .F, .F], [.U, .F, .U]]
  static let orTable: [[Kleene]] = [[.T, .T, .T], [.T, .F, .U], [.T, .U, .U]]
  static let sameTable: [[Kleene]] = [[.T, .F, .U], [.F, .T, .U], [.U, .U, .U]]
  static let notTable: [Kleene] = [.F, .T, .U]

  // S1
  var and: (Kleene, Kleene) -> Kleene = { andTable[$0.rawValue][$1.rawValue] }
  var or: (Kleene, Kleene) -> Kleene = { orTable[$0.rawValue][$1.rawValue] }
  var same: (Kleene, Kleene) -> Kleene = { sameTable[$0.rawValue][$1.rawValue] }
  var not: (Kleene) -> Kleene = { notTable[$0.rawValue] }

  // S2. An element counts where its guard holds; `more`: there may be elements besides those stated.
  var exists: ([(guard: Kleene, holds: Kleene)], Kleene, Operators) -> Kleene = { elements, more, o in
    elements.reduce(more) { o.or($0, o.and($1.guard, $1.holds)) }
  }
  var all: ([(guard: Kleene, holds: Kleene)], Kleene, Operators) -> Kleene = { elements, more, o in
    elements.reduce(o.not(more)) { o.and($0, o.or(o.not($1.guard), $1.holds)) }
  }
  var sum: ([(guard: Kleene, amount: Interval)], Kleene) -> Interval = { elements, more in
    elements.reduce(Interval(0, more == .F ? 0 : Interval.forever)) { total, element in
      switch element.guard {
      case .T: total + element.amount
      case .U: total + Interval(min(0, element.amount.low), max(0, element.amount.high))
      case .F: total
      }
    }
  }
  var lessOrEqual: (Interval, Interval) -> Kleene = { a, b in
    if a.high <= b.low { return .T }
    return a.low > b.high ? .F : .U
  }
  /// A cap of `none` is above every number.
  var withinNone: Kleene = .T
  /// Whether a list that is left out may have elements.
  var omitted: (_ countsAsEmpty: Bool) -> Kleene = { $0 ? .F : .U }
  /// What is known of an amount that nobody stated: the declared range of its field.
  var unstated: (ClosedRange<Int>) -> Interval = { Interval($0.lowerBound, $0.upperBound) }

  // S3
  var ok: (_ applies: Kleene, _ met: Kleene, _ pathways: Kleene, Operators) -> Kleene = { applies, met, pathways, o in
    o.or(o.or(o.not(applies), met), pathways)
  }
  var pathway: (_ available: Kleene, _ chosen: Kleene, _ asked: Kleene, Operators) -> Kleene = {
    $3.and($3.and($0, $1), $2)
  }

  // S4
  var counts: (Basis, Trust) -> Bool = { basis, trust in
    switch (basis, trust) {
    case (.primary, _), (.secondary, _), (.recalled, .all): true
    case (.recalled, .verified): false
    }
  }

  // S5
  var begun: (DatedValue, Day) -> Kleene = { value, day in
    guard let from = value.from else {
      // What the source attests; a source without any date attests nothing.
      guard let attested = value.source.asOf?.latest ?? value.source.read else { return .U }
      return day >= attested ? .T : .U
    }
    if day >= from.latest { return .T }
    return day < from.earliest ? .F : .U
  }
  var ended: (DatedValue, Day) -> Kleene = { value, day in
    guard let to = value.to, day >= to.earliest else { return .F }
    return day >= to.latest ? .T : .U
  }
  var known: (DatedValue, Day?) -> Bool = { value, on in
    guard let on, let decided = value.decided else { return true }
    return decided <= on
  }
  var inForce: (Status) -> Bool = { $0 == .inForce }
  var heedsContests = true
  var heedsExceptions = true
  /// A day of which only the month or year is known.
  var interval: (PartialDate) -> Interval = { Interval($0.earliest.number, $0.latest.number) }

  // S7
  var alternatives: (_ each: [Kleene], _ allAreNeeded: Bool, Operators) -> Kleene = { each, allAreNeeded, o in
    // A line that nobody is named for is nobody's: unknown.
    if each.isEmpty { return .U }
    return allAreNeeded ? each.reduce(.T, o.and) : each.reduce(.F, o.or)
  }
  /// Silence is no yes: without a rule that certainly binds the case, its answer is unknown.
  var answered: (_ holds: Kleene, _ binds: Kleene, Operators) -> Kleene = { holds, binds, o in
    binds == .T ? holds : o.and(holds, .U)
  }
}
