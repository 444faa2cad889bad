import Checking
import Diagnostics

/// How many mutants of rules their tests notice, as a person reads it: the scores by family and rule, and the survivors.
public struct MutationText: Sendable {
  private let mutation: Mutation
  private let style: Style

  /// A report in a style.
  public init(_ mutation: Mutation, style: Style) {
    self.mutation = mutation
    self.style = style
  }

  /// The report.
  public var text: String {
    let total = mutation.total
    let goal = "the goal is \(Mutation.goal)% of all and \(Mutation.familyGoal)% of each family"
    let head =
      "mutation: \(total.noticed) of \(total.all) noticed (\(total.percent)%), \(mutation.excused) excused; \(goal)"
    var lines = [""] + style.wrapped(head, indent: 2, lead: "").map { style.paint($0, .bold) } + table
    for entry in mutation.entries {
      switch entry.fate {
      case .noticed: break
      case .survived: lines += line("survived", .yellow, entry)
      case .excused(let because):
        lines += line("excused", .faint, entry) + style.wrapped("because \(because)", indent: 6)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: [String] {
    let owners = mutation.owners
    let width = (owners.map { $0.score.name.columns + 2 } + mutation.families.map(\.name.columns)).max() ?? 0
    return mutation.families.flatMap { family in
      [row(family, "", width, goal: Mutation.familyGoal)]
        + owners.filter { $0.family == family.name }.map { row($0.score, "  ", width, goal: 0) }
    }
  }

  private func row(_ score: Mutation.Score, _ margin: String, _ width: Int, goal: Int) -> String {
    let share = "\(score.percent)%"
    let counts = "\(score.noticed) of \(score.all)"
    let name = (margin + score.name).padded(to: width)
    return "  \(name)  \(share.padded(to: 5))\(counts)" + (score.percent < goal ? "  below the goal" : "")
  }

  private func line(_ word: String, _ color: Style.Color, _ entry: Mutation.Entry) -> [String] {
    let mutant = entry.mutant
    let place = mutant.range?.place ?? mutant.owner.name
    return ["  \(style.paint(word, color)) \(place)"]
      + style.wrapped(
        "\(mutant.owner.name) \(mutant.part): `\(mutant.was)` becomes `\(mutant.becomes)`", indent: 6, lead: "    ")
  }
}
