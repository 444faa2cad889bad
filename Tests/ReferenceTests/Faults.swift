import Documents
import Law
import Rules

/// A known way to get an entry of the semantics wrong.
struct Fault: Sendable {
  let entry: String
  let name: String
  let plant: @Sendable (inout Operators) -> Void

  init(_ entry: String, _ name: String, _ plant: @escaping @Sendable (inout Operators) -> Void) {
    self.entry = entry
    self.name = name
    self.plant = plant
  }

  static let all = truth + lists + outcomes + trust + time + cells + records + parties + reach

  private static let truth = [
    Fault("S1", "unknown and false is unknown") {
      $0.and = { a, b in Set([a, b]) == [.U, .F] ? .U : Operators.andTable[a.rawValue][b.rawValue] }
    },
    Fault("S1", "unknown or true is unknown") {
      $0.or = { a, b in Set([a, b]) == [.U, .T] ? .U : Operators.orTable[a.rawValue][b.rawValue] }
    },
    Fault("S1", "not unknown is true") { $0.not = { $0 == .T ? .F : .T } },
    Fault("S1", "unknown is the same as unknown") {
      $0.same = { a, b in a == b ? .T : Operators.sameTable[a.rawValue][b.rawValue] }
    },
  ]

  private static let lists = [
    Fault("S2", "the remainder is no element that exists") {
      $0.exists = { elements, _, o in Operators().exists(elements, .F, o) }
    },
    Fault("S2", "the remainder is no element of all") {
      $0.all = { elements, _, o in Operators().all(elements, .F, o) }
    },
    Fault("S2", "an element that may count does not") {
      $0.sum = { elements, more in Operators().sum(elements.filter { $0.guard == .T }, more) }
    },
    Fault("S2", "a count has no remainder") { $0.sum = { elements, _ in Operators().sum(elements, .F) } },
    Fault("S2", "a cap of none is below every number") { $0.withinNone = .F },
    Fault("S2", "a list that is left out is empty everywhere") { $0.omitted = { _ in .F } },
    Fault("S2", "a list that is left out is empty nowhere") { $0.omitted = { _ in .U } },
    Fault("S2", "an unstated amount is 0") { $0.unstated = { _ in Interval(0, 0) } },
    Fault("S2", "at most is below") {
      $0.lessOrEqual = { a, b in
        if a.high < b.low { return .T }
        return a.low >= b.high ? .F : .U
      }
    },
  ]

  private static let outcomes = [
    Fault("S3", "what a rule applies to is ignored") { $0.ok = { _, met, routes, o in o.or(met, routes) } },
    Fault("S3", "a closed pathway counts") { $0.pathway = { _, chosen, asked, o in o.and(chosen, asked) } },
    Fault("S3", "a pathway counts that nobody chose") { $0.pathway = { open, _, asked, o in o.and(open, asked) } },
    Fault("S3", "what a pathway asks is ignored") { $0.pathway = { open, chosen, _, o in o.and(open, chosen) } },
    Fault("S3", "exceptions from rules are ignored") { $0.heedsRuleExceptions = false },
    Fault("S3", "pathways are ignored") { $0.ok = { applies, met, _, o in o.or(o.not(applies), met) } },
  ]

  private static let trust = [
    Fault("S4", "a recalled fact counts in the verified lane") { $0.counts = { _, _ in true } },
    Fault("S4", "a secondary source does not verify") { $0.counts = { $0 == .primary || $1 == .all } },
    Fault("S4", "a recalled fact never counts") { $0.counts = { basis, _ in basis != .recalled } },
  ]

  private static let time = [
    Fault("S5", "the last day of a value is its `to`") {
      $0.ended = { value, day in Operators().ended(value, day.adding(days: -1)) }
    },
    Fault("S5", "a value begins on the day after its `from`") {
      $0.begun = { value, day in Operators().begun(value, day.adding(days: value.from == nil ? 0 : -1)) }
    },
    Fault("S5", "a value begins on the first day of its month") {
      $0.begun = { value, day in
        value.from.map { day >= $0.earliest ? .T : .F } ?? Operators().begun(value, day)
      }
    },
    Fault("S5", "a value ends on the last day of its month") {
      $0.ended = { value, day in value.to.map { day >= $0.latest ? .T : .F } ?? .F }
    },
    Fault("S5", "a date of a program is the first of its month") {
      $0.interval = { Interval($0.earliest.number, $0.earliest.number) }
    },
    Fault("S5", "a value without a start always held") {
      $0.begun = { value, day in value.from == nil ? .T : Operators().begun(value, day) }
    },
    Fault("S5", "an enacted value answers") { $0.inForce = { $0 == .inForce || $0 == .enacted } },
    Fault("S5", "what was decided later is known") { $0.known = { _, _ in true } },
    Fault("S5", "contests are ignored") { $0.heedsContests = false },
    Fault("S5", "exceptions are ignored") { $0.heedsExceptions = false },
  ]

  private static let cells = [
    Fault("S7", "what is unknown of a deliverer is a yes") {
      $0.alternatives = { each, allAreNeeded, o in
        Operators().alternatives(each.map { $0 == .U ? .T : $0 }, allAreNeeded, o)
      }
    },
    Fault("S7", "one of all who are needed suffices") {
      $0.alternatives = { each, _, o in Operators().alternatives(each, false, o) }
    },
    Fault("S7", "each of several alternatives is needed") {
      $0.alternatives = { each, _, o in Operators().alternatives(each, true, o) }
    },
    Fault("S7", "silence is a yes") { $0.answered = { holds, _, _ in holds } },
  ]

  private static let records = [
    Fault("S2", "one record of several suffices") { $0.each = { ok in ok.map { ok.contains(.T) ? .T : $0 } } },
    Fault("S2", "the first record alone is asked about") {
      $0.each = { ok in ok.enumerated().map { $0 == 0 ? $1 : .T } }
    },
    Fault("S2", "a record that may be law is law") { $0.isLaw = { $0 == .U ? .T : $0 } },
  ]

  private static let parties = [
    Fault("S5", "a case is judged by the law of the day of the check") { $0.dateOfService = { $1 } },
    Fault("S5", "an agreement that has ended counts") { $0.lasts = { signed, _, _ in signed } },
    Fault("S5", "an agreement that is not signed counts") { $0.lasts = { _, lasts, _ in lasts } },
    Fault("S2", "whom a person supervises in another state counts") { $0.isHere = { $0 == .supervision || $1 } },
    Fault("S2", "what a payer pays in another state counts") { $0.isHere = { $0 == .payer || $1 } },
    Fault("S2", "the first of several workplaces is the one") { $0.workplaces = { Array($0.prefix(1)) } },
  ]

  private static let reach = [
    bearing("a site's finding bears on every site", .site, "site"),
    bearing("a supervisor's finding bears on every state", .supervision, "state"),
    bearing("a supervisor's finding bears on those of others", .supervision, "person"),
    bearing("a contract bears on what it does not cover", .contract, "line"),
    bearing("a contract bears on every payer", .contract, "payer"),
    bearing("a file bears on everyone", .credentialing, "person"),
    bearing("a file bears on every payer", .credentialing, "payer"),
    bearing("a file bears on every site", .credentialing, "site"),
  ]

  private static func bearing(_ name: String, _ concern: Concern, _ ignored: String) -> Fault {
    Fault("S7", name) { operators in
      operators.bears = { subject, common in
        Operators().bears(subject, common.filter { subject != concern || $0.key != ignored })
      }
    }
  }
}
