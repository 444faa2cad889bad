import CEL
import Law
import Programs
import Rules

/// Random rules and pathways in YAML, and the formulas in them: each is well typed by the way it is made.
extension Generator {
  /// The texts of a few rules and pathways, by path.
  mutating func rules(count: Int) -> [String: String] {
    var texts: [String: String] = [:]
    var pathways: [(id: String, concern: Concern)] = []
    for index in 0..<3 {
      let concern = pick([Concern.program, .service, .coverage, .delivery, .claim, .practitioner], or: .program)
      pathways.append(("made-way-\(index)", concern))
      texts["rules/pathways/made-way-\(index).yaml"] = pathway("made-way-\(index)", concern).document
    }
    for index in 0..<count {
      let concern = count > 4 ? Self.concerns[index % Self.concerns.count] : pick(Self.paying, or: .claim)
      let open = pathways.filter { concern.covers($0.concern) }.map(\.id)
      texts["rules/structure/made-\(index).yaml"] = rule("made-\(index)", concern, open).document
      guard chance(40) else { continue }
      for (id, target) in exceptions(from: "made-\(index)") {
        texts["rules/structure/\(id).yaml"] = exception(id, from: target, concern).document
      }
    }
    return texts
  }

  /// One exception from a rule, two side by side, or one from another: their ids with what they except from.
  private mutating func exceptions(from rule: String) -> [(id: String, target: String)] {
    let (first, second) = ("\(rule)-a", "\(rule)-b")
    return pick(
      [[(first, rule)], [(first, "\(rule).r0")], [(first, rule), (second, rule)], [(first, rule), (second, first)]],
      or: [])
  }

  private mutating func exception(_ id: String, from target: String, _ concern: Concern) -> Tree {
    var rule = rule(id, concern, [])
    rule["excepts"] = .plain(target)
    var reach: Tree = [:]
    if concern.variables["place"] != nil, chance(50) {
      reach["states"] = .list(some(Self.states, 1...2).map { .plain($0) })
    }
    if chance(30) { reach["from"] = day() }
    if reach != [:] { rule["in"] = reach }
    if chance(30) { rule["requires"] = [] }
    return rule
  }

  private static let concerns = [
    Concern.program, .site, .practitioner, .practice, .service, .delivery, .coverage, .claim,
  ]
  private static let paying = [Concern.practice, .service, .delivery, .coverage, .claim]

  private mutating func rule(_ id: String, _ concern: Concern, _ pathways: [String]) -> Tree {
    let consequence = pick(["unlawful", "unlawful", "uncredentialed", "unpaid", "unpaid", "at_risk", "advisory"])
    return [
      "rule": .plain(id), "title": "made", "concerns": .plain(concern.rawValue), "barrier": "regulation",
      "consequence": .plain(consequence), "applies": .quoted(chance(40) ? "true" : formula(concern, depth: 1)),
      "requires": .list((0..<number(1...2)).map { requirement("r\($0)", concern, pathways) }),
    ]
  }

  private mutating func pathway(_ id: String, _ concern: Concern) -> Tree {
    [
      "pathway": .plain(id), "title": "made", "concerns": .plain(concern.rawValue), "kind": "licensure",
      "cures": .list(Consequence.allCases.map { .plain($0.rawValue) }),
      "chosen": .quoted(chance(50) ? "true" : formula(concern, depth: 0)),
      "available": .quoted(chance(50) ? "true" : formula(concern, depth: 0)),
      "requires": .list((0..<number(0...1)).map { requirement("w\($0)", concern, []) }),
      "effort": ["weeks": "1", "cost_usd": "1", "basis": "planning assumption"], "cite": ["made"],
    ]
  }

  private mutating func requirement(_ id: String, _ concern: Concern, _ pathways: [String]) -> Tree {
    var requirement: Tree = ["id": .plain(id)]
    if chance(25) { requirement["when"] = .quoted(formula(concern, depth: 0)) }
    let named = (0..<number(1...3)).map { Tree.Field(key: "case \($0)", value: .quoted(formula(concern, depth: 1))) }
    switch number(0...2) {
    case 0: requirement["any"] = .map(named)
    case 1: requirement["all"] = .map(named)
    default: requirement["that"] = .quoted(formula(concern, depth: 2))
    }
    requirement["otherwise"] = "made"
    if chance(80) { requirement["pathways"] = .list(some(pathways, 1...2).map { .plain($0) }) }
    return requirement
  }

  // MARK: Formulas

