import CEL
import Programs

/// What an expression of a rule stands for when it is unrolled over a program.
indirect enum Term: Sendable {
  /// True, false, or hanging on reads.
  case truth(Ref)
  /// A word that is certain.
  case word(String)
  /// A word that is read.
  case reading(ReadID)
  /// A number or a day.
  case number(Linear)
  /// A number, or none where `unlimited` holds.
  case cap(Linear, unlimited: Ref)
  /// A part of the program.
  case part(EntityID)
  /// A part that the program does not state: its fields are unknown, and asked for under this path.
  case unstated(owner: EntityID, path: String, shape: String)
  /// Something with fields that is no part of a program: a place, a record of law.
  case record(Record)
  case list(List)
  /// The law of a state on a day; the path grows until it names a key.
  case law(LawAt)
  /// A key of a family, or none.
  case key(String?)
  /// What can't be determined, with the read that says why.
  case doubt(ReadID)

  /// Something with fields.
  struct Record: Sendable {
    let label: String
    let fields: [String: Term]
    /// Those of the fields, which are compared much more often than a record is made.
    let identities: [String: Identity]

    init(label: String, fields: [String: Term]) {
      (self.label, self.fields) = (label, fields)
      identities = fields.mapValues(\.identity)
    }
  }

  /// Elements with their conditions, and whether there may be more.
  struct List: Sendable {
    var elements: [(condition: Ref, term: Term)]
    var remainder: Ref
  }

  /// The law of a jurisdiction on a day, or of one that is not known.
  struct LawAt: Hashable, Sendable {
    var jurisdiction: Jurisdiction
    /// The day; nil: not known.
    var day: Int?
    /// How far the day lies behind the evaluation's and moves with it; nil: it stands still.
    var lag: Int? = 0
    var path: String

    enum Jurisdiction: Hashable, Sendable {
      case code(String)
      case unknown(ReadID)
    }
  }
}

/// The variables in force while an expression is unrolled: those of the subject, and those that macros bind on top.
struct Variables: Sendable, ExpressibleByDictionaryLiteral {
  private var outer: [String: Term]
  /// The innermost last; they are few, and come and go with each element of a list.
  private var bound: [(name: String, term: Term)] = []

  init(dictionaryLiteral elements: (String, Term)...) {
    outer = Dictionary(elements, uniquingKeysWith: { _, last in last })
  }

  subscript(name: String) -> Term? {
    get { bound.last { $0.name == name }?.term ?? outer[name] }
    set { outer[name] = newValue }
  }

  /// These with one more, which hides another of the same name.
  func with(_ name: String, _ term: Term) -> Variables {
    var copy = self
    copy.bound.append((name, term))
    return copy
  }

  /// These and others that have other names.
  func adding(_ more: Variables) -> Variables {
    var copy = self
    copy.outer.merge(more.outer) { _, last in last }
    copy.bound += more.bound
    return copy
  }
}
