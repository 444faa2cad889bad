/// The part of a circuit on which one node depends, its nodes numbered anew, so that it can be evaluated again and again
/// at no more than its own size.
struct Cone {
  /// The circuit whose reads it shares.
  let circuit: Circuit
  /// The node among `nodes`.
  let root: Ref
  /// The nodes in the order of the circuit; operands and guards are numbers within this list.
  let nodes: [Node]

  init(_ circuit: Circuit, _ root: Ref) {
    self.circuit = circuit
    let members = Self.members(circuit, root)
    let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    func renumbered(_ ref: Ref) -> Ref {
      let local = Ref(node: numbers[ref.node] ?? 0)
      return ref.isNegated ? local.not : local
    }
    nodes = members.map { circuit.nodes[$0].renumbered(renumbered) }
    self.root = renumbered(root)
  }

  private static func members(_ circuit: Circuit, _ root: Ref) -> [Int] {
    var seen: Set<Int> = []
    var open = [root.node]
    while let node = open.popLast() {
      guard seen.insert(node).inserted else { continue }
      switch circuit.nodes[node] {
      case .always: break
      case .and(let a, let b): open += [a.node, b.node]
      case .leaf(.atMost(let linear)): open += linear.terms.map { $0.condition.node }
      case .leaf: break
      }
    }
    return seen.sorted()
  }

  /// The truth of each of its nodes under these values of the circuit's reads.
  func evaluation(_ values: [ReadValue]) -> Evaluation { Evaluation(circuit, values: values, nodes: nodes) }

  /// The truth of the root under these values.
  func truth(_ values: [ReadValue]) -> Truth { evaluation(values)[root] }

  /// The truth of the root where the reads have the values that `value` tells.
  func truth(_ value: (ReadID) -> ReadValue) -> Truth { Evaluation(circuit, nodes: nodes, value)[root] }

  /// Numbers of a range between which the cone's comparisons can tell: its ends and a few between.
  func ends(of range: ClosedRange<Int>) -> [ReadValue] {
    let span = range.upperBound - range.lowerBound
    let steps = Set((0...8).map { range.lowerBound + span * $0 / 8 })
    return steps.sorted().map { .within($0...$0) }
  }

  /// The words with which the cone compares a read.
  func words(comparedWith id: ReadID) -> Set<String> {
    var words: Set<String> = []
    for node in nodes {
      if case .leaf(.oneOf(id, let some)) = node { words.formUnion(some) }
    }
    return words
  }
}

extension Node {
  /// The same node over operands and guards that have other numbers.
  fileprivate func renumbered(_ number: (Ref) -> Ref) -> Node {
    switch self {
    case .always, .leaf(.holds), .leaf(.oneOf): return self
    case .and(let a, let b): return .and(number(a), number(b))
    case .leaf(.atMost(var linear)):
      linear.terms = linear.terms.map {
        Linear.Term(coefficient: $0.coefficient, amount: $0.amount, condition: number($0.condition))
      }
      return .leaf(.atMost(linear))
    }
  }
}
