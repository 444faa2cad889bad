import CEL

/// What a rule is about: one subject for each site, person, service line and so on, with the variables it may use.
public enum Concern: String, CaseIterable, Sendable {
  case program, site, practitioner
  /// A practitioner in a place.
  case practice
  /// A service line in a place.
  case service
  /// A service line, a practitioner, a place and a modality.
  case delivery
  /// A service line, a payer and a place.
  case coverage
  /// A delivery and a payer.
  case claim
  /// A practitioner who supervises others in a place.
  case supervision
  /// A payer in a place, for what its services share.
  case payer
  /// A contract with a payer.
  case contract
  /// A credentialing file.
  case credentialing

  /// The variables of the subject, besides those that every rule sees.
  public var variables: [String: Type] {
    let line: [String: Type] = [
      "service": .record("service"), "course": .record("course"), "site": .record("site"), "place": Types.place,
    ]
    let person: [String: Type] = ["practitioner": .record("practitioner")]
    let delivery = line.merging(person) { first, _ in first }.merging([
      "modality": .enumeration("modality"), "supervision": .list(.record("supervision")),
    ]) { first, _ in first }
    let payer: [String: Type] = ["payer": .record("payer"), "regulator": Types.law]
    switch self {
    case .program: return [:]
    case .site: return ["site": .record("site"), "place": Types.place]
    case .practitioner: return person
    case .practice: return person.merging(["place": Types.place]) { first, _ in first }
    case .service: return line
    case .delivery: return delivery
    case .coverage: return line.merging(payer) { first, _ in first }
    case .supervision:
      return [
        "supervisor": .record("practitioner"), "delegates": .list(.record("delegate")), "place": Types.place,
      ]
    case .payer: return payer.merging(["place": Types.place, "services": .list(.record("service"))]) { a, _ in a }
    case .contract: return payer.merging(["contract": .record("contract")]) { a, _ in a }
    case .credentialing: return person.merging(["file": .record("credentialing")]) { a, _ in a }
    case .claim:
      return delivery.merging(payer) { first, _ in first }.merging(["billing": .record("billing")]) { a, _ in a }
    }
  }

  /// The lists of a program from which variables that are lists are made.
  static let lists = [
    "supervision": "service.supervision", "delegates": "program.agreements", "services": "service.payers",
  ]

  /// Whether a subject of this concern has all that a subject of the other has.
  public func covers(_ other: Concern) -> Bool { Set(other.variables.keys).isSubset(of: variables.keys) }
}

/// The types of rules that are not parts of a program.
public enum Types {
  /// A day.
  public static let date = Type.opaque("date")
  /// A number or `none`.
  public static let cap = Type.opaque("cap")
  /// Words to show in messages.
  public static let text = Type.opaque("text")
  /// Where the patient is.
  public static let place = Type.record("place")
  /// The law of a state on a day.
  public static let law = Type.record("law")
  /// Federal law on a day.
  public static let federal = Type.record("federal")
  /// The standards of accreditors and compact commissions on a day.
  public static let standards = Type.record("standards")
  /// A key of a family, chosen by profession or service.
  public static func key(of family: String) -> Type { .opaque("key of \(family)") }
}
