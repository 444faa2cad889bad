import Diagnostics

extension Program {
  /// A program of which nothing is stated, for questions that concern law alone.
  public static let unstated = Program(entities: [
    Entity(
      id: EntityID(0), shape: "program", label: "program", values: [:],
      range: SourceRange(SourceText(name: "program", text: ""), 0..<0))
  ])
}