  /// A formula that a rule of this concern may use.
  mutating func formula(_ concern: Concern, depth: Int) -> String {
    if depth > 0, chance(70) {
      let (a, b) = (formula(concern, depth: depth - 1), formula(concern, depth: depth - 1))
      return pick(["(\(a)) && (\(b))", "(\(a)) || (\(b))", "!(\(a))", "(\(a)) == (\(b))", "(\(a)) != (\(b))"])
    }
    if chance(35) { return lawAtom(concern) }
    if chance(12), let atom = definitionAtom(concern) { return atom }
    let known = concern.variables.merging(["program": .record("program")]) { first, _ in first }
    let name = pick(known.filter { shape(of: $0.value) != nil || isList($0.value) }.keys.sorted())
    if case .list(.record(let shape))? = known[name] { return listAtom(name, .record(shape), depth: 2) }
    return known[name].flatMap(shape).map { atom(name, $0, depth: 2) } ?? "modality == 'in_person'"
  }

  private func isList(_ type: Type) -> Bool { if case .list = type { true } else { false } }

  private func shape(of type: Type) -> Shape? {
    if case .record(let name) = type { ProgramShapes.all[name] } else { nil }
  }

  /// A comparison of a field of a part.
  private mutating func atom(_ path: String, _ shape: Shape, depth: Int) -> String {
    let usable = shape.fields.filter { field in
      switch field.type {
      case .text, .identifier, .npi: false
      case .record, .reference, .list, .everyone: depth > 0 && field.name != "period"
      default: !["as_of"].contains(field.name)
      }
    }
    guard let field = usable.randomElement(using: &random) else { return "true" }
    let name = "\(path).\(field.name)"
    switch field.type {
    case .word(let vocabulary): return wordAtom(name, words(vocabulary))
    case .state: return wordAtom(name, Self.states)
    case .bool: return chance(70) ? name : "!\(name)"
    case .integer(let range): return comparison(name, String(amount(range)))
    case .thousandths: return comparison(name, pick(["0", "500", "750", "1000", "1500"]))
    case .date, .day: return dateAtom(name)
    case .record(let name2), .reference(let name2):
      return ProgramShapes.all[name2].map { atom(name, $0, depth: depth - 1) } ?? "true"
    case .list(let element): return listAtom(name, element, depth: depth - 1)
    case .everyone(let shape): return listAtom(name, .reference(shape), depth: depth - 1)
    case .text, .identifier, .npi: return "true"
    }
  }

  private mutating func wordAtom(_ name: String, _ words: [String]) -> String {
    let listed = some(words, 0...3).map { "'\($0)'" }.joined(separator: ", ")
    return pick(["\(name) == '\(pick(words))'", "\(name) != '\(pick(words))'", "\(name) in [\(listed)]"])
  }

  private mutating func comparison(_ left: String, _ right: String) -> String {
    "\(left) \(pick(["<=", "<", ">=", ">", "==", "!="])) \(right)"
  }

  private mutating func dateAtom(_ name: String) -> String {
    let days = String(pick([-30, 0, 1, 30, 31, 365], or: 0))
    return pick([
      comparison(name, "on"), comparison("days(\(name), on)", days), comparison("add(\(name), \(days))", "on"),
      comparison("days(on, \(name)) + 1", days), "\(name) <= on",
    ])
  }

  private mutating func listAtom(_ list: String, _ element: FieldType, depth: Int) -> String {
    let variable = "v\(list.filter { $0 == "." }.count)\(depth)"
    switch element {
    case .record(let name), .reference(let name):
      guard let shape = ProgramShapes.all[name] else { return "true" }
      let inner = atom(variable, shape, depth: depth)
      let other = atom(variable, shape, depth: 0)
      let count = String(number(0...2))
      return pick([
        "\(list).exists(\(variable), \(inner))", "\(list).all(\(variable), \(inner))",
        "\(list).exists(\(variable), (\(inner)) && (\(other)))",
        comparison("size(\(list).filter(\(variable), \(inner)))", count), comparison("size(\(list))", count),
        "\(list).filter(\(variable), \(inner)).all(\(variable), \(other))",
        sum(list, variable, shape, inner) ?? "!\(list).exists(\(variable), \(inner))",
      ])
    case .word(let vocabulary): return wordsAtom(list, variable, words(vocabulary))
    default: return wordsAtom(list, variable, Self.states)
    }
  }

  private mutating func sum(_ list: String, _ variable: String, _ shape: Shape, _ condition: String) -> String? {
    let numbers = shape.fields.filter { field in
      switch field.type {
      case .integer, .thousandths: true
      default: false
      }
    }
    guard let field = numbers.randomElement(using: &random) else { return nil }
    let chosen = "\(list).filter(\(variable), \(condition)).map(\(variable), \(variable).\(field.name))"
    return comparison("sum(\(chosen))", pick(["0", "500", "1000", "2000"]))
  }

