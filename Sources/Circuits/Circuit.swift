/// What a node of a circuit compares.
public enum Leaf: Hashable, Sendable {
  /// A read that is a flag holds.
  case holds(ReadID)
  /// A read's word is one of these.
  case oneOf(ReadID, Set<String>)
  /// A number is at most 0.
  case atMost(Linear)
}

/// A node of a circuit; operands are earlier nodes.
public enum Node: Hashable, Sendable {
  case always
  case leaf(Leaf)
  case and(Ref, Ref)
}

/// A rule unrolled over one program on one day: an and-inverter graph over comparisons of reads.
public struct Circuit: Sendable {
  /// The nodes, operands before what uses them; the first is `always`.
  public internal(set) var nodes: [Node] = [.always]
  /// The reads.
  public internal(set) var reads: [Read] = []
  /// The day of the evaluation.
  public let day: Int
  private var known: [Node: Ref] = [:]
  private var readIDs: [Read.Origin: ReadID] = [:]

  init(day: Int) { self.day = day }

  /// A read by its number.
  public subscript(id: ReadID) -> Read { reads[id.index] }

  // MARK: Building

  /// The number of the read of an origin that was met before: most are met again and again, and making one costs.
  func id(of origin: Read.Origin) -> ReadID? { readIDs[origin] }

  /// The number of a read; one of the same origin is the same read.
  mutating func add(_ read: Read) -> ReadID {
    if let id = readIDs[read.origin] { return id }
    let id = ReadID(index: reads.count)
    reads.append(read)
    readIDs[read.origin] = id
    return id
  }

  /// The node of a comparison.
  mutating func leaf(_ leaf: Leaf) -> Ref {
    if case .atMost(let linear) = leaf, let number = linear.known { return number <= 0 ? .yes : .no }
    if case .oneOf(_, let words) = leaf, words.isEmpty { return .no }
    return node(.leaf(leaf))
  }

  /// Both. Only what holds in Kleene logic is simplified: constants, a ∧ a and absorption; a ∧ ¬a is not.
  mutating func and(_ a: Ref, _ b: Ref) -> Ref {
    if a == .no || b == .no { return .no }
    if a == .yes || a == b { return b }
    if b == .yes { return a }
    return a.raw < b.raw ? node(.and(a, b)) : node(.and(b, a))
  }

  /// Either, by De Morgan.
  mutating func or(_ a: Ref, _ b: Ref) -> Ref { and(a.not, b.not).not }

  /// All of them.
  mutating func all(_ refs: some Sequence<Ref>) -> Ref { refs.reduce(.yes) { and($0, $1) } }

  /// Any of them.
  mutating func any(_ refs: some Sequence<Ref>) -> Ref { refs.reduce(.no) { or($0, $1) } }

  /// Both are true, or both are false.
  mutating func same(_ a: Ref, _ b: Ref) -> Ref {
    let both = and(a, b)
    return or(both, and(a.not, b.not))
  }

  /// `a` where the condition holds, `b` where it does not, and what both give where that is unknown.
  mutating func choose(_ condition: Ref, _ a: Ref, _ b: Ref) -> Ref {
    if condition == .yes || a == b { return a }
    if condition == .no { return b }
    let chosen = and(condition, a)
    let other = and(condition.not, b)
    let agreed = and(a, b)
    return any([chosen, other, agreed])
  }

  private mutating func node(_ node: Node) -> Ref {
    if let ref = known[node] { return ref }
    let ref = Ref(node: nodes.count)
    nodes.append(node)
    known[node] = ref
    return ref
  }
}
