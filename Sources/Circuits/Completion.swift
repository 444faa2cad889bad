/// Gives values to reads that are left open, so that a node comes to hold.
public struct Completion: Sendable {
  /// What a read must be, the other choices as they are.
  public struct Choice: Sendable {
    /// The read.
    public let read: ReadID
    /// The value that was given.
    public let value: ReadValue
    /// The words that would do, where it is a word.
    public let words: [String]
    /// The numbers that would do, where it is a number.
    public let range: ClosedRange<Int>?
  }

  /// The values that a read may still be given, after others have had a say.
  public struct Allowance: Sendable {
    fileprivate let value: ReadValue
    fileprivate let words: Set<String>
    fileprivate let range: ClosedRange<Int>?

    /// The values that would do for a choice, as far as an earlier allowance goes.
    public init(_ choice: Choice, within earlier: Allowance?) {
      value = choice.value
      words = Set(choice.words).intersection(earlier?.words ?? Set(choice.words))
      range = choice.range.map { range in earlier?.range.map { range.clamped(to: $0) } ?? range }
    }

    /// The value of a class that is allowed; nil where none is.
    fileprivate func value(of each: ValueClass) -> ReadValue? {
      if let range, let other = each.range {
        guard range.overlaps(other) else { return nil }
        let first = range.clamped(to: other).lowerBound
        return .within(first...first)
      }
      if !words.isEmpty { return each.words.first(where: words.contains).map { .word($0) } }
      return each.value == value ? value : nil
    }
  }

  private let circuit: Circuit
  private let values: [ReadValue]
  private let allowed: [ReadID: Allowance]

  /// Completes the reads of a circuit in a lane; those that have an allowance get a value within it, if any.
  public init(_ circuit: Circuit, lane: Lane, allowed: [ReadID: Allowance] = [:]) {
    self.circuit = circuit
    self.allowed = allowed
    values = circuit.reads.map { $0.value(in: lane) }
  }

  /// The truth of a node with these choices.
  public func truth(of ref: Ref, with choices: [Choice] = []) -> Truth {
    Cone(circuit, ref).truth(values.completed(with: Self.given(choices)))
  }

  /// An irreducible set of choices among some reads by which `ref` comes to `floor` at least: one where one suffices,
  /// else two, of those that stand first; else what a search finds that takes at each fork the way with the fewest
  /// choices. Nil where none is found; empty where it is so already.
  public func choices(for ref: Ref, among candidates: [ReadID], reaching floor: Truth = .yes) -> [Choice]? {
    var search = Search(
      cone: Cone(circuit, ref), candidates: candidates, start: values, floor: floor, allowed: allowed)
    let found = search.justified()
    if let found, found.isEmpty { return [] }
    // A search that failed may have missed what two reads together give; with few reads that is cheap to see.
    guard found != nil || candidates.count <= 6 else { return nil }
    if let small = search.upToTwo(found?.count ?? 2) { return search.told(small) }
    return found.map { search.told($0) }
  }