  private mutating func wordsAtom(_ list: String, _ variable: String, _ words: [String]) -> String {
    pick([
      "'\(pick(words))' in \(list)", "\(list).all(\(variable), \(wordAtom(variable, words)))",
      "\(list).exists(\(variable), \(wordAtom(variable, words)))", comparison("size(\(list))", String(number(0...2))),
    ])
  }

  private mutating func definitionAtom(_ concern: Concern) -> String? {
    let known = concern.variables
    var atoms: [String] = []
    if known["practitioner"] != nil {
      atoms += [
        "agreed(program, practitioner, 'physician', on)", "enrolled(program, practitioner, 'medicaid', on)",
        "screened(program, practitioner, on)", "practitioner.credential == 'licence'",
        "reaches(practitioner.compact, practitioner.home_state, 'NC', on)",
        "law_of(practitioner.home_state)[practitioner.compact] == 'member'",
        "program.agreements.exists(a, a.of == practitioner && a.signed <= on)",
      ]
      if known["place"] != nil { atoms.append("holds(practitioner, 'licence', place.state, on)") }
    }
    if known["course"] != nil { atoms.append("within(federal.medicare.acupuncture_limits, course)") }
    if known["payer"] != nil { atoms.append("regulator[service.medicaid] == 'covered'") }
    return atoms.isEmpty ? nil : pick(atoms)
  }

  // MARK: Law

  private mutating func lawAtom(_ concern: Concern) -> String {
    let isFederal = concern.variables["place"] == nil || chance(25)
    let keys = data.codebook.keys(of: isFederal ? .federal : .state).filter { key in
      switch data.codebook.questions[key]?.type {
      case .condition(let over)?: Concern(rawValue: over).map(concern.covers) ?? false
      case .text?, nil: false
      default: true
      }
    }
    // Half of the time one of the questions that are here to be asked about.
    let made = keys.filter { $0.hasPrefix("made") }
    let key = chance(50) && !made.isEmpty ? pick(made) : pick(keys)
    guard let question = data.codebook.questions[key] else { return "true" }
    return atom(of: question, at: "\(isFederal ? "federal" : root(of: key, concern)).\(key)", concern)
  }

  /// What a payer must do goes by the law that regulates it.
  private mutating func root(of key: String, _ concern: Concern) -> String {
    let isForPayers = ["medicaid.", "cred.", "wc."].contains { key.hasPrefix($0) }
    if concern.variables["payer"] != nil, isForPayers || chance(30) { return "regulator" }
    if isForPayers { return "law" }
    return pick(["law", "law", "law", "law_of(place.state)", "law_of(place.state, add(on, -30))", "law_of('VA', on)"])
  }

  private mutating func atom(of question: Question, at path: String, _ concern: Concern) -> String {
    switch question.type {
    case .enumeration(let allowed): return wordAtom(path, allowed.values.map(\.word))
    case .words(let allowed):
      let words = allowed.vocabulary.map(words) ?? allowed.values.map(\.word)
      if allowed.vocabulary == "profession", concern.variables["practitioner"] != nil, chance(50) {
        return "practitioner.profession in \(path)"
      }
      return wordsAtom(path, "w", words)
    case .bool, .condition: return chance(70) ? path : "!\(path)"
    case .int: return comparison(path, String(amount(0...1000)))
    case .date: return dateAtom(path)
    case .cap: return "\(pick(["size(program.staff)", "size(program.contracts)", "2"])) <= \(path)"
    case .records(let fields): return recordsAtom(path, fields)
    case .text: return "true"
    }
  }

  private mutating func recordsAtom(_ path: String, _ fields: [RecordField]) -> String {
    guard let field = fields.filter({ $0.type != .text }).randomElement(using: &random) else { return "true" }
    let name = "r.\(field.name)"
    let inner: String
    switch field.type {
    case .enumeration(let allowed): inner = wordAtom(name, allowed.vocabulary.map(words) ?? allowed.values.map(\.word))
    case .words(let allowed): inner = wordsAtom(name, "w", allowed.vocabulary.map(words) ?? allowed.values.map(\.word))
    case .int: inner = comparison(name, String(amount(0...1000)))
    case .date: inner = dateAtom(name)
    case .cap: inner = "size(program.staff) <= \(name)"
    default: inner = name
    }
    return pick(["\(path).exists(r, \(inner))", "\(path).all(r, \(inner))", comparison("size(\(path))", "1")])
  }
}
