import Documents
import Law
import Programs

/// Changes of a case that leave, or may only sharpen, what is concluded.
extension Case {
  /// The same in another order: of the fields and lists of the program, of the keys and values of law.
  func shuffled(_ generator: inout Generator) -> Case {
    var copy = self
    func shuffle(_ tree: Tree, _ random: inout SplitMix64) -> Tree {
      switch tree {
      case .list(let elements): .list(elements.map { shuffle($0, &random) }.shuffled(using: &random))
      case .map(let fields):
        .map(
          fields.map { Tree.Field(key: $0.key, value: shuffle($0.value, &random)) }.shuffled(using: &random))
      default: tree
      }
    }
    copy.program = shuffle(program, &generator.random)
    for (code, tree) in law {
      guard case .map(let facts)? = tree["facts"] else { continue }
      // Exceptions are tried in their order; the values of a key stand side by side.
      let moved = facts.map { fact in
        Tree.Field(key: fact.key, value: .list(fact.value.elements.shuffled(using: &generator.random)))
      }
      copy.law[code]?["facts"] = .map(moved.shuffled(using: &generator.random))
    }
    return copy
  }

  /// The same some days later: program, law and check.
  func shifted(days: Int) -> Case {
    func shift(_ tree: Tree) -> Tree {
      switch tree {
      case .day(let number): .day(number + days)
      // A source's month attests up to its last day.
      case .plain(let text) where text.contains("-"):
        PartialDate(text).map { .day($0.latest.number + days) } ?? tree
      default: tree
      }
    }
    var copy = self
    copy.program = program.mapped(shift)
    copy.law = law.mapValues { $0.mapped(shift) }
    copy.day = day.adding(days: days)
    copy.asKnownOn = asKnownOn?.adding(days: days)
    return copy
  }

  /// The same with some of what is unknown learned: unstated values of the program, dates of which only a part was
  /// given, and answers of law.
  func learned(_ generator: inout Generator) -> Case {
    var copy = self
    copy.program = generator.filled(program, ProgramShapes.program)
    for code in law.keys.sorted() {
      for key in rules.codebook.keys(of: Generator.level(of: code))
      where copy.law[code]?["facts"]?[key] == nil && generator.chance(50) {
        guard let question = rules.codebook.questions[key] else { continue }
        let fact: Tree = ["value": generator.value(question.type), "source": "first", "from": "2000-01-01"]
        copy.law[code]?["facts"]?[key] = [fact]
      }
    }
    return copy
  }

  /// The same with one element in a list of the program, where that is left out.
  func grown(_ list: GrowingList, _ generator: inout Generator) -> Case? {
    var copy = self
    return generator.grow(&copy.program, list) ? copy : nil
  }
}

/// A list that programs leave out and that may count as empty then.
enum GrowingList: String, CaseIterable {
  case agreements, enrollments, contracts, authorities, supervision

  /// The field of the program that holds its owners; nil: the program itself.
  var owners: String? {
    switch self {
    case .agreements, .enrollments, .contracts: nil
    case .authorities: "staff"
    case .supervision: "services"
    }
  }

  /// The list as rules name it.
  var field: String {
    switch self {
    case .agreements, .enrollments, .contracts: "program.\(rawValue)"
    case .authorities: "practitioner.authorities"
    case .supervision: "service.supervision"
    }
  }

  /// The shape of its elements.
  var shape: String {
    switch self {
    case .authorities: "authority"
    case .supervision: "supervision"
    default: String(rawValue.dropLast())
    }
  }
}

extension Generator {
  /// A part with some of its unknown fields stated.
  mutating func filled(_ part: Tree, _ shape: Shape) -> Tree {
    var part = part
    for field in shape.fields where !["as_of", "period", "name", "npi", "number", "cases", "hire"].contains(field.name)
    {
      switch (part[field.name], field.type) {
      case (let stated?, .record(let inner)):
        part[field.name] = ProgramShapes.all[inner].map { filled(stated, $0) }
      case (.list(let elements)?, .list(.record(let inner))):
        part[field.name] = ProgramShapes.all[inner].map { shape in .list(elements.map { filled($0, shape) }) }
      case (.plain(let text)?, .date):
        guard chance(50), let date = PartialDate(text) else { continue }
        part[field.name] = .day(number(date.earliest.number...date.latest.number))
      case (nil, .word), (nil, .bool), (nil, .integer), (nil, .thousandths), (nil, .state):
        if field.unstated == .unknown, chance(50) { part[field.name] = scalar(field.type) }
      case (nil, .list(.word(let vocabulary))) where field.unstated == .unknown:
        if chance(50) { part[field.name] = .list(some(words(vocabulary), 0...2).map { .quoted($0) }) }
      case (nil, .record(let inner)) where field.unstated == .unknown:
        if chance(50) { part[field.name] = ProgramShapes.all[inner].map { filled([:], $0) } }
      default: continue
      }
    }
    return part
  }

  /// States one element of a list that is left out; whether it was.
  mutating func grow(_ program: inout Tree, _ list: GrowingList) -> Bool {
    guard let element = element(list.shape, of: program) else { return false }
    guard let owners = list.owners else {
      guard program[list.rawValue] == nil else { return false }
      program[list.rawValue] = .list([element])
      return true
    }
    guard case .list(var parts)? = program[owners], !parts.isEmpty, parts[0][list.rawValue] == nil else { return false }
    parts[0][list.rawValue] = .list([element])
    program[owners] = .list(parts)
    return true
  }

  private mutating func element(_ name: String, of program: Tree) -> Tree? {
    func ids(_ field: String) -> [String] { program[field]?.elements.compactMap { $0["id"]?.yaml } ?? [] }
    let known = ["practitioner": ids("staff"), "payer": ids("payers"), "site": ids("sites")]
    guard let shape = ProgramShapes.all[name], name != "contract" || !ids("payers").isEmpty else { return nil }
    return part(shape, known, id: "new")
  }
}
