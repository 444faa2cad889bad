extension Circuit {
  /// The first day after the circuit's at which one of its comparisons with the clock may turn, in either lane; nil
  /// when none does.
  public var nextTurn: Int? { Lane.allCases.compactMap(nextTurn).min() }

  private func nextTurn(in lane: Lane) -> Int? {
    let values = reads.map { $0.value(in: lane) }
    let evaluation = Evaluation(self, values: values)
    var next: Int?
    for node in nodes {
      guard case .leaf(.atMost(let linear)) = node, linear.clock != 0 else { continue }
      let bounds = evaluation.bounds(of: linear, self) { values[$0.index] }
      for bound in [bounds.lowerBound, bounds.upperBound] {
        guard let turn = Self.turn(of: bound, clock: linear.clock), turn > day else { continue }
        next = min(next ?? turn, turn)
      }
    }
    return next
  }

  /// The first day on which `bound + clock · day ≤ 0` has another truth than on the days before.
  private static func turn(of bound: Int, clock: Int) -> Int? {
    guard abs(bound) < Linear.infinity / 2 else { return nil }
    // With a rising clock it stops to hold, with a falling one it begins to.
    return clock > 0 ? floorDivide(-bound, clock) + 1 : ceilDivide(bound, -clock)
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
  private static func ceilDivide(_ a: Int, _ b: Int) -> Int { -floorDivide(-a, b) }
}
