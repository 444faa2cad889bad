import Documents
import Law
import Programs
import Rules

/// True, false or unknown.
enum Kleene: Int, Hashable, CaseIterable { case T, F, U }

/// Which facts count (S4).
enum Trust: CaseIterable { case all, verified }

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

/// What the semantics compute with. Tests plant a fault here and see that the comparison with production notices.
struct Operators {
  typealias Judged = [(guard: Kleene, holds: Kleene)]

  // S1. Rows are the left operand and columns the right one, in the order T, F, U.
  static let andTable: [[Kleene]] = [[.T, .F, .U], [.F, .F, .F], [.U, .F, .U]]
  static let orTable: [[Kleene]] = [[.T, .T, .T], [.T, .F, .U], [.T, .U, .U]]
  static let sameTable: [[Kleene]] = [[.T, .F, .U], [.F, .T, .U], [.U, .U, .U]]
  static let notTable: [Kleene] = [.F, .T, .U]
  var and: (Kleene, Kleene) -> Kleene = { andTable[$0.rawValue][$1.rawValue] }
  var or: (Kleene, Kleene) -> Kleene = { orTable[$0.rawValue][$1.rawValue] }
  var same: (Kleene, Kleene) -> Kleene = { sameTable[$0.rawValue][$1.rawValue] }
  var not: (Kleene) -> Kleene = { notTable[$0.rawValue] }

  // S2. An element counts where its guard holds; `more`: there may be elements besides those stated.
  var exists: (Judged, _ more: Kleene, Operators) -> Kleene = { elements, more, o in
    elements.reduce(more) { o.or($0, o.and($1.guard, $1.holds)) }
  }
  var all: (Judged, _ more: Kleene, Operators) -> Kleene = { elements, more, o in
    elements.reduce(o.not(more)) { o.and($0, o.or(o.not($1.guard), $1.holds)) }
  }
  var sum: ([(guard: Kleene, amount: Interval)], _ more: Kleene) -> Interval = { elements, more in
    elements.reduce(Interval(0, more == .F ? 0 : Interval.forever)) { total, element in
      switch element.guard {
      case .T: total + element.amount
      case .U: total + Interval(min(0, element.amount.low), max(0, element.amount.high))
      case .F: total
      }
    }
  }
  var lessOrEqual: (Interval, Interval) -> Kleene = { $0.high <= $1.low ? .T : $0.low > $1.high ? .F : .U }
  /// A cap of `none` is above every number.
  var withinNone: Kleene = .T
  /// Whether a list that is left out may have elements.
  var omitted: (_ countsAsEmpty: Bool) -> Kleene = { $0 ? .F : .U }
  /// What is known of an amount that nobody stated: the declared range of its field.
  var unstated: (ClosedRange<Int>) -> Interval = { Interval($0.lowerBound, $0.upperBound) }

  // Each record of law is asked about for itself, where it is law.
  var each: (_ ok: [Kleene]) -> [Kleene] = { $0 }
  var isLaw: (Kleene) -> Kleene = { $0 }

  // S3
  var ok: (_ applies: Kleene, _ met: Kleene, _ pathways: Kleene, Operators) -> Kleene = { a, r, p, o in
    o.or(o.or(o.not(a), r), p)
  }
  var pathway: (_ available: Kleene, _ chosen: Kleene, _ asked: Kleene, Operators) -> Kleene = { v, c, q, o in
    o.and(o.and(v, c), q)
  }

  var heedsRuleExceptions = true

  // S4
  var counts: (Basis, Trust) -> Bool = { basis, trust in basis != .recalled || trust == .all }

  // S5. Without a `from`, a value holds from what the source attests, which is nothing after it was read; a source
  // without any date attests nothing.
  var begun: (DatedValue, Day) -> Kleene = { value, day in
    if let from = value.from { return day >= from.latest ? .T : day < from.earliest ? .F : .U }
    let dates = [value.source.asOf?.latest, value.source.read].compactMap { $0 }
    return dates.contains { day >= $0 } ? .T : .U
  }
  var ended: (DatedValue, Day) -> Kleene = { value, day in
    value.to.map { day >= $0.latest ? .T : day < $0.earliest ? .F : .U } ?? .F
  }
  var known: (DatedValue, Day?) -> Bool = { value, on in
    if let on, let decided = value.decided { decided <= on } else { true }
  }
  var inForce: (Status) -> Bool = { $0 == .inForce }
  var heedsContests = true
  var heedsExceptions = true
  /// A day of which only the month or year is known.
  var interval: (PartialDate) -> Interval = { Interval($0.earliest.number, $0.latest.number) }

  /// A case is judged by the law of its own day.
  var dateOfService: (_ stated: Day, _ check: Day) -> Day = { stated, _ in stated }
  var lasts: (_ signed: Kleene, _ lasts: Kleene, Operators) -> Kleene = { $2.and($0, $1) }

  // Who and what belongs to a supervisor or a payer in a state, and where those who are supervised work there.
  var isHere: (Concern, Bool) -> Bool = { $1 }
  var workplaces: ([Entity]) -> [Entity] = { $0 }

  // S7. A finding bears on what its subject has in common with a delivery.
  var bears: (Concern, [String: Bool]) -> Bool = { $1.values.allSatisfy { $0 } }
  // A line that nobody is named for is nobody's: unknown.
  var alternatives: (_ each: [Kleene], _ allAreNeeded: Bool, Operators) -> Kleene = { each, allAreNeeded, o in
    each.isEmpty ? .U : allAreNeeded ? each.reduce(.T, o.and) : each.reduce(.F, o.or)
  }
  /// Silence is no yes: without a rule that certainly binds the case, its answer is unknown.
  var answered: (_ holds: Kleene, _ binds: Kleene, Operators) -> Kleene = { $1 == .T ? $0 : $2.and($0, .U) }
}
