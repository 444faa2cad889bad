import CEL
import Programs

/// Finds the lists of a requirement that may count as empty when a program leaves them out: those where one more
/// element could never turn *met* into *gap*.
struct Polarity {
  /// Which way the answer moves when a list grows.
  enum Direction {
    case up, down, either

    var flipped: Direction {
      switch self {
      case .up: .down
      case .down: .up
      case .either: .either
      }
    }
  }

  private let definitions: [String: Definition]
  /// The lists seen so far, by `shape.field`, with the direction in which they move the answer.
  private(set) var lists: [String: Direction] = [:]

  init(definitions: [String: Definition]) { self.definitions = definitions }

  /// The lists that only ever help.
  var harmless: Set<String> { Set(lists.filter { $0.value == .up }.keys) }

  /// Notes the lists of a formula that moves the answer in a direction.
  mutating func add(_ formula: Formula, _ direction: Direction) {
    visit(formula.expression, formula.checked, direction, [:])
  }

  /// The direction of growth of lists that came in as the parameters of a definition is found by passing the
  /// argument's tree along.
  private typealias Arguments = [String: (Expression, Checked)]

  private mutating func visit(_ node: Expression, _ checked: Checked, _ way: Direction, _ known: Arguments) {
    switch node.kind {
    case .call("!_", _, let arguments): visit(all: arguments, checked, way.flipped, known)
    case .call("_&&_", _, let arguments), .call("_||_", _, let arguments): visit(all: arguments, checked, way, known)
    case .call("_<_", _, let arguments) where arguments.count == 2,
      .call("_<=_", _, let arguments) where arguments.count == 2:
      visit(arguments[0], checked, way.flipped, known)
      visit(arguments[1], checked, way, known)
    case .call("_>_", _, let arguments) where arguments.count == 2,
      .call("_>=_", _, let arguments) where arguments.count == 2:
      visit(arguments[0], checked, way, known)
      visit(arguments[1], checked, way.flipped, known)
    case .call("@in", _, let arguments) where arguments.count == 2:
      visit(arguments[0], checked, .either, known)
      visit(arguments[1], checked, way, known)
    case .call("sum", let target, let arguments), .call("size", let target, let arguments):
      visit(all: (target.map { [$0] } ?? []) + arguments, checked, way, known)
    case .call(let name, let target, let arguments):
      visitCall(name, (target.map { [$0] } ?? []) + arguments, node, checked, way, known)
    case .comprehension(let macro): visit(macro, checked, way, known)
    case .identifier(let name):
      if let (argument, tree) = known[name] {
        visit(argument, tree, way, [:])
      } else if let list = Concern.lists[name] {
        note(list, way)
      }
    case .select(let operand, let field):
      if case .list? = checked.types[node.id], case .record(let shape)? = checked.types[operand.id] {
        note("\(shape).\(field)", way)
      }
      visit(operand, checked, .either, known)
    default: visit(all: node.children, checked, .either, known)
    }
  }

  private mutating func visit(all nodes: [Expression], _ checked: Checked, _ way: Direction, _ known: Arguments) {
    for node in nodes { visit(node, checked, way, known) }
  }

  private mutating func visit(_ macro: Comprehension, _ checked: Checked, _ way: Direction, _ known: Arguments) {
    switch macro.form {
    case .exists, .filter, .map: visit(macro.range, checked, way, known)
    case .all: visit(macro.range, checked, way.flipped, known)
    case .existsOne: visit(macro.range, checked, .either, known)
    }
    // A filter's condition lets elements in; what `map` makes is compared elsewhere.
    let inner: Direction = macro.form == .map ? .either : way
    visit(macro.body, checked, inner, known)
    if let condition = macro.condition { visit(condition, checked, way, known) }
  }

  private mutating func visitCall(
    _ name: String, _ arguments: [Expression], _ node: Expression, _ checked: Checked, _ way: Direction,
    _ known: Arguments
  ) {
    guard let definition = definitions[name], definition.parameters.count == arguments.count,
      checked.overloads[node.id]?.first.flatMap(Definition.name(ofOverload:)) != nil
    else {
      visit(all: arguments, checked, .either, known)
      return
    }
    var inner: Arguments = [:]
    for (parameter, argument) in zip(definition.parameters, arguments) {
      inner[parameter.name] = resolve(argument, checked, known)
    }
    visit(definition.body.expression, definition.body.checked, way, inner)
  }

  /// An argument that is itself a parameter stands for what was passed there.
  private func resolve(_ argument: Expression, _ checked: Checked, _ known: Arguments) -> (Expression, Checked) {
    if case .identifier(let name) = argument.kind, let passed = known[name] { return passed }
    return (argument, checked)
  }

  private mutating func note(_ list: String, _ way: Direction) {
    if let before = lists[list], before != way { lists[list] = .either } else { lists[list] = way }
  }
}
