import Testing

@testable import Circuits

/// The tables of strong Kleene logic (S1), written out: T, F and U.
@Suite struct TruthTests {
  private static let values: [Truth] = [.yes, .no, .unknown]

  // Rows are the left operand and columns the right one, both in the order T, F, U.
  private static let and: [[Truth]] = [
    [.yes, .no, .unknown],
    [.no, .no, .no],
    [.unknown, .no, .unknown],
  ]
  private static let or: [[Truth]] = [
    [.yes, .yes, .yes],
    [.yes, .no, .unknown],
    [.yes, .unknown, .unknown],
  ]
  private static let same: [[Truth]] = [
    [.yes, .no, .unknown],
    [.no, .yes, .unknown],
    [.unknown, .unknown, .unknown],
  ]
  private static let not: [Truth] = [.no, .yes, .unknown]
  /// `choose(U, x, y)`: what both give where both give the same known answer.
  private static let chosenInDoubt: [[Truth]] = [
    [.yes, .unknown, .unknown],
    [.unknown, .no, .unknown],
    [.unknown, .unknown, .unknown],
  ]

  @Test func theOperatorsOnTruthsFollowTheTables() {
    var cases = 0
    for (row, a) in Self.values.enumerated() {
      #expect(a.not == Self.not[row])
      for (column, b) in Self.values.enumerated() {
        #expect(a.and(b) == Self.and[row][column], "\(a) and \(b)")
        #expect(a.or(b) == Self.or[row][column], "\(a) or \(b)")
        cases += 1
      }
    }
    #expect(cases == 9)
  }

  @Test func theNodesOfACircuitFollowTheTables() {
    var cases = 0
    for (row, a) in Self.values.enumerated() {
      for (column, b) in Self.values.enumerated() {
        var gates = Gates([a, b])
        #expect(gates.truth { $0.and($1[0], $1[1]) } == Self.and[row][column], "\(a) and \(b)")
        #expect(gates.truth { $0.or($1[0], $1[1]) } == Self.or[row][column], "\(a) or \(b)")
        #expect(gates.truth { $0.same($1[0], $1[1]) } == Self.same[row][column], "\(a) same \(b)")
        #expect(gates.truth { $0.all($1) } == Self.and[row][column], "all of \(a), \(b)")
        #expect(gates.truth { $0.any($1) } == Self.or[row][column], "any of \(a), \(b)")
        cases += 1
      }
    }
    #expect(cases == 9)
  }

  @Test func aChoiceTakesTheBranchOfItsConditionAndWhatBothGiveWhereThatIsUnknown() {
    var cases = 0
    for condition in Self.values {
      for (row, a) in Self.values.enumerated() {
        for (column, b) in Self.values.enumerated() {
          var gates = Gates([condition, a, b])
          let chosen = gates.truth { $0.choose($1[0], $1[1], $1[2]) }
          switch condition {
          case .yes: #expect(chosen == a, "\(a), \(b)")
          case .no: #expect(chosen == b, "\(a), \(b)")
          case .unknown: #expect(chosen == Self.chosenInDoubt[row][column], "\(a), \(b)")
          }
          cases += 1
        }
      }
    }
    #expect(cases == 27)
  }

  /// Folding these would turn an answer that nobody knows into one that looks known.
  @Test(arguments: values) func aNodeWithItsOwnNegationIsUnknownWhereTheNodeIs(_ a: Truth) {
    var gates = Gates([a])
    #expect(gates.truth { $0.and($1[0], $1[0].not) } == (a == .unknown ? .unknown : .no))
    #expect(gates.truth { $0.or($1[0], $1[0].not) } == (a == .unknown ? .unknown : .yes))
    #expect(gates.truth { $0.same($1[0], $1[0]) } == (a == .unknown ? .unknown : .yes))
    #expect(gates.truth { $0.and($1[0], $1[0]) } == a)
  }

  /// Constants are simplified where nodes are made; the tables hold for them all the same.
  @Test func constantsFoldToWhatTheTablesSay() {
    let constants: [(Ref, Truth)] = [(.yes, .yes), (.no, .no)]
    var cases = 0
    for (row, b) in Self.values.enumerated() {
      for (constant, truth) in constants {
        let column = truth == .yes ? 0 : 1
        var gates = Gates([b])
        #expect(gates.truth { $0.and(constant, $1[0]) } == Self.and[row][column])
        #expect(gates.truth { $0.or($1[0], constant) } == Self.or[row][column])
        #expect(gates.truth { $0.same($1[0], constant) } == Self.same[row][column])
        cases += 1
      }
    }
    #expect(cases == 6)
  }
}

/// A circuit over a few flags of given truths.
private struct Gates {
  private var circuit = Circuit(day: 0)
  private var flags: [Ref] = []
  private let values: [ReadValue]

  init(_ truths: [Truth]) {
    values = truths.map { $0 == .unknown ? .unknown : .bool($0 == .yes) }
    for index in truths.indices {
      let read = Read(
        origin: .unsettled("flag \(index)"), subject: "", field: "", domain: .bool, value: .unknown, range: nil,
        answer: nil, words: nil)
      flags.append(circuit.leaf(.holds(circuit.add(read))))
    }
  }

  mutating func truth(_ make: (inout Circuit, [Ref]) -> Ref) -> Truth {
    let root = make(&circuit, flags)
    return Evaluation(circuit, values: values)[root]
  }
}
