import Checking
import Diagnostics
import Programs

/// Where the answer to a question would stand in a program, and what kind of value it is.
public struct AnswerPlace: Hashable, Sendable {
  /// Where the part stands that leaves it open.
  public let part: SourceRange
  /// The keys from that part to the value.
  public let path: [String]
  /// The type of the value.
  public let type: FieldType
  /// What is asked, in words: the question, or that for the part which must be named before it can be answered.
  public let question: String

  /// The name of the value within the program, which stays when lines move: that of its part, how many like it stand
  /// before it, and the path.
  let name: String
  /// The line of the part, where others are called the same; nil where its name tells it apart.
  let line: Int?

  /// The place of a question's answer; nil for law, and for what no field of a program states.
  public init?(_ question: OpenQuestion, in program: Program) {
    guard !question.isLaw, let range = question.range else { return nil }
    let steps = question.field.split(separator: ".").map(String.init)
    for entity in program.entities where entity.range == range {
      guard let shape = ProgramShapes.all[entity.shape], let found = Self.field(steps, of: shape) else { continue }
      let alike = program.entities.filter { $0.shape == entity.shape && $0.label == entity.label }
      let before = alike.filter { $0.id < entity.id }.count
      name = "\(entity.shape) \(entity.label) \(before) \(question.field)"
      line = alike.count > 1 ? range.start.line : nil
      part = range
      path = found.path
      type = found.field.type
      self.question = path.count == steps.count ? question.text : Self.question(found.field, path, of: entity.label)
      return
    }
    return nil
  }

  /// Follows the steps through parts that are not stated. What is asked of another part that nobody named yet is
  /// answered by naming it.
  private static func field(_ steps: [String], of shape: Shape) -> (path: [String], field: Field)? {
    var shape = shape
    var path: [String] = []
    for (index, step) in steps.enumerated() {
      guard let field = shape.field(step) else { return nil }
      path.append(step)
      if index == steps.count - 1 { return (path, field) }
      guard case .record(let name) = field.type, let next = ProgramShapes.all[name] else {
        if case .reference = field.type { return (path, field) }
        return nil
      }
      shape = next
    }
    return nil
  }

  private static func question(_ field: Field, _ path: [String], of label: String) -> String {
    let name = path.joined(separator: ".")
    guard !field.question.isEmpty else { return "What is `\(name)` of \(label)?" }
    return "\(field.question.replacing("{}", with: label)) (`\(name)` of \(label))"
  }
}
