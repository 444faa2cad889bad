import Circuits
import Diagnostics
import Documents
import Law
import Programs

/// What whoever fills an open position must hold, be or have signed.
public struct HireCondition: Hashable, Sendable {
  /// The open position, by its id.
  public let position: String
  /// What is asked: "a licence of North Carolina: `authorities`".
  public let text: String
  /// The field of the program that would state it.
  public let field: String
  /// Where the program leaves it open.
  public let range: SourceRange?
  /// What an element of a list must be, by its fields; nil where it is no list.
  let wanted: [String: Set<String>]?

  /// Whether whoever fulfils another condition fulfils this one.
  func isImplied(by other: HireCondition) -> Bool {
    guard position == other.position, field == other.field, self != other, let wanted, let more = other.wanted else {
      return false
    }
    return wanted.allSatisfy { field, words in more[field].map { $0.isSubset(of: words) } ?? false }
  }
}

/// Puts conditions of hire into words, by what the requirement compares.
struct HireWords {
  let grounding: Grounding
  let program: Program

  func conditions(_ answer: HireAnswer, of requirement: GroundedRequirement) -> [HireCondition] {
    let trace = grounding.trace(requirement)
    // One whom the rule would not bind is told by what keeps it from binding.
    let isBound = Evaluation(grounding.circuit, lane: .all)[requirement.applies] == .yes
    let lists =
      isBound ? trace.all.flatMap { $0.lists(wanting: true) } : trace.applies.flatMap { $0.lists(wanting: false) }
    let every = lists + trace.all.flatMap { $0.lists(wanting: true) }
    return answer.conditions.map { position, choice in
      let read = grounding.circuit[choice.read]
      let wanted = every.first { $0.reads.contains(choice.read) }?.wanted ?? []
      let isList = if case .remainder = read.origin { choice.value == .bool(true) } else { false }
      return HireCondition(
        position: program[position].label, text: text(of: choice, read, position, wanted), field: read.field,
        range: read.range,
        wanted: isList ? Dictionary(wanted.map { ($0.field, Set($0.words)) }, uniquingKeysWith: { $1 }) : nil)
    }
  }

  private func text(
    of choice: Completion.Choice, _ read: Read, _ position: EntityID, _ wanted: [Trace.Wanted]
  ) -> String {
    switch (read.origin, choice.value) {
    case (.remainder(let owner, let field), .bool(true)):
      return "\(element(of: field.filter { $0 != "?" }, owner, wanted)): `\(read.field)`"
    case (.remainder, _): return "nothing that counts against it: `\(read.field)`"
    case (_, .bool(let flag)): return "`\(path(read, position))` is \(flag ? "yes" : "no")"
    case (_, .word): return "`\(path(read, position))` is \(Self.either(choice.words))"
    case (_, .within):
      let isDate = fieldType(of: read) == .date || fieldType(of: read) == .day
      return "`\(path(read, position))` is \(number(choice.range, read, isDate: isDate))"
    default: return "`\(path(read, position))`"
    }
  }

  /// A part of the position is named with its kind: two licences end on two days.
  private func path(_ read: Read, _ position: EntityID) -> String {
    guard case .program(let owner, _) = read.origin, owner != position else { return read.field }
    return "\(read.field)` of `\(program.title(of: owner))"
  }

  // MARK: Elements

  /// What an element must be, by the words with which its fields are compared.
  private func element(of field: String, _ owner: EntityID, _ wanted: [Trace.Wanted]) -> String {
    guard case .list(.record(let name))? = ProgramShapes.all[program[owner].shape]?.field(field)?.type,
      let shape = ProgramShapes.all[name]
    else { return wanted.first.map { Self.either($0.words) } ?? "what is asked" }
    var text = shape.title
    var rest = ""
    for wanted in wanted where wanted.field != "of" {
      let words = Self.either(wanted.words.map { States.names[$0] ?? $0 })
      switch wanted.field {
      case "kind": text = Self.withArticle(words)
      case "state": rest += " of \(words)"
      case "program": rest += " in \(words)"
      case "list": rest += " against the list \(words)"
      case "status" where wanted.words == ["active"]: break
      case "payer", "site": rest += " with \(words)"
      case "with.profession": rest += " with \(Self.withArticle(words))"
      default: rest += ", `\(wanted.field)` \(words)"
      }
    }
    return text + rest
  }

  private static func either(_ words: [String]) -> String {
    let spaced = words.map { $0.split(separator: "_").joined(separator: " ") }
    guard spaced.count > 1, let last = spaced.last else { return spaced.first ?? "another" }
    if spaced.count > 5 { return "\(spaced[0]), \(spaced[1]) or one of \(spaced.count - 2) more" }
    return "\(spaced.dropLast().joined(separator: ", ")) or \(last)"
  }

  private static func withArticle(_ words: String) -> String {
    let isVowel = words.first.map { "aeiou".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(words)"
  }

  // MARK: Numbers

  private func fieldType(of read: Read) -> FieldType? {
    guard case .program(let owner, let field) = read.origin else { return nil }
    var shape = grounding.shape(of: owner)
    let steps = field.split(separator: ".").map(String.init)
    for step in steps.dropLast() { shape = shape?.shape(behind: step) }
    return shape?.field(steps.last ?? field)?.type
  }

  private func number(_ range: ClosedRange<Int>?, _ read: Read, isDate: Bool) -> String {
    guard let range else { return "known" }
    let bounds = read.domain.bounds
    func words(_ number: Int) -> String {
      if isDate { return Day(number: number).description }
      if case .thousandths? = fieldType(of: read) { return Thousandths.text(number) }
      return String(number)
    }
    if range.lowerBound == range.upperBound { return words(range.lowerBound) }
    let isFromBelow = range.lowerBound <= bounds.lowerBound
    let isUpToAbove = range.upperBound >= bounds.upperBound
    if isFromBelow, isUpToAbove { return "known" }
    if isFromBelow { return isDate ? "\(words(range.upperBound)) or earlier" : "at most \(words(range.upperBound))" }
    if isUpToAbove { return isDate ? "\(words(range.lowerBound)) or later" : "at least \(words(range.lowerBound))" }
    return "between \(words(range.lowerBound)) and \(words(range.upperBound))"
  }
}

extension Domain {
  /// The numbers that it holds; for what has no bounds, those beyond which no date and no amount lies.
  fileprivate var bounds: ClosedRange<Int> {
    if case .integers(let range) = self { return range }
    return -100_000_000...100_000_000
  }
}

extension Trace {
  /// The tests of lists below that, where they hold, help the part to come true, or to come false.
  fileprivate func lists(wanting isTrue: Bool) -> [Trace] {
    switch kind {
    case .not: parts.flatMap { $0.lists(wanting: !isTrue) }
    case .all, .any, .definition, .element: parts.flatMap { $0.lists(wanting: isTrue) }
    case .exists, .comparison: isTrue && !wanted.isEmpty ? [self] : []
    case .every: []
    }
  }
}
