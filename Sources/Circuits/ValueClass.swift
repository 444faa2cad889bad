/// Values of a read between which the comparisons of a cone can't tell.
struct ValueClass {
  /// One of them.
  let value: ReadValue
  /// Where they are numbers, all of them.
  let range: ClosedRange<Int>?
  /// Where they are words, all of them that are known.
  let words: [String]
  /// How many values stand behind it; one for each class where their number has no bound.
  let count: Int

  fileprivate init(_ value: ReadValue, range: ClosedRange<Int>? = nil, words: [String] = [], count: Int = 1) {
    self.value = value
    self.range = range
    self.words = words
    self.count = count
  }
}

extension Cone {
  /// The values of a read, by what the cone's comparisons can tell apart.
  func classes(of id: ReadID, _ values: [ReadValue]) -> [ValueClass] {
    switch circuit[id].domain {
    case .bool: return Self.flags
    case .words(let all): return words(of: id, all)
    case .integers(let range): return numbers(of: id, range, values, isBounded: true)
    case .open:
      if case .remainder = circuit[id].origin { return Self.flags }
      let ends = Linear.infinity / 4
      let compared = words(comparedWith: id).sorted()
      if !compared.isEmpty { return (compared + [""]).map { ValueClass(.word($0), words: $0.isEmpty ? [] : [$0]) } }
      return isCounted(id) ? numbers(of: id, -ends...ends, values, isBounded: false) : Self.flags
    }
  }

  /// The share of a read's values that settle the root.
  func settlingShare(of id: ReadID, _ values: [ReadValue]) -> Double {
    var settled = 0
    var all = 0
    for each in classes(of: id, values) {
      all += each.count
      if truth({ $0 == id ? each.value : values[$0.index] }) != .unknown { settled += each.count }
    }
    return all == 0 ? 0 : Double(settled) / Double(all)
  }

  private static let flags = [ValueClass(.bool(true)), ValueClass(.bool(false))]

  private func words(of id: ReadID, _ all: [String]) -> [ValueClass] {
    let compared = words(comparedWith: id)
    let rest = all.filter { !compared.contains($0) }
    let others = rest.first.map { [ValueClass(.word($0), words: rest, count: rest.count)] } ?? []
    return all.filter(compared.contains).map { ValueClass(.word($0), words: [$0]) } + others
  }

  // MARK: Numbers

  /// The comparisons that a read enters as an amount.
  private func sums(with id: ReadID) -> [Linear] {
    nodes.compactMap { node in
      guard case .leaf(.atMost(let linear)) = node, linear.reads.contains(id) else { return nil }
      return linear
    }
  }

  private func isCounted(_ id: ReadID) -> Bool { !sums(with: id).isEmpty }

  /// The stretches of a range within which no comparison turns.
  private func numbers(
    of id: ReadID, _ range: ClosedRange<Int>, _ values: [ReadValue], isBounded: Bool
  ) -> [ValueClass] {
    let evaluation = evaluation(values)
    var starts: Set<Int> = [range.lowerBound]
    for linear in sums(with: id) {
      starts.formUnion(turns(of: linear, id, range, values, evaluation))
    }
    let sorted = starts.sorted()
    return sorted.enumerated().map { index, start in
      let last = index + 1 < sorted.count ? sorted[index + 1] - 1 : range.upperBound
      return ValueClass(
        .within(start...start), range: start...last, count: isBounded ? last - start + 1 : 1)
    }
  }

  /// The first numbers of a range from which a comparison has another truth than before. It moves one way alone, so
  /// both ends and a search between them find all.
  private func turns(
    of linear: Linear, _ id: ReadID, _ range: ClosedRange<Int>, _ values: [ReadValue], _ evaluation: Evaluation
  ) -> [Int] {
    func truth(_ number: Int) -> Truth {
      let bounds = evaluation.bounds(of: linear, circuit) { $0 == id ? .within(number...number) : values[$0.index] }
      let shift = linear.clock * circuit.day
      if bounds.upperBound + shift <= 0 { return .yes }
      return bounds.lowerBound + shift > 0 ? .no : .unknown
    }
    var turns: [Int] = []
    var start = range.lowerBound
    while truth(start) != truth(range.upperBound) {
      let before = truth(start)
      var low = start
      var high = range.upperBound
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if truth(middle) == before { low = middle } else { high = middle }
      }
      turns.append(high)
      start = high
    }
    return turns
  }
}
