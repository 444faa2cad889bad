/// The truth of every node of a circuit under values of its reads.
public struct Evaluation: Sendable {
  private var truths: [Truth]

  /// Evaluates the whole circuit in a lane.
  public init(_ circuit: Circuit, lane: Lane) {
    self.init(circuit, values: circuit.reads.map { $0.value(in: lane) })
  }

  /// Evaluates the whole circuit, with a value for each read in order.
  init(_ circuit: Circuit, values: [ReadValue]) {
    self.init(circuit, values: values, nodes: circuit.nodes)
  }

  /// Evaluates nodes over the reads of a circuit, operands before what uses them.
  init(_ circuit: Circuit, values: [ReadValue], nodes: [Node]) {
    self.init(circuit, nodes: nodes) { values[$0.index] }
  }

  /// Evaluates nodes whose reads have the values that `value` tells.
  init(_ circuit: Circuit, nodes: [Node], _ value: (ReadID) -> ReadValue) {
    truths = []
    truths.reserveCapacity(nodes.count)
    for node in nodes { truths.append(truth(of: node, circuit, value)) }
  }

  /// The truth of a node or its negation.
  public subscript(ref: Ref) -> Truth {
    let truth = truths[ref.node]
    return ref.isNegated ? truth.not : truth
  }

  private func truth(of node: Node, _ circuit: Circuit, _ value: (ReadID) -> ReadValue) -> Truth {
    switch node {
    case .always: return .yes
    case .and(let a, let b): return self[a].and(self[b])
    case .leaf(.holds(let id)):
      if case .bool(let flag) = value(id) { return Truth(flag) }
      return .unknown
    case .leaf(.oneOf(let id, let words)): return Self.isOne(of: words, value(id))
    case .leaf(.atMost(let linear)):
      let bounds = bounds(of: linear, circuit, value)
      let shift = linear.clock * circuit.day
      if bounds.upperBound + shift <= 0 { return .yes }
      return bounds.lowerBound + shift > 0 ? .no : .unknown
    }
  }

  private static func isOne(of words: Set<String>, _ value: ReadValue) -> Truth {
    switch value {
    case .word(let word): Truth(words.contains(word))
    case .unlimited: Truth(words.contains("none"))
    case .within: .no
    case .unknown, .bool: .unknown
    }
  }

  /// The bounds of a number without the clock's part.
  func bounds(of linear: Linear, _ circuit: Circuit, _ value: (ReadID) -> ReadValue) -> ClosedRange<Int> {
    linear.bounds({ self[$0] }, value, { circuit.reads[$0.index].domain })
  }
}
