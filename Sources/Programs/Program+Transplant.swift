/// What goes along when a program is moved to another state, besides its sites.
public enum Belonging: String, CaseIterable, Sendable {
  /// The states that run or regulate payers.
  case payers
  /// Licences, privileges and DEA registrations.
  case authorities
  /// Enrollments in a state's program.
  case enrollments
  /// The states where patients are seen from afar.
  case patients
  /// Where staff live, and from where they work.
  case homes

  /// The fields that name the state, by shape.
  fileprivate var fields: [String: [String]] {
    switch self {
    case .payers: ["payer": ["state"]]
    case .authorities: ["authority": ["state"], "dea_registration": ["state"]]
    case .enrollments: ["enrollment": ["state"]]
    case .patients: ["service": ["patients_in"]]
    case .homes: ["practitioner": ["home_state", "works_from"]]
    }
  }
}

extension Program {
  /// The states of the sites, sorted.
  public var siteStates: [String] { Set(parts("sites", of: root).compactMap { $0.word("state") }).sorted() }

  /// The program with every site in another state, together with what belongs to the states of its sites. What lies
  /// in further states stays there, and so does what is kept.
  public func transplanted(to state: String, keeping kept: Set<Belonging> = []) -> Program {
    let home = Set(siteStates)
    var moving = ["site": Set(["state"])]
    for belonging in Belonging.allCases where !kept.contains(belonging) {
      for (shape, fields) in belonging.fields { moving[shape, default: []].formUnion(fields) }
    }
    return Program(
      entities: entities.map { entity in
        guard let fields = moving[entity.shape] else { return entity }
        var values = entity.values
        for field in fields {
          guard let stated = values[field] else { continue }
          values[field] = (stated.value.moved(from: home, to: state), stated.range)
        }
        return Entity(
          id: entity.id, shape: entity.shape, label: entity.label, values: values, range: entity.range)
      })
  }
}

extension Stated {
  /// The same with one state in place of others; of a list each state once.
  fileprivate func moved(from home: Set<String>, to state: String) -> Stated {
    switch self {
    case .word(let code): return .word(home.contains(code) ? state : code)
    case .list(let elements):
      var moved: [Stated] = []
      for element in elements.map({ $0.moved(from: home, to: state) }) where !moved.contains(element) {
        moved.append(element)
      }
      return .list(moved)
    case .bool, .integer, .date, .entity: return self
    }
  }
}
