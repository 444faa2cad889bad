import Programs

extension Generator {
  /// A program after the table of shapes, each field left out now and then.
  mutating func program() -> Tree {
    var ids: [String: [String]] = [:]
    for (shape, prefix, count) in [
      ("site", "s", 1...2), ("practitioner", "p", 1...3), ("payer", "y", chance(20) ? 0...0 : 1...2),
    ] {
      ids[shape] = (0..<number(count)).map { "\(prefix)\($0)" }
    }
    ids["service"] = (0..<number(1...2)).map { "l\($0)" }
    let payers = ids["payer"] ?? []
    ids["contract"] = payers.isEmpty || chance(30) ? [] : (0..<number(1...2)).map { "c\($0)" }
    return part(ProgramShapes.program, ids, id: "made")
  }

  mutating func part(_ shape: Shape, _ ids: [String: [String]], id: String) -> Tree {
    var fields: [Tree.Field] = []
    for field in shape.fields where isStated(field, in: shape, ids, id: id) {
      if let value = value(field, of: shape, ids, id: id) { fields.append(.init(key: field.name, value: value)) }
    }
    return .map(fields)
  }

  private mutating func isStated(
    _ field: Field, in shape: Shape, _ ids: [String: [String]], id: String
  ) -> Bool {
    if field.unstated == .required { return true }
    // Payers and contracts that others name must be there.
    if shape.name == "program", field.name == "payers", !(ids["payer"] ?? []).isEmpty { return true }
    if shape.name == "program", field.name == "contracts", !(ids["contract"] ?? []).isEmpty { return true }
    if shape.name == "program", field.name == "cases" { return chance(30) }
    if shape.name == "staffing" { return false }
    // A planned course has no name; a case under audit has one, its line and its day.
    if shape.name == "course", ["id", "service", "on"].contains(field.name) { return id != "" }
    if shape.name == "credentialing", field.name == "payer" { return chance(80) }
    // Without these nobody is supervised.
    if shape.name == "program", field.name == "agreements" { return chance(75) }
    if shape.name == "agreement", ["signed", "ends"].contains(field.name) {
      return chance(field.name == "signed" ? 85 : 30)
    }
    // What only shows in messages says nothing here.
    if ["name", "npi", "number", "as_of", "period", "hire"].contains(field.name) { return false }
    return chance(["payers", "protocol"].contains(field.name) ? 85 : 60)
  }

  private mutating func value(
    _ field: Field, of shape: Shape, _ ids: [String: [String]], id: String
  ) -> Tree? {
    switch field.type {
    case .identifier: return .plain(id)
    case .text, .npi: return "made"
    case .word, .bool, .integer, .thousandths, .state: return scalar(field.type)
    // Most agreements are signed before the check.
    case .date where field.name == "signed" && chance(50): return .day(Self.days[0])
    case .date: return date()
    case .day: return day()
    // One person supervises most of the others.
    // Two sites in one state, now and then, and most files with a payer.
    case .state where shape.name == "site" && chance(50): return .plain(Self.states[0])
    case .reference("practitioner") where field.name == "with" && chance(50):
      return ids["practitioner"].flatMap { $0.last.map { .plain($0) } }
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
      if name == "cases" { return .list((0..<number(0...2)).map { part(shape, ids, id: "k\($0)") }) }
      if name == "credentialing" { return files((0..<number(0...3)).map { _ in part(shape, ids, id: "") }) }
      let count = name == "billing" ? number(0...1) : name == "agreements" ? number(0...3) : number(0...2)
      return .list((0..<count).map { _ in part(shape, ids, id: "") })
    default:
      let all = element == .state ? Self.states : vocabulary(of: element).map(words) ?? []
      return .list(some(all, 0...2).map { .quoted($0) })
    }
  }

  /// Files that differ in what names them, so that they can be told apart when the order of the list changes.
  private func files(_ parts: [Tree]) -> Tree {
    func name(_ file: Tree) -> [String] { ["of", "kind", "payer", "site"].map { file[$0]?.yaml ?? "-" } }
    return .list(
      parts.reduce(into: []) { known, file in
        if !known.contains(where: { name($0) == name(file) }) { known.append(file) }
      })
  }

  private func vocabulary(of type: FieldType) -> String? { if case .word(let name) = type { name } else { nil } }

  static let states = ["NC", "VA", "MD"]

  /// A few words of each vocabulary, so that programs and law often speak of the same thing.
  func words(_ vocabulary: String) -> [String] { Array(data.words[vocabulary, default: []].prefix(5)) }
}
