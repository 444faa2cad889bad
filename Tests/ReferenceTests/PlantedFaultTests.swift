import Testing

/// A comparison that notices nothing proves nothing: each known fault, planted into the reference, must show.
@Suite struct PlantedFaultTests {
  /// The cases that `DifferentialTests` runs, and more of them, as many as it takes.
  static let count = 1500

  @Test func theComparisonNoticesEveryFaultThatIsPlantedIntoTheReference() throws {
    var cases = Cases(try DataFolder.shared.get())
    var unnoticed = Fault.all
    for number in 0..<Self.count where !unnoticed.isEmpty {
      let question = try cases.make(number).question()
      let production = Production(question, trustsRecalled: false)
      unnoticed.removeAll { fault in
        var operators = Operators()
        fault.plant(&operators)
        let reference = ReferenceCheck(question, trustsRecalled: false, operators)
        return !Disagreements(production, reference, question.program).lines.isEmpty
      }
    }
    #expect(unnoticed.map { "\($0.entry): \($0.name)" } == [])
    #expect(Fault.all.count == 53)
    #expect(Set(Fault.all.map(\.entry)) == ["S1", "S2", "S3", "S4", "S5", "S7"])
  }
}
