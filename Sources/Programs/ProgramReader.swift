import Diagnostics
import Documents
import Law

/// Decodes a program file after the table of shapes, collecting every error.
struct ProgramReader {
  let vocabulary: Vocabulary
  let problems: Problems
  private var parts: [Draft] = []
  /// The parts that can be referred to, by shape and id.
  private var names: [String: [String: EntityID]] = [:]
  /// References to resolve once every part has been read.
  private var pending: [Reference] = []
  /// How many ids wrong references were compared to for their right spelling, and how many they may be.
  private var compared = 0
  private static let comparisons = 20_000

  private struct Draft {
    let shape: String
    var label: String
    var values: [String: (value: Stated, range: SourceRange)]
    let range: SourceRange
  }

  private struct Reference {
    let owner: EntityID
    let field: String
    /// The place in the list, or nil where the field is the reference itself.
    let position: Int?
    let shape: String
    let name: String
    let range: SourceRange
  }

  init(vocabulary: Vocabulary, problems: Problems) {
    self.vocabulary = vocabulary
    self.problems = problems
  }

  mutating func read(_ node: Node) -> Program? {
    guard record(node, ProgramShapes.program, label: "program") != nil else { return nil }
    resolve()
    expandEveryone()
    checkStaffing()
    checkPeriod()
    checkCases()
    guard !problems.hasErrors else { return nil }
    return Program(
      entities: parts.enumerated().map { index, draft in
        Entity(
          id: EntityID(index), shape: draft.shape, label: draft.label, values: draft.values, range: draft.range)
      })
  }

  // MARK: Records

  private mutating func record(_ node: Node, _ shape: Shape, label: String) -> EntityID? {
    let names = shape.fields.map(\.name)
    guard let fields = Fields(node, of: shape.title, allowed: names, problems: problems) else { return nil }
    let id = EntityID(parts.count)
    let named = shape.fields.contains { $0.type == .identifier } ? fields["id"]?.scalar?.text : nil
    parts.append(Draft(shape: shape.name, label: named ?? label, values: [:], range: node.range))
    for field in shape.fields {
      let required = field.unstated == .required
      guard let value = required ? fields.required(field.name) : fields[field.name] else { continue }
      if let stated = self.value(value, field.type, owner: id, field: field.name) {
        parts[id.index].values[field.name] = (stated, value.range)
      }
    }
    return id
  }

  private mutating func value(
    _ node: Node, _ type: FieldType, owner: EntityID, field: String, position: Int? = nil
  ) -> Stated? {
    guard !problems.isFull else { return nil }
    switch type {
    case .identifier: return identifier(node, owner: owner)
    case .text: return node.text("a text", problems: problems).map { .word($0) }
    case .npi: return npi(node)
    case .word(let vocabulary): return word(node, of: vocabulary)
    case .bool: return node.boolean("`\(field)`", problems: problems).map { .bool($0) }
    case .integer(let range): return integer(node, field, within: range)
    case .thousandths(let range): return thousandths(node, field, within: range)
    case .date: return node.partialDate("`\(field)`", problems: problems).map { .date($0) }
    case .day: return node.day("`\(field)`", problems: problems).map { .date(PartialDate($0)) }
    case .state: return state(node)
    case .reference(let shape):
      refer(node, to: shape, owner: owner, field: field, position: position)
      return .word("")
    case .record(let name):
      let label = "\(parts[owner.index].label): \(ProgramShapes.all[name]?.title ?? name)"
      return ProgramShapes.all[name].flatMap { record(node, $0, label: label) }.map { .entity($0) }
    case .list(let element):
      let nodes = node.list(of: "values for `\(field)`", problems: problems)
      return nodes.map { nodes in
        .list(nodes.enumerated().compactMap { value($1, element, owner: owner, field: field, position: $0) })
      }
    case .everyone(let shape):
      if node.scalar?.text == "everyone" { return .word("everyone") }
      if node.scalar != nil { return value(node, .list(.reference(shape)), owner: owner, single: field) }
      return value(node, .list(.reference(shape)), owner: owner, field: field)
    }
  }

  /// A single id where a list of ids may stand: a list of one.
  private mutating func value(_ node: Node, _ type: FieldType, owner: EntityID, single field: String) -> Stated? {
    value(Node(.sequence([node]), at: node.range), type, owner: owner, field: field)
  }

  // MARK: Scalars

  private mutating func identifier(_ node: Node, owner: EntityID) -> Stated? {
    guard let name = node.text("an id", problems: problems) else { return nil }
    let shape = parts[owner.index].shape
    let isWord =
      !name.isEmpty
      && name.utf8.allSatisfy {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F
      }
    if !isWord {
      problems.error(
        "invalid-id", at: node.range, "an id is made of letters, digits, `-` and `_`, found `\(name.excerpt)`")
      return nil
    }
    if let first = names[shape]?[name] {
      problems.error(
        "duplicate-id", at: node.range, "the id `\(name)` is taken",
        notes: [Diagnostic.Note("first given here", at: parts[first.index].values["id"]?.range)])
      return nil
    }
    names[shape, default: [:]][name] = owner
    return .word(name)
  }

  private func npi(_ node: Node) -> Stated? {
    guard let text = node.text("an NPI", problems: problems) else { return nil }
    if NPI.isValid(text) { return .word(text) }
    problems.error(
      "invalid-npi", at: node.range, "`\(text.excerpt)` is no NPI: ten digits, of which the last checks the others")
    return nil
  }

  private func word(_ node: Node, of list: String) -> Stated? {
    let kind = list.split(separator: "_").joined(separator: " ")
    return node.word(kind, of: vocabulary.words(list), problems: problems).map { .word($0) }
  }

