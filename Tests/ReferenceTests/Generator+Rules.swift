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
    let start = number(0...Self.concerns.count - 1)
    for index in 0..<count {
      // Where few rules are, one of them answers whether the line is paid.
      let few = index == 0 ? .claim : pick(Self.paying, or: .claim)
      let concern = count > 4 ? Self.concerns[(start + index) % Self.concerns.count] : few
      let open = pathways.filter { concern.covers($0.concern) }.map(\.id)
      texts["rules/structure/made-\(index).yaml"] = rule("made-\(index)", concern, open).document
      guard chance(40) else { continue }
      for (id, target) in exceptions(from: "made-\(index)") {
        texts["rules/structure/\(id).yaml"] = exception(id, from: target, concern).document
      }
    }
    return texts
  }

  /// Rules about supervisors, payers, contracts and files, beside two that every line meets.
  mutating func rulesOfParties() -> [String: String] {
    var texts: [String: String] = [:]
    let others = some([Concern.payer, .contract], 1...1)
    for (index, concern) in ([.supervision, .credentialing] + others).enumerated() {
      var rule = rule("made-\(index)", concern, [])
      rule["consequence"] = .plain(pick(["unlawful", "unpaid", "uncredentialed"]))
      if chance(50) { rule["applies"] = "\"true\"" }
      if concern == .supervision, chance(60) {
        let asked = "delegates.\(pick(["all", "exists"]))(d, d.\(pick(["setting", "site.setting"])) == 'office')"
        rule["each"] = nil
        rule["requires"] = [["id": "r0", "that": .quoted(asked), "otherwise": "made"]]
      }
      if concern == .credentialing, chance(50) {
        rule["each"] = nil
        rule["requires"] = [["id": "r0", "that": "\"file.decision == 'approved'\"", "otherwise": "made"]]
      }
      texts["rules/structure/made-\(index).yaml"] = rule.document
    }
    for (index, concern) in [Concern.delivery, .claim].enumerated() {
      var rule = rule("made-\(8 + index)", concern, [])
      rule["applies"] = "\"true\""
      rule["each"] = nil
      rule["consequence"] = concern == .claim ? "unpaid" : "unlawful"
      let that = concern == .delivery && chance(60) ? "law.made.flag || federal.made_federal.flag" : "true"
      rule["requires"] = [["id": "r0", "that": .quoted(that), "otherwise": "made"]]
      texts["rules/structure/made-\(8 + index).yaml"] = rule.document
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
    Concern.program, .site, .practitioner, .practice, .service, .delivery, .coverage, .claim, .supervision, .payer,
    .contract, .credentialing,
  ]
  private static let paying = [
    Concern.practice, .service, .delivery, .coverage, .claim, .supervision, .payer, .contract, .credentialing,
  ]

  private mutating func rule(_ id: String, _ concern: Concern, _ pathways: [String]) -> Tree {
    let consequence = pick(["unlawful", "unlawful", "uncredentialed", "unpaid", "unpaid", "at_risk", "advisory"])
    let each = chance(20) ? records(concern) : nil
    var rule: Tree = [
      "rule": .plain(id), "title": "made", "concerns": .plain(concern.rawValue), "barrier": "regulation",
      "consequence": .plain(consequence), "applies": .quoted(chance(40) ? "true" : formula(concern, depth: 1)),
      "requires": .list(
        (0..<number(1...2)).map { number in
          var requirement = requirement("r\(number)", concern, pathways)
          if let each { ask(of: each.fields, &requirement) }
          return requirement
        }),
    ]
    if let each { rule["each"] = ["q": .quoted(each.path)] }
    return rule
  }

  /// A list of law, of some of its records now and then, for each of which a rule may ask.
  private mutating func records(_ concern: Concern) -> (path: String, fields: [RecordField])? {
    let isFederal = isWithoutState(concern)
    let keys = data.codebook.keys(of: isFederal ? .federal : .state).compactMap { key in
      if case .records(let fields)? = data.codebook.questions[key]?.type { (key, fields) } else { nil }
    }
    let made = keys.filter { $0.0 == "made.records" }
    guard let (key, fields) = (chance(60) && !made.isEmpty ? made : keys).randomElement(using: &random) else {
      return nil
    }
    let path = "\(isFederal ? "federal" : root(of: key, concern)).\(key)"
    return (chance(30) ? "\(path).filter(f, \(recordAtom("f", fields) ?? lawAtom(concern)))" : path, fields)
  }

  /// Makes a requirement ask something of the record.
  private mutating func ask(of fields: [RecordField], _ requirement: inout Tree) {
    guard let atom = recordAtom("q", fields) else { return }
    requirement["when"] = chance(40) ? .quoted(atom) : nil
    if let that = requirement["that"] { requirement["that"] = .quoted("(\(that.text)) \(pick(["&&", "||"])) \(atom)") }
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
    if chance([.supervision, .payer].contains(concern) ? 35 : 12), let atom = definitionAtom(concern) { return atom }
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
      guard let shape = name == "delegate" ? Self.delegate : ProgramShapes.all[name] else { return "true" }
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

  /// One whom a supervisor supervises, as rules see them.
  private static let delegate = Shape(
    "delegate", "one who is supervised",
    [
      Field("practitioner", .reference("practitioner"), .required), Field("profession", .word("profession"), .required),
      Field("fte", .thousandths(0...1500), .unknown), Field("setting", .word("setting"), .unknown),
      Field("site", .reference("site"), .unknown), Field("agreement", .reference("agreement"), .required),
    ])

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
    if known["supervisor"] != nil {
      atoms += [
        "licensed_in(supervisor, place.state, on)", "sum(delegates.map(d, d.fte)) <= 1500", "size(delegates) <= 1",
        "delegates.exists(d, d.setting == 'office')", "delegates.all(d, d.site.underserved_area)",
        "delegates.exists(d, d.practitioner == supervisor)",
      ]
    }
    if known["services"] != nil {
      atoms += ["sum(services.map(s, s.protocol.visits)) <= 24", "size(services) <= 1", "services.exists(s, s == s)"]
    }
    if known["file"] != nil {
      atoms += [
        "verified(file, 'licence', on)", "pending(file, on)", "law_of(file.site.state).made.flag",
        "runs(file.decided, standards_on(file.decided).standard.months.ncqa_recredentialing, on)",
        "file.payer.kind == 'commercial_insured'", "file.site.setting == 'office'",
      ]
    }
    if known["contract"] != nil {
      atoms += [
        "contract.members <= contract.members_cap", "regulator.made.flag", "on <= add(contract.from, 12, 'months')",
      ]
    }
    if known["course"] != nil { atoms.append("within(federal.medicare.acupuncture_limits, course)") }
    if known["payer"] != nil, known["service"] != nil { atoms.append("regulator[service.medicaid] == 'covered'") }
    return atoms.isEmpty ? nil : pick(atoms)
  }

  // MARK: Law

  private mutating func lawAtom(_ concern: Concern) -> String {
    let isFederal = isWithoutState(concern) || chance(25)
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

  /// Whether a rule of this concern sees federal law alone.
  private func isWithoutState(_ concern: Concern) -> Bool {
    concern.variables["place"] == nil && concern.variables["payer"] == nil
  }

  /// What a payer must do goes by the law that regulates it.
  private mutating func root(of key: String, _ concern: Concern) -> String {
    let isForPayers = ["medicaid.", "cred.", "wc."].contains { key.hasPrefix($0) }
    if concern.variables["payer"] != nil, isForPayers || concern.variables["place"] == nil || chance(30) {
      return "regulator"
    }
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
    guard let inner = recordAtom("r", fields) else { return "true" }
    return pick(["\(path).exists(r, \(inner))", "\(path).all(r, \(inner))", comparison("size(\(path))", "1")])
  }

  private mutating func recordAtom(_ record: String, _ fields: [RecordField]) -> String? {
    guard let field = fields.filter({ $0.type != .text }).randomElement(using: &random) else { return nil }
    let name = "\(record).\(field.name)"
    switch field.type {
    case .enumeration(let allowed): return wordAtom(name, allowed.vocabulary.map(words) ?? allowed.values.map(\.word))
    case .words(let allowed):
      return wordsAtom(name, "w", allowed.vocabulary.map(words) ?? allowed.values.map(\.word))
    case .int: return comparison(name, String(amount(0...1000)))
    case .date: return dateAtom(name)
    case .cap: return "size(program.staff) <= \(name)"
    default: return name
    }
  }
}
