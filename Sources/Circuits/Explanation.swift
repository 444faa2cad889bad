/// Finds the reads on which an outcome rests (S6).
public struct Explanation: Sendable {
  private let circuit: Circuit
  private let values: [ReadValue]
  private let evaluation: Evaluation

  /// Explains outcomes of a circuit in a lane; `open` are reads that count as unknown.
  public init(_ circuit: Circuit, lane: Lane, leaving open: [ReadID] = []) {
    self.circuit = circuit
    let values = circuit.reads.map { $0.value(in: lane) }
    self.values = values.completed(with: Dictionary(open.map { ($0, .unknown) }, uniquingKeysWith: { a, _ in a }))
    evaluation = Evaluation(circuit, values: self.values)
  }

  /// A set of reads that suffices for the truth of `ref`, of which no read can be left out. Empty where the truth is
  /// structural, or unknown.
  public func reasons(for ref: Ref) -> [ReadID] {
    let truth = evaluation[ref]
    guard truth != .unknown else { return [] }
    var support: Set<ReadID> = []
    var seen: Set<Ref> = []
    collect(truth == .yes ? ref : ref.not, into: &support, &seen)
    return irreducible(support, ref, truth)
  }

  /// The reads below `ref` that are unknown and matter: those some completion of which settles it, one alone where
  /// one suffices, else two, else all that stand open.
  public func questions(for ref: Ref) -> [ReadID] {
    let candidates = openReads(below: ref)
    guard !candidates.isEmpty else { return [] }
    let cone = Cone(circuit, ref)
    let single = candidates.filter { settles([$0], cone) }
    if !single.isEmpty { return single }
    guard candidates.count <= 12 else { return candidates }
    for (index, first) in candidates.enumerated() {
      for second in candidates[(index + 1)...] where settles([first, second], cone) { return [first, second] }
    }
    return candidates
  }

  /// Each read of which some value alone settles `ref`, with the share of its values that do, the others as they are;
  /// empty where `ref` is known.
  public func settlingShares(for ref: Ref) -> [(read: ReadID, share: Double)] {
    let cone = Cone(circuit, ref)
    return openReads(below: ref).compactMap { id in
      let share = cone.settlingShare(of: id, values)
      return share > 0 ? (id, share) : nil
    }
  }

  /// The unknown reads below a node that is unknown, in order.
  private func openReads(below ref: Ref) -> [ReadID] {
    guard evaluation[ref] == .unknown else { return [] }
    var open: [ReadID] = []
    var seen: Set<Int> = []
    collectOpen(ref, into: &open, &seen)
    return Set(open).sorted()
  }

  // MARK: Reasons

  /// One controlling operand at each node suffices; both where both are needed. `ref` is true.
  private func collect(_ ref: Ref, into support: inout Set<ReadID>, _ seen: inout Set<Ref>) {
    guard seen.insert(ref).inserted else { return }
    switch circuit.nodes[ref.node] {
    case .always: break
    case .leaf(let leaf): support.formUnion(reads(of: leaf, into: &support, &seen))
    case .and(let a, let b):
      if !ref.isNegated {
        collect(a, into: &support, &seen)
        collect(b, into: &support, &seen)
      } else if evaluation[a] == .no {
        collect(a.not, into: &support, &seen)
      } else {
        collect(b.not, into: &support, &seen)
      }
    }
  }

  private func reads(of leaf: Leaf, into support: inout Set<ReadID>, _ seen: inout Set<Ref>) -> [ReadID] {
    switch leaf {
    case .holds(let id), .oneOf(let id, _): return [id]
    case .atMost(let linear):
      for term in linear.terms {
        switch evaluation[term.condition] {
        case .yes: collect(term.condition, into: &support, &seen)
        case .no: collect(term.condition.not, into: &support, &seen)
        case .unknown: break
        }
      }
      return linear.reads
    }
  }

  /// Leaves out one read after the other, law last, as long as the truth stands.
  private func irreducible(_ support: Set<ReadID>, _ ref: Ref, _ truth: Truth) -> [ReadID] {
    let cone = Cone(circuit, ref)
    var kept = support
    for id in support.sorted(by: isDroppedBefore) {
      kept.remove(id)
      if cone.truth({ kept.contains($0) ? values[$0.index] : .unknown }) != truth { kept.insert(id) }
    }
    return kept.sorted(by: isShownBefore)
  }

  private func isDroppedBefore(_ a: ReadID, _ b: ReadID) -> Bool {
    (circuit[a].answer == nil ? 0 : 1, a.index) < (circuit[b].answer == nil ? 0 : 1, b.index)
  }

  private func isShownBefore(_ a: ReadID, _ b: ReadID) -> Bool {
    (circuit[a].answer == nil ? 1 : 0, a.index) < (circuit[b].answer == nil ? 1 : 0, b.index)
  }

  // MARK: Questions

  private func collectOpen(_ ref: Ref, into open: inout [ReadID], _ seen: inout Set<Int>) {
    guard evaluation[ref] == .unknown, seen.insert(ref.node).inserted else { return }
    switch circuit.nodes[ref.node] {
    case .always: break
    case .and(let a, let b):
      collectOpen(a, into: &open, &seen)
      collectOpen(b, into: &open, &seen)
    case .leaf(.holds(let id)), .leaf(.oneOf(let id, _)): open.append(id)
    case .leaf(.atMost(let linear)):
      for term in linear.terms {
        collectOpen(term.condition, into: &open, &seen)
        if let id = term.amount.read, isOpen(id) { open.append(id) }
      }
    }
  }

  private func isOpen(_ id: ReadID) -> Bool {
    switch values[id.index] {
    case .unknown: true
    case .within(let range): range.lowerBound != range.upperBound
    default: false
    }
  }

  private func settles(_ ids: [ReadID], _ cone: Cone) -> Bool {
    guard let first = ids.first else { return cone.truth(values) != .unknown }
    return completions(of: first, cone).contains { value in
      guard ids.count > 1 else {
        return cone.truth({ $0 == first ? value : values[$0.index] }) != .unknown
      }
      return completions(of: ids[1], cone).contains { second in
        cone.truth({ $0 == first ? value : $0 == ids[1] ? second : values[$0.index] }) != .unknown
      }
    }
  }

  /// The values of a read between which its comparisons can tell.
  private func completions(of id: ReadID, _ cone: Cone) -> [ReadValue] {
    switch circuit[id].domain {
    case .bool: return [.bool(true), .bool(false)]
    case .words(let words): return words.map { .word($0) }
    case .integers(let range): return cone.ends(of: range)
    case .open:
      if case .remainder = circuit[id].origin { return [.bool(false), .bool(true)] }
      let ends = Linear.infinity / 4
      let words = cone.words(comparedWith: id).sorted().map { ReadValue.word($0) }
      return words + [.word(""), .bool(true), .bool(false), .within(-ends...(-ends)), .within(ends...ends)]
    }
  }
}