  private func state(_ node: Node) -> Stated? {
    guard let code = node.text("a state", problems: problems) else { return nil }
    if States.names[code] != nil { return .word(code) }
    let meant = States.code(meantBy: code).map { [Diagnostic.Solution("write `\($0)`", replacement: $0)] }
    problems.error(
      "unknown-state", at: node.range, "`\(code.excerpt)` is no state",
      notes: meant == nil ? [.init("expected a postal code such as `NC`")] : [],
      solutions: meant ?? [])
    return nil
  }

  private func integer(_ node: Node, _ field: String, within range: ClosedRange<Int>) -> Stated? {
    guard let number = node.integer("`\(field)`", problems: problems) else { return nil }
    if !range.contains(number) {
      problems.error(
        "out-of-range", at: node.range,
        "`\(field)` lies between \(range.lowerBound) and \(range.upperBound), found \(number)")
      return nil
    }
    return .integer(number)
  }

  private func thousandths(_ node: Node, _ field: String, within range: ClosedRange<Int>) -> Stated? {
    guard let number = node.scalar.flatMap({ Thousandths.parse($0.text) }), range.contains(number) else {
      let low = Thousandths.text(range.lowerBound)
      let high = Thousandths.text(range.upperBound)
      node.mismatch("`\(field)`: a number between \(low) and \(high) with at most three decimals", problems)
      return nil
    }
    return .integer(number)
  }

  // MARK: References

  private mutating func refer(_ node: Node, to shape: String, owner: EntityID, field: String, position: Int?) {
    guard let name = node.text("the id of \(ProgramShapes.all[shape]?.title ?? shape)", problems: problems) else {
      return
    }
    pending.append(
      Reference(owner: owner, field: field, position: position, shape: shape, name: name, range: node.range))
  }

  /// References of one list stand together, so that each list is written once.
  private mutating func resolve() {
    var start = 0
    while start < pending.count, !problems.isFull {
      let (owner, field) = (pending[start].owner, pending[start].field)
      let end = pending[start...].firstIndex { $0.owner != owner || $0.field != field } ?? pending.count
      resolve(pending[start..<end], into: field, of: owner)
      start = end
    }
  }

  private mutating func resolve(_ references: ArraySlice<Reference>, into field: String, of owner: EntityID) {
    let found = references.compactMap { reference in target(of: reference).map { (reference.position, $0) } }
    guard let stated = parts[owner.index].values[field] else { return }
    guard case .list(var elements) = stated.value else {
      if let id = found.first?.1 { parts[owner.index].values[field] = (.entity(id), stated.range) }
      return
    }
    for case (let position?, let id) in found where position < elements.count { elements[position] = .entity(id) }
    parts[owner.index].values[field] = (.list(elements), stated.range)
  }

  private mutating func target(of reference: Reference) -> EntityID? {
    let ids = names[reference.shape] ?? [:]
    if let id = ids[reference.name] { return id }
    guard !problems.isFull else { return nil }
    // Among many thousand ids the nearest is looked for once, not for every mistake.
    let isCompared = compared == 0 || compared + ids.count <= Self.comparisons
    if isCompared { compared += ids.count }
    problems.report(
      .unknownWord(
        reference.name, at: reference.range, id: "unknown-reference", kind: "\(reference.shape) of this program",
        allowed: isCompared ? Array(ids.keys) : []))
    return nil
  }

  /// `everyone` becomes the list of all parts of its shape.
  private mutating func expandEveryone() {
    // One list for all who name everyone: a copy for each would grow with the square of the file.
    let all = names.mapValues { ids in Stated.list(ids.values.sorted().map { .entity($0) }) }
    for index in parts.indices {
      for field in ProgramShapes.all[parts[index].shape]?.fields ?? [] {
        guard case .everyone(let shape) = field.type, let stated = parts[index].values[field.name],
          stated.value == .word("everyone")
        else { continue }
        parts[index].values[field.name] = (all[shape] ?? .list([]), stated.range)
      }
    }
  }

  // MARK: What the shapes can't say

  /// A case under audit says what it is a case of, and when.
  private func checkCases() {
    guard case .list(let cases)? = parts.first?.values["cases"]?.value else { return }
    for case .entity(let id) in cases {
      for field in ["id", "service", "on"] where parts[id.index].values[field] == nil {
        problems.error("missing-key", at: parts[id.index].range, "a case needs `\(field)`")
      }
    }
  }

  private func checkPeriod() {
    for part in parts where part.shape == "period" {
      guard case .date(let from)? = part.values["from"]?.value, let to = part.values["to"],
        case .date(let end) = to.value, end.latest < from.earliest
      else { continue }
      problems.error("empty-period", at: to.range, "a period ends on or after the day on which it begins")
    }
  }

  private func checkStaffing() {
    for part in parts where part.shape == "staffing" {
      guard (part.values["any"] == nil) == (part.values["all"] == nil) else { continue }
      problems.error("staffing", at: part.range, "the staff of a line is either `any: [ids]` or `all: [ids]`")
    }
  }
}

extension Program {
  /// Decodes a program.
  /// - Throws: `Rejection` with every error of the file.
  public init(_ node: Node, vocabulary: Vocabulary) throws(Rejection) {
    let problems = Problems()
    var reader = ProgramReader(vocabulary: vocabulary, problems: problems)
    let program = reader.read(node)
    try problems.check()
    guard let program else { throw Rejection(Diagnostic("unreadable", at: node.range, "this is no program")) }
    self = program
  }
}
