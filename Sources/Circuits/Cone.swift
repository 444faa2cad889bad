/// The part of a circuit on which one node depends, so that it can be evaluated again and again.
struct Cone {
  let circuit: Circuit
  let root: Ref
  /// The nodes in the order of the circuit.
  let members: [Int]

  init(_ circuit: Circuit, _ root: Ref) {
    self.circuit = circuit
    self.root = root
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
    members = seen.sorted()
  }

  /// The truth of the root under these values.
  func truth(_ values: [ReadValue]) -> Truth {
    let truths = Evaluation(circuit, values: values, only: members)
    return truths[root]
  }

  /// Numbers of a range between which the cone's comparisons can tell: its ends and a few between.
  func ends(of range: ClosedRange<Int>) -> [ReadValue] {
    let span = range.upperBound - range.lowerBound
    let steps = Set((0...8).map { range.lowerBound + span * $0 / 8 })
    return steps.sorted().map { .within($0...$0) }
  }

  /// The words with which the cone compares a read.
  func words(comparedWith id: ReadID) -> Set<String> {
    var words: Set<String> = []
    for node in members {
      if case .leaf(.oneOf(id, let some)) = circuit.nodes[node] { words.formUnion(some) }
    }
    return words
  }
}
