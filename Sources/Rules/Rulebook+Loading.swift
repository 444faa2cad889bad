import Diagnostics
import Documents
import Law
import Programs

extension Rulebook {
  /// Loads `rules/` of a data folder: vocabulary, codebook, definitions, pathways and rules.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(from folder: FileTree) throws(Rejection) -> Rulebook {
    try load(from: folder, vocabulary: try vocabulary(of: folder))
  }

  /// Loads what builds on a vocabulary that has been read: codebook, definitions, pathways and rules.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(from folder: FileTree, vocabulary: Vocabulary) throws(Rejection) -> Rulebook {
    let problems = Problems()
    let codebook = try Codebook.load(from: folder, vocabularies: vocabulary.allWords)
    let scope = Scope(vocabulary: vocabulary, codebook: codebook)
    let definitions = DefinitionReader(scope: scope, problems: problems).read(
      try folder.document("rules/definitions.yaml"))
    let environments = scope.environments(definitions: definitions)
    let pathways = files(in: "rules/pathways", of: folder)
      .readInParallel(problems) { path, problems throws(Rejection) in
        RuleReader(environments: environments, problems: problems).pathway(try folder.document(path))
      }
    let rules = families.flatMap { files(in: "rules/\($0)", of: folder) }
      .readInParallel(problems) { path, problems throws(Rejection) in
        RuleReader(environments: environments, problems: problems).rule(try folder.document(path))
      }
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

  /// Reads the vocabulary of a data folder, with which alone a program can be read.
  /// - Throws: `Rejection` with all errors of its files.
  public static func vocabulary(of folder: FileTree) throws(Rejection) -> Vocabulary {
    let problems = Problems()
    var lists: [String: [Word]] = [:]
    let nodes = files(in: "rules/vocabulary", of: folder).readInParallel(problems) { path, _ throws(Rejection) in
      try folder.document(path)
    }
    for node in nodes {
      if let (name, words) = Vocabulary.read(node, problems: problems) { lists[name] = words }
    }
    try problems.check()
    return Vocabulary(lists)
  }

  /// The paths of a folder's YAML files in alphabetical order, tests left out; none where there is no such folder.
  private static func files(in path: String, of folder: FileTree) -> [String] {
    folder.names(in: path).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }.map { "\(path)/\($0)" }
  }
}
