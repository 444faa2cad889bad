import Diagnostics
import Documents
import Law
import Programs
import Rules

/// Checks programs against the rules and the law of one data folder.
public struct ProgramCheck: Sendable {
  /// The rules of the folder.
  public let rules: Rulebook
  private let folder: FileTree

  /// Loads the rules of a data folder; law is loaded for each program, as far as it touches it.
  /// - Throws: `Rejection` with all errors of all files.
  public init(_ folder: FileTree) throws(Rejection) {
    self.folder = folder
    rules = try Rulebook.load(from: folder)
  }

  /// Checks a program on `asOf`; without it over the file's period, on its `as_of`, or today.
  /// - Throws: `Rejection` with all errors of the program or of the law that it touches.
  public func check(_ node: Node, asOf: Day?, today: Day, trustsRecalled: Bool) throws(Rejection) -> Check {
    let program = try Program(node, vocabulary: rules.vocabulary)
    let law = try LawBook.load(codes: program.states + ["US"], from: folder, codebook: rules.codebook)
    let conditions = try rules.conditions(of: law)
    let days = asOf.map { $0...$0 } ?? program.days ?? today...today
    let options = Check.Options(from: days.lowerBound, to: days.upperBound, trustsRecalled: trustsRecalled)
    return Check(program, rules: rules, law: law, conditions: conditions, options: options)
  }
}

extension Program {
  /// The days that the file asks about: its period, or its `as_of` alone.
  public var days: ClosedRange<Day>? {
    if let period = part("period", of: root), let from = period.date("from"), let to = period.date("to") {
      return from.earliest...max(from.earliest, to.latest)
    }
    return root.date("as_of").map { $0.earliest...$0.earliest }
  }
}
