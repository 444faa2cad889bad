import Documents
import Law

extension Generator {
  /// The law of a jurisdiction: most questions answered, in every way in which a fact can be dated and doubted.
  mutating func law(_ code: String) -> Tree {
    let keys = data.codebook.keys(of: Self.level(of: code))
    // Few, since each one doubles the ways in which a requirement is read.
    let divided = some(keys, 3...6) + some(keys.filter { $0.hasPrefix("made") }, 0...1)
    var facts: [Tree.Field] = []
    for key in keys where chance(75) {
      guard let question = data.codebook.questions[key] else { continue }
      facts.append(.init(key: key, value: .list(values(of: question, isDivided: divided.contains(key)))))
    }
    return ["jurisdiction": .plain(code), "name": "made", "sources": Self.sources, "facts": .map(facts)]
  }

  static func level(of code: String) -> Level { code == "US" ? .federal : code == "STANDARDS" ? .standard : .state }

  private static let sources: Tree = [
    "first": ["title": "made", "url": .quoted("https://example.org"), "read": "2026-01-10", "basis": "primary"],
    "second": [
      "title": "made", "url": .quoted("https://example.org"), "read": "2026-11-24", "as_of": "2025-06",
      "basis": "secondary",
    ],
    "recalled": ["title": "made", "as_of": "2025-06-30", "basis": "recalled"],
  ]

  /// The dated values of a question. All have one source: what a fact is worth at the meeting of a verified value
  /// and a recalled one is tried by a test of its own.
  private mutating func values(of question: Question, isDivided: Bool) -> [Tree] {
    let source = Tree.plain(pick(["first", "first", "second", "second", "recalled"]))
    func dated(_ value: Tree, _ from: Tree?, _ to: Tree?, status: String? = nil) -> Tree {
      var fact: Tree = ["value": value, "source": source]
      fact["from"] = from
      fact["to"] = to
      fact["status"] = status.map { .plain($0) }
      return fact
    }
    let (start, turn) = (pick(Self.days, or: 0) - 400, date())
    var first = value(question.type)
    let second = chance(30) ? first : value(question.type)
    if chance(10) { first = "unknown" }
    var facts: [Tree]
    switch number(0...9) {
    case 0...3: facts = [dated(first, .day(start), nil)]
    case 4: facts = [dated(first, nil, nil)]
    case 5: facts = [dated(first, date(), nil)]
    case 6: facts = [dated(first, .day(start), date())].filter { isOrdered($0) }
    default:
      // A value without a start agrees with no neighbour: what the law book makes of that is tried by a test of its own.
      let isOpen = first != second && chance(20)
      facts = [dated(first, isOpen ? nil : .day(start), turn), dated(second, turn, nil)].filter(isOrdered)
      if chance(20) { facts[facts.count - 1]["decided"] = "2026-01-15" }
    }
    if chance(15) { facts.append(dated(value(question.type), date(), nil, status: pick(["enacted", "paused"]))) }
    if isDivided, !facts.isEmpty { divide(&facts[number(0...facts.count - 1)], question.type) }
    return facts
  }

  private func isOrdered(_ fact: Tree) -> Bool {
    guard let from = fact["from"].flatMap({ PartialDate($0.yaml) }),
      let to = fact["to"].flatMap({ PartialDate($0.yaml) })
    else { return true }
    return from.earliest < to.latest
  }

  private mutating func divide(_ fact: inout Tree, _ type: FactType) {
    if chance(60) {
      // What concerns a practice sees no course.
      let known = if case .condition = type { Array(Self.exceptions.prefix(3)) } else { Self.exceptions }
      fact["except"] = .list((0..<number(1...2)).map { _ in ["when": .quoted(pick(known)), "value": value(type)] })
    }
    if chance(50) { fact["contested"] = ["value": value(type), "cite": "made"] }
  }

  /// Conditions over what every delivery, coverage or claim sees.
  private static let exceptions = [
    "program.agreements.exists(a, a.signed <= on)", "size(program.contracts) <= 1", "true",
    "service.service == 'acupuncture'", "course.visits <= 12", "place.setting == 'office'", "course.improving",
  ]

  private static let tests = [
    "practice": [
      "practitioner.practice_hours >= 500", "practitioner.degrees.exists(d, d == 'dpt')", "place.state == 'NC'",
      "size(practitioner.authorities.filter(a, a.status == 'active')) >= 1",
    ],
    "delivery": [
      "practitioner.practice_hours >= 500 && place.site.focus == 'pain'", "modality != 'audio_only'",
      "practitioner.practice_months > 12 || law.made.flag",
    ],
  ]

  // MARK: Values

  mutating func value(_ type: FactType) -> Tree {
    switch type {
    case .enumeration(let allowed): .quoted(pick(allowed.values.map(\.word)))
    case .words(let allowed): .list(some(known(allowed), 0...3).map { .quoted($0) })
    case .bool: chance(50) ? "true" : "false"
    case .int: .plain(String(amount(0...1000)))
    case .date: date()
    case .text: "made"
    case .cap: chance(30) ? "none" : .plain(String(number(0...3)))
    case .records(let fields): .list((0..<number(0...2)).map { _ in record(fields) })
    case .condition(let over): .quoted(pick(Self.tests[over] ?? ["true"]))
    }
  }

  private func known(_ allowed: AllowedValues) -> [String] {
    allowed.vocabulary.map(words) ?? allowed.values.map(\.word)
  }

  private mutating func record(_ fields: [RecordField]) -> Tree {
    var record: Tree = [:]
    for field in fields where field.isRequired || chance(60) {
      record[field.name] = chance(8) && field.type != .text ? "unknown" : value(field.type)
    }
    return record
  }
}