  private static func given(_ choices: [Choice]) -> [ReadID: ReadValue] {
    Dictionary(choices.map { ($0.read, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The search for one node.
private struct Search {
  let cone: Cone
  let candidates: [ReadID]
  let start: [ReadValue]
  let floor: Truth
  let allowed: [ReadID: Completion.Allowance]
  /// Steps left, so that a knotted circuit takes no longer than a plain one.
  private var steps = 4000

  init(cone: Cone, candidates: [ReadID], start: [ReadValue], floor: Truth, allowed: [ReadID: Completion.Allowance]) {
    self.allowed = allowed
    self.cone = cone
    self.candidates = candidates
    self.start = start
    self.floor = floor
  }

  /// The values to try for a read.
  private func options(for id: ReadID, _ values: [ReadValue]) -> [ReadValue] {
    let classes = cone.classes(of: id, values)
    guard let allowance = allowed[id] else { return classes.map(\.value) }
    return classes.compactMap(allowance.value(of:))
  }

  private func holds(_ given: [ReadID: ReadValue]) -> Bool {
    cone.truth(start.completed(with: given)).rawValue >= floor.rawValue
  }

  // MARK: Down the circuit

  /// Choices that suffice, of which none can be left out.
  mutating func justified() -> [ReadID: ReadValue]? {
    var values = start
    guard justify(cone.root, &values) else { return nil }
    var given = changes(values)
    guard holds(given) else { return nil }
    for id in given.keys.sorted() {
      var fewer = given
      fewer[id] = nil
      if holds(fewer) { given = fewer }
    }
    return given
  }

  private func changes(_ values: [ReadValue]) -> [ReadID: ReadValue] {
    var given: [ReadID: ReadValue] = [:]
    for id in candidates where values[id.index] != start[id.index] { given[id] = values[id.index] }
    return given
  }

  private mutating func justify(_ ref: Ref, _ values: inout [ReadValue]) -> Bool {
    steps -= 1
    guard steps > 0 else { return false }
    if reaches(ref, values) { return true }
    switch cone.nodes[ref.node] {
    case .always: return false
    case .leaf(let leaf): return settle(leaf, ref, &values)
    case .and(let a, let b):
      if !ref.isNegated { return justify(a, &values) && justify(b, &values) && reaches(ref, values) }
      return justifyEither(a.not, b.not, &values)
    }
  }

  /// The side that takes fewer choices; the first where both take as many.
  private mutating func justifyEither(_ a: Ref, _ b: Ref, _ values: inout [ReadValue]) -> Bool {
    var best: [ReadValue]?
    for side in [a, b] {
      var tried = values
      guard justify(side, &tried) else { continue }
      if let known = best, changes(known).count <= changes(tried).count { continue }
      best = tried
    }
    guard let best else { return false }
    values = best
    return true
  }

  private func settle(_ leaf: Leaf, _ ref: Ref, _ values: inout [ReadValue]) -> Bool {
    let reads: [ReadID] =
      switch leaf {
      case .holds(let id), .oneOf(let id, _): [id]
      case .atMost(let linear): linear.reads
      }
    for id in reads where candidates.contains(id) && values[id.index] == start[id.index] {
      var tried = values
      for value in options(for: id, values) {
        tried[id.index] = value
        if reaches(ref, tried) {
          values = tried
          return true
        }
      }
    }
    return false
  }

  private func reaches(_ ref: Ref, _ values: [ReadValue]) -> Bool {
    cone.evaluation(values)[ref].rawValue >= floor.rawValue
  }

  // MARK: One by one

  /// One read that suffices; or two, where `limit` is no less.
  func upToTwo(_ limit: Int) -> [ReadID: ReadValue]? {
    let tries = candidates.map { id in (id, options(for: id, start)) }
    for (id, values) in tries {
      for value in values where holds([id: value]) { return [id: value] }
    }
    guard limit > 1 else { return nil }
    for (index, (first, values)) in tries.enumerated() {
      for (second, others) in tries[(index + 1)...] {
        for value in values {
          for other in others where holds([first: value, second: other]) { return [first: value, second: other] }
        }
      }
    }
    return nil
  }

  // MARK: What would do

  /// The choices in order, each with all values that would do in its place.
  func told(_ given: [ReadID: ReadValue]) -> [Completion.Choice] {
    given.keys.sorted().compactMap { id in
      guard let value = given[id] else { return nil }
      var others = given
      others[id] = nil
      let base = start.completed(with: others)
      let fitting = cone.classes(of: id, base).filter { each in
        others[id] = each.value
        return holds(others)
      }
      return Completion.Choice(
        read: id, value: value, words: fitting.flatMap(\.words), range: Self.joined(fitting.compactMap(\.range)))
    }
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> ClosedRange<Int>? {
    ranges.dropFirst().reduce(ranges.first) { joined, next in
      guard let joined, joined.upperBound + 1 == next.lowerBound else { return joined }
      return joined.lowerBound...next.upperBound
    }
  }
}

extension [ReadValue] {
  /// These values with others in some places.
  func completed(with given: [ReadID: ReadValue]) -> [ReadValue] {
    var values = self
    for (id, value) in given { values[id.index] = value }
    return values
  }
}

extension Circuit {
  /// The reads below a node, in order.
  public func reads(below ref: Ref) -> [ReadID] {
    var found: Set<ReadID> = []
    for node in Cone(self, ref).nodes {
      switch node {
      case .leaf(.holds(let id)), .leaf(.oneOf(let id, _)): found.insert(id)
      case .leaf(.atMost(let linear)): found.formUnion(linear.reads)
      case .always, .and: break
      }
    }
    return found.sorted()
  }
}
