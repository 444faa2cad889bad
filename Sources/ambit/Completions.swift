import ArgumentParser
import Checking
import Documents
import Law
import Programs
import Rules

/// What a shell offers for words of a command line. A folder or program that can't be read offers nothing.
extension CompletionKind {
  /// The states.
  static let state = words { _ in States.codes }
  /// States with commas between, or all of them.
  static let states = words(separated: true) { _ in States.codes + ["all"] }
  /// All jurisdictions whose law is coded.
  static let jurisdiction = words { _ in Jurisdiction.codes }
  /// Jurisdictions with commas between.
  static let jurisdictions = words(separated: true) { _ in Jurisdiction.codes }
  /// The keys of the codebook.
  static let key = words { try rulebook($0).codebook.questions.keys.sorted() }
  /// Keys with commas between.
  static let keys = words(separated: true) { try rulebook($0).codebook.questions.keys.sorted() }
  /// The ids of rules and pathways.
  static let rule = words { line in
    let rules = try rulebook(line)
    return (rules.rules.map(\.id) + rules.pathways.keys).sorted()
  }
  /// The ids of the findings of the program that the line names, the worst first.
  static let finding = words { try findings($0) }

  /// Words that begin as the one at the cursor does; of several with commas between, the last is completed.
  private static func words(
    separated: Bool = false, _ candidates: @escaping @Sendable ([String]) throws -> [String]
  ) -> CompletionKind {
    .custom { line, _, prefix in
      let comma = separated ? prefix.lastIndex(of: ",").map { prefix.index(after: $0) } : nil
      let kept = prefix[..<(comma ?? prefix.startIndex)]
      let begun = prefix[kept.endIndex...].lowercased()
      // Nobody can read a message while a word is being completed.
      let all = (try? candidates(line)) ?? []
      return all.filter { $0.lowercased().hasPrefix(begun) }.map { kept + $0 }
    }
  }

  // MARK: Data

  private static func folder(_ line: [String]) throws -> FileTree {
    guard let place = line.firstIndex(of: "--data"), place + 1 < line.count else {
      return try DataOptions.parse([]).folder()
    }
    return try DataOptions.parse(["--data", line[place + 1]]).folder()
  }

  private static func rulebook(_ line: [String]) throws -> Rulebook { try Rulebook.load(from: try folder(line)) }

  private static func findings(_ line: [String]) throws -> [String] {
    guard let path = line.dropFirst().first(where: { $0.hasSuffix(".yaml") && fileExists(at: $0) }) else { return [] }
    let checker = try ProgramCheck(try folder(line))
    let program = try checker.program(try loadDocument(at: path, named: path))
    var options = try AskedOptions.parse([]).options(for: program)
    options.findsNotApplicable = false
    return checker.check(program, under: try checker.law(for: program), options).findings.map(\.id)
  }
}
