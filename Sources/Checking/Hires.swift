import Circuits
import Programs

/// The open positions of a program: staff with `hire: true`, and the parts that are theirs alone.
struct Hires: Sendable {
  private let program: Program
  /// The parts of each open position, itself included.
  private let owned: [EntityID: Set<EntityID>]

  /// The lists of a program that speak of people.
  private static let papers = ["agreements", "enrollments", "credentialing", "screenings"]

  init(_ program: Program) {
    self.program = program
    let open = program.parts("staff", of: program.root).filter { $0.values["hire"]?.value == .bool(true) }
    owned = Dictionary(
      open.map { ($0.id, Self.parts(of: $0, in: program)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether every position is filled.
  var isEmpty: Bool { owned.isEmpty }

  /// The open position that a read is about, where the position leaves it open: a value of its own that is not stated,
  /// or more elements of a list that it has not said to be empty. Of the program's lists that speak of people, the
  /// rest counts for a subject with an open position.
  func position(of read: Read, for subject: Subject) -> EntityID? {
    switch read.origin {
    case .program(let owner, _):
      guard read.value == .unknown else { return nil }
      return owned.first { $0.value.contains(owner) }?.key
    case .remainder(let owner, let field):
      let name = field.filter { $0 != "?" }
      guard !isSaidToBeEmpty(name, of: owner) else { return nil }
      if owner == program.root.id { return Self.papers.contains(name) ? position(in: subject) : nil }
      return owned.first { $0.value.contains(owner) }?.key
    case .law, .unknownLaw, .unsettled, .contest: return nil
    }
  }

  /// The open position that a subject is about: who delivers or supervises, or one of those supervised.
  private func position(in subject: Subject) -> EntityID? {
    let people = [subject.practitioner].compactMap { $0 } + (subject.reach.people ?? []).sorted()
    return people.first { owned[$0] != nil }
  }

  private func isSaidToBeEmpty(_ field: String, of owner: EntityID) -> Bool {
    program[owner].values[field]?.value == .list([])
  }

  // MARK: What is whose

  private static func parts(of person: Entity, in program: Program) -> Set<EntityID> {
    var found = records(of: person, in: program)
    for paper in papers.flatMap({ program.parts($0, of: program.root) }) {
      let named = program.part("of", of: paper).map { [$0] } ?? program.parts("of", of: paper)
      // A screening of several people says nothing of one of them alone.
      if named.map(\.id) == [person.id] { found.formUnion(records(of: paper, in: program)) }
    }
    return found
  }

  /// A part with the parts within it.
  private static func records(of entity: Entity, in program: Program) -> Set<EntityID> {
    var found: Set<EntityID> = [entity.id]
    for field in ProgramShapes.all[entity.shape]?.fields ?? [] {
      switch field.type {
      case .record:
        if let part = program.part(field.name, of: entity) { found.formUnion(records(of: part, in: program)) }
      case .list(.record):
        for part in program.parts(field.name, of: entity) { found.formUnion(records(of: part, in: program)) }
      default: break
      }
    }
    return found
  }
}
