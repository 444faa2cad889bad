import Diagnostics
import Documents
import Law
import Programs

extension Rulebook {
  /// Loads `rules/` of a data folder: vocabulary, codebook, definitions, pathways and rules.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(from folder: String) throws(Rejection) -> Rulebook {
    let problems = Problems()
    let vocabulary = vocabulary(folder, problems)
    try problems.check()
    let codebook = try document("\(folder)/rules/codebook.yaml") { node in
      Codebook(node, vocabularies: vocabulary.allWords, problems: problems)
    }
    try problems.check()
    let scope = Scope(vocabulary: vocabulary, codebook: codebook)
    let definitions = try document("\(folder)/rules/definitions.yaml") { node in
      DefinitionReader(scope: scope, problems: problems).read(node)
    }
    let reader = RuleReader(scope: scope, definitions: definitions, problems: problems)
    let pathways = documents(in: "\(folder)/rules/pathways", problems).compactMap(reader.pathway)
    let rules = families.flatMap { documents(in: "\(folder)/rules/\($0)", problems) }.compactMap(reader.rule)
    let book = Rulebook(
      scope: scope, definitions: definitions, rules: rules, pathways: pathways, problems: problems)
    if rules.isEmpty {
      problems.error("no-rules", at: nil, "there is no rule in `\(folder)/rules`; without rules nothing is checked")
    }
    try problems.check()
    return book
  }

  /// The folders of `rules/` that hold rules.
  public static let families = ["scope", "supervision", "licensure", "credentialing", "payment", "structure"]

  private static func vocabulary(_ folder: String, _ problems: Problems) -> Vocabulary {
    var lists: [String: [Word]] = [:]
    for node in documents(in: "\(folder)/rules/vocabulary", problems) {
      if let (name, words) = Vocabulary.read(node, problems: problems) { lists[name] = words }
    }
    return Vocabulary(lists)
  }

  private static func document<Value>(_ path: String, _ read: (Node) -> Value) throws(Rejection) -> Value {
    read(try loadDocument(at: path, named: path))
  }

  /// The YAML files of a folder in alphabetical order, tests left out. A folder that is not there holds none.
  private static func documents(in folder: String, _ problems: Problems) -> [Node] {
    fileNames(in: folder).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }.compactMap { name in
      do throws(Rejection) {
        return try loadDocument(at: "\(folder)/\(name)", named: "\(folder)/\(name)")
      } catch {
        error.diagnostics.forEach(problems.report)
        return nil
      }
    }
  }
}
