import Diagnostics
import Documents
import Law

/// What a data folder holds, and whether it is whole.
public struct DataInspection: Sendable {
  /// What stands in the folder's manifest of digests.
  public enum Digests: Sendable {
    /// There is none, as in a checkout.
    case none
    /// All of this many files are as they were installed.
    case same(Int)
    /// Some are not.
    case different
    /// It can't be read.
    case unreadable
  }

  /// The folder's path.
  public let folder: String
  /// How many files its rules and law are.
  public let files: Int
  /// The rules; nil where they do not load.
  public let rules: Rulebook?
  /// The law of every jurisdiction that is coded; nil where it does not load.
  public let law: LawBook?
  /// How the files compare to the manifest.
  public let digests: Digests
  /// All that is wrong.
  public let problems: [Diagnostic]

  /// Reads everything in a folder.
  public init(_ folder: FileTree) {
    let problems = Problems()
    self.folder = folder.name
    files = folder.paths(below: Manifest.folders).count
    rules = Self.reading(problems) { () throws(Rejection) in try Rulebook.load(from: folder) }
    law = rules.flatMap { rules in
      Self.reading(problems) { () throws(Rejection) in
        try LawBook.load(codes: Jurisdiction.codes, from: folder, codebook: rules.codebook)
      }
    }
    digests = Self.digests(folder, problems)
    for code in Jurisdiction.codes where law != nil && law?.jurisdictions[code] == nil {
      let name = States.names[code] ?? code
      problems.error(
        "not-coded", at: nil, "the law of \(name) is not coded: there is no `states/\(code.lowercased()).yaml`")
    }
    self.problems = problems.diagnostics
  }

  private static func digests(_ folder: FileTree, _ problems: Problems) -> Digests {
    let manifest = reading(problems) { () throws(Rejection) in try Manifest(of: folder) }
    guard let manifest else { return .unreadable }
    guard let manifest else { return .none }
    let differences = manifest.differences(in: folder)
    differences.forEach(problems.report)
    return differences.isEmpty ? .same(manifest.count) : .different
  }

  private static func reading<Value>(_ problems: Problems, _ body: () throws(Rejection) -> Value) -> Value? {
    do throws(Rejection) {
      return try body()
    } catch {
      error.diagnostics.forEach(problems.report)
      return nil
    }
  }

  /// The last day on which a source of the law was read.
  public var lastRead: Day? {
    law?.jurisdictions.values.flatMap { $0.sources.values.compactMap(\.read) }.max()
  }

  /// How many dated values the law has.
  public var values: Int { law?.jurisdictions.values.reduce(0) { $0 + $1.facts.values.joined().count } ?? 0 }
}
