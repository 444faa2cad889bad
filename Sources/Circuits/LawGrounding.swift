import Documents
import Law
import Programs
import Rules

/// A condition over the law of one jurisdiction on one day, unrolled into a circuit without any program.
public struct LawGrounding: Sendable {
  /// The circuit.
  public let circuit: Circuit
  /// Whether the condition holds.
  public let holds: Ref

  /// Unrolls a condition that `Rulebook.lawCondition` typed; `law` in it is the law of `jurisdiction`.
  ///
  /// What a fact says under exceptions over a delivery or a course is known only where all of its values agree.
  public init(
    _ condition: Formula, in jurisdiction: String, rules: Rulebook, law: LawBook, conditions: [Condition: Formula],
    on day: Day, asKnownOn: Day? = nil
  ) {
    var grounder = Grounder(
      rules: rules, law: law, conditions: conditions, program: .unstated, day: day, asKnownOn: asKnownOn)
    grounder.subject = [
      "law": .law(.init(jurisdiction: .code(jurisdiction), day: day.number, path: "")),
      "federal": .law(.init(jurisdiction: .code("US"), day: day.number, path: "")),
      "on": .number(Linear(day.number)),
      "as_of": .number(Linear(day.number)),
    ]
    let refs = grounder.settled { [$0.ground(condition, $0.subject)] }
    circuit = grounder.circuit
    holds = refs[0]
  }
}
