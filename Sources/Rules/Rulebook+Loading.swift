import Diagnostics
import Documents
import Law
import Programs

extension Rulebook {
  /// Loads `rules/` of a data folder: vocabulary, codebook, definitions, pathways and rules.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(from folder: FileTree) throws(Rejection) -> Rulebook {
    let problems = Problems()
    let vocabulary = vocabulary(folder, problems)
    try problems.check()
    let codebook = try Codebook.load(from: folder, vocabularies: vocabulary.allWords)
    let scope = Scope(vocabulary: vocabulary, codebook: codebook)
    let definitions = DefinitionReader(scope: scope, problems: problems).read(
      try folder.document("rules/definitions.yaml"))
    let reader = RuleReader(scope: scope, definitions: definitions, problems: problems)
    let pathways = documents(in: "rules/pathways", of: folder, problems).compactMap(reader.pathway)
    let rules = families.flatMap { documents(in: "rules/\($0)", of: folder, problems) }.compactMap(reader.rule)
    let book = Rulebook(
      scope: scope, definitions: definitions, rules: rules, pathways: pathways, problems: problems)
    if rules.isEmpty, !problems.hasErrors {
      problems.error(
        "no-rules", at: nil, "there is no rule in `\(folder.name)/rules`; without rules nothing is checked")
    }
    try problems.check()
    return book
  }

  /// The folders of `rules/` that hold rules.
  public static let families = ["scope", "supervision", "licensure", "credentialing", "payment", "structure"]

  private static func vocabulary(_ folder: FileTree, _ problems: Problems) -> Vocabulary {
    var lists: [String: [Word]] = [:]
    for node in documents(in: "rules/vocabulary", of: folder, problems) {
      if let (name, words) = Vocabulary.read(node, problems: problems) { lists[name] = words }
    }
    return Vocabulary(lists)
  }

  /// The YAML files of a folder in alphabetical order, tests left out. A folder that is not there holds none.
  private static func documents(in path: String, of folder: FileTree, _ problems: Problems) -> [Node] {
    folder.names(in: path).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }.compactMap { name in
      do throws(Rejection) {
        return try folder.document("\(path)/\(name)")
      } catch {
        error.diagnostics.forEach(problems.report)
        return nil
      }
    }
  }
}
