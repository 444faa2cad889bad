import Diagnostics
import Documents
import Law
import Programs
import Rules

/// Checks programs against the rules and the law of one data folder, stage by stage.
public struct ProgramCheck: Sendable {
  /// The rules of the folder.
  public let rules: Rulebook
  private let folder: FileTree

  /// Loads the rules of a data folder; law is loaded for each program, as far as it touches it.
  /// - Throws: `Rejection` with all errors of all files.
  public init(_ folder: FileTree) throws(Rejection) {
    try self.init(folder, vocabulary: try Rulebook.vocabulary(of: folder))
  }

  /// Loads the rules of a data folder whose vocabulary has been read.
  /// - Throws: `Rejection` with all errors of all files.
  public init(_ folder: FileTree, vocabulary: Vocabulary) throws(Rejection) {
    self.folder = folder
    rules = try Rulebook.load(from: folder, vocabulary: vocabulary)
  }

  /// Decodes a program.
  /// - Throws: `Rejection` with every error of the file.
  public func program(_ node: Node) throws(Rejection) -> Program {
    try Program(node, vocabulary: rules.vocabulary)
  }

  /// Loads the law that a program touches: of its states and of the United States, and the standards of accreditors.
  /// - Throws: `Rejection` with all errors of all files.
  public func law(for program: Program) throws(Rejection) -> ApplicableLaw {
    try law(of: program.states)
  }

  /// Loads the law of states and of the United States, and the standards of accreditors.
  /// - Throws: `Rejection` with all errors of all files.
  func law(of states: [String]) throws(Rejection) -> ApplicableLaw {
    let law = try LawBook.load(codes: states + ["US", "STANDARDS"], from: folder, codebook: rules.codebook)
    return ApplicableLaw(law: law, conditions: try rules.conditions(of: law))
  }

  /// Checks a program under a law.
  public func check(_ program: Program, under law: ApplicableLaw, _ options: Check.Options) -> Check {
    Check(program, rules: rules, law: law.law, conditions: law.conditions, options: options)
  }
}

/// Law together with the conditions that stand in it, typed.
public struct ApplicableLaw: Sendable {
  /// The law.
  public let law: LawBook
  /// Its conditions as formulas.
  public let conditions: [Condition: Formula]

  /// A law with its conditions, as `Rulebook.conditions(of:)` types them.
  public init(law: LawBook, conditions: [Condition: Formula]) {
    self.law = law
    self.conditions = conditions
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
