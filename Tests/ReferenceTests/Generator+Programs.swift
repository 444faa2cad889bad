import Programs

extension Generator {
  /// A program after the table of shapes, each field left out now and then.
  mutating func program() -> Tree {
    var ids: [String: [String]] = [:]
    for (shape, prefix, count) in [("site", "s", 1...2), ("practitioner", "p", 1...3), ("payer", "y", 0...2)] {
      ids[shape] = (0..<number(count)).map { "\(prefix)\($0)" }
    }
    ids["service"] = (0..<number(1...2)).map { "l\($0)" }
    let payers = ids["payer"] ?? []
    ids["contract"] = payers.isEmpty || chance(30) ? [] : (0..<number(1...2)).map { "c\($0)" }
    return part(ProgramShapes.program, ids, id: "made")
  }

  mutating func part(_ shape: Shape, _ ids: [String: [String]], id: String) -> Tree {
    var fields: [Tree.Field] = []
    for field in shape.fields where isStated(field, in: shape, ids) {
      if let value = value(field, of: shape, ids, id: id) { fields.append(.init(key: field.name, value: value)) }
    }
    return .map(fields)
  }

  private mutating func isStated(_ field: Field, in shape: Shape, _ ids: [String: [String]]) -> Bool {
    if field.unstated == .required { return true }
    // Payers and contracts that others name must be there.
    if shape.name == "program", field.name == "payers", !(ids["payer"] ?? []).isEmpty { return true }
    if shape.name == "program", field.name == "contracts", !(ids["contract"] ?? []).isEmpty { return true }
    if shape.name == "staffing" { return false }
    // A planned course has no name; cases under audit are not made.
    if shape.name == "course", ["id", "service", "on"].contains(field.name) { return false }
    // What only shows in messages says nothing here.
    if ["name", "npi", "number", "as_of", "period", "cases", "hire"].contains(field.name) { return false }
    return chance(["payers", "protocol"].contains(field.name) ? 85 : 60)
  }

  private mutating func value(
    _ field: Field, of shape: Shape, _ ids: [String: [String]], id: String
  ) -> Tree? {
    switch field.type {
    case .identifier: return .plain(id)
    case .text, .npi: return "made"
    case .word, .bool, .integer, .thousandths, .state: return scalar(field.type)
    case .date: return date()
    case .day: return day()
    case .reference(let name): return ids[name].flatMap { $0.isEmpty ? nil : .plain(pick($0)) }
    case .record("staffing"): return staffing(ids)
    case .record(let name): return ProgramShapes.all[name].map { part($0, ids, id: "") }
    case .everyone(let name): return chance(50) ? "everyone" : .list(some(ids[name] ?? [], 1...1).map { .plain($0) })
    case .list(let element): return list(element, field.name, ids)
    }
  }

  private mutating func staffing(_ ids: [String: [String]]) -> Tree {
    let people = Tree.list(some(ids["practitioner"] ?? [], 1...2).map { .plain($0) })
    return chance(30) ? ["all": people] : ["any": people]
  }

  mutating func scalar(_ type: FieldType) -> Tree {
    switch type {
    case .word(let vocabulary): .quoted(pick(words(vocabulary)))
    case .bool: chance(50) ? "true" : "false"
    case .integer(let range): .plain(String(amount(range)))
    case .thousandths: .plain(pick(["0", "0.5", "0.75", "1", "1.5"]))
    case .state: .plain(pick(Self.states))
    default: date()
    }
  }

  /// A number near those that rules and law compare with.
  mutating func amount(_ range: ClosedRange<Int>) -> Int {
    min(max(pick([0, 1, 12, 13, 30, 54, 55, 90, 500, 1000], or: 0), range.lowerBound), range.upperBound)
  }

  private mutating func list(_ element: FieldType, _ name: String, _ ids: [String: [String]]) -> Tree? {
    switch element {
    case .reference(let shape):
      let known = ids[shape] ?? []
      return .list(some(known, name == "at" ? 1...2 : 0...2).map { .plain($0) })
    case .record(let shape):
      guard let shape = ProgramShapes.all[shape] else { return nil }
      let needed = shape.fields.compactMap { field -> String? in
        if field.unstated == .required, case .reference(let name) = field.type { name } else { nil }
      }
      guard needed.allSatisfy({ !(ids[$0] ?? []).isEmpty }) else { return [] }
      // Parts with ids are made once each; a line is billed to a payer in one way.
      if let own = ids[shape.name] { return .list(own.map { part(shape, ids, id: $0) }) }
      let count = name == "billing" ? number(0...1) : number(0...2)
      return .list((0..<count).map { _ in part(shape, ids, id: "") })
    default:
      let all = element == .state ? Self.states : vocabulary(of: element).map(words) ?? []
      return .list(some(all, 0...2).map { .quoted($0) })
    }
  }

  private func vocabulary(of type: FieldType) -> String? { if case .word(let name) = type { name } else { nil } }

  static let states = ["NC", "VA", "MD"]

  /// A few words of each vocabulary, so that programs and law often speak of the same thing.
  func words(_ vocabulary: String) -> [String] { Array(data.words[vocabulary, default: []].prefix(5)) }
}
