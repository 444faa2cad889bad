import Programs
import Rules

/// Every program of one site, one line, one payer and two persons whose lists have at most two elements, over a small
/// domain of values that the rules at hand tell apart. Where there are too many, an even part of them.
struct SmallPrograms {
  /// A place in the program with all that may stand there; nil: left out.
  private struct Slot {
    let owner: String
    let field: String
    let values: [Tree?]
  }

  private let read: FieldsRead
  private let rules: Rulebook
  private var slots: [Slot] = []

  init(_ rules: Rulebook) {
    self.rules = rules
    read = FieldsRead(rules)
    for owner in ["site", "practitioner", "payer", "service", "course", "program"] {
      guard let shape = ProgramShapes.all[owner] else { continue }
      for field in shape.fields where read.fields[owner, default: []].contains(field.name) {
        let values = values(field)
        if values.count > 1 { slots.append(Slot(owner: owner, field: field.name, values: values)) }
      }
    }
  }

  /// How many programs there are.
  var count: Int {
    slots.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).overflow ? .max : $0 * $1.values.count }
  }

  /// At most `limit` programs, all where they are no more.
  func programs(limit: Int) -> [Tree] { Self.spread(over: count, limit: limit).map { program($0) } }

  /// Numbers below `count`, all or an even part of them: a step near the golden section, without a common factor.
  private static func spread(over count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    var step = Int(Double(min(count, 1 << 52)) * 0.618_033_988_75)
    while divisor(step, count) > 1 { step += 1 }
    var number = 0
    return (0..<limit).map { _ in
      defer { number = (number &+ step) % count }
      return number
    }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

  private func program(_ number: Int) -> Tree {
    var rest = number
    var parts: [String: Tree] = [
      "site": ["id": "s0", "state": "NC"], "practitioner": ["id": "p0", "profession": "nurse_practitioner"],
      "payer": ["id": "y0", "kind": "commercial_insured"], "course": [:], "program": ["program": "small"],
      "service": [
        "id": "l0", "service": "acupuncture", "staff": ["any": ["p0"]], "at": ["s0"], "payers": ["y0"],
      ],
    ]
    for slot in slots {
      if let value = slot.values[rest % slot.values.count] { parts[slot.owner]?[slot.field] = value }
      rest /= slot.values.count
    }
    var (program, service) = (parts["program"] ?? [:], parts["service"] ?? [:])
    if let course = parts["course"], course != [:] { service["protocol"] = course }
    // A second line beside it, of another service, where what lines share is asked about.
    var services = [service]
    if read.variables.contains("services") {
      var second = service
      (second["id"], second["service"]) = ("l1", words("service").first.map { .quoted($0) } ?? "massage")
      second["payers"] = [["y0"], [], nil][number % 3]
      services.append(second)
    }
    program["sites"] = .list([parts["site"]].compactMap(\.self))
    program["staff"] = .list([parts["practitioner"], ["id": "p1", "profession": "physician"]].compactMap(\.self))
    program["services"] = .list(services)
    program["payers"] = .list([parts["payer"]].compactMap(\.self))
    return program
  }

  // MARK: Domains

  private func values(_ field: Field) -> [Tree?] {
    let stated: [Tree]
    switch field.type {
    case .word(let vocabulary): stated = words(vocabulary).map { .quoted($0) }
    case .state: stated = ["NC", "VA"]
    case .bool: stated = ["true", "false"]
    case .integer(let range): stated = numbers.filter(range.contains).map { .plain(String($0)) }
    case .thousandths: stated = ["0.5", "1"]
    case .date: stated = ["2015-01-01", "2026-11", "2027-06-30"]
    case .day: stated = ["2015-01-01", "2026-11-10", "2027-06-30"]
    // Who is not the one in question is the physician.
    case .reference("practitioner"): stated = field.name == "of" ? ["p0", "p1"] : ["p1", "p0"]
    case .reference("site"): stated = ["s0"]
    case .reference, .record, .identifier, .text, .npi: return []
    case .everyone: stated = ["everyone", ["p0"], ["p1"]]
    case .list(.word(let vocabulary)): stated = upToTwo(words(vocabulary).map { .quoted($0) })
    case .list(.record(let shape)):
      // The persons, sites, lines and payers are there already.
      guard !["site", "practitioner", "service", "payer"].contains(shape) else { return [] }
      stated = upToTwo(elements(shape))
    case .list: return []
    }
    return field.unstated == .required ? stated : [nil] + stated
  }

  private func upToTwo(_ elements: [Tree]) -> [Tree] {
    let pairs = elements.indices.flatMap { first in elements[(first + 1)...].map { Tree.list([elements[first], $0]) } }
    return [[]] + elements.map { .list([$0]) } + pairs
  }

  /// Up to three words that the rules name, and two that they do not; more where they name none.
  private func words(_ vocabulary: String) -> [String] {
    let all = rules.vocabulary.words(vocabulary)
    let named = Array(all.filter(read.words.contains).prefix(3))
    return named + all.filter { !read.words.contains($0) }.prefix(named.isEmpty ? 6 : 2)
  }

  private var numbers: [Int] {
    let compared = read.numbers.filter { $0 > 0 }.sorted().prefix(2).flatMap { [$0, $0 + 1] }
    return Array(Set(compared + [12, 61])).sorted()
  }

  /// The parts that may stand in a list, up to twenty: the first says what the rules ask for.
  private func elements(_ name: String) -> [Tree] {
    guard let shape = ProgramShapes.all[name] else { return [] }
    let fields = shape.fields.compactMap { field -> (field: Field, values: [Tree?])? in
      let isRead = read.fields[name, default: []].contains(field.name)
      guard isRead || field.unstated == .required else { return nil }
      let values = element(field)
      return values.isEmpty ? nil : (field, isRead ? values : Array(values.prefix(1)))
    }
    let count = fields.reduce(1) { $0 * $1.values.count }
    return Self.spread(over: count, limit: 20).enumerated().map { index, number in
      var rest = number
      var part: Tree = [:]
      for (field, values) in fields {
        part[field.name] = field.type == .identifier ? .plain("c\(index)") : values[rest % values.count]
        rest /= values.count
      }
      return part
    }
  }

  private func element(_ field: Field) -> [Tree?] {
    switch field.type {
    case .reference("payer"): ["y0"]
    case .identifier: [.plain("c0")]
    case .list(.word(let vocabulary)): [.list(words(vocabulary).prefix(2).map { .quoted($0) }), [], nil]
    // What ends late is in force, and comes first.
    case .date where field.name == "ends": values(field).reversed()
    default: values(field).filter { $0 != nil } + values(field).filter { $0 == nil }
    }
  }
}
