import Diagnostics
import Documents

extension Codebook {
  /// Reads one file of the codebook. `vocabularies` are the words that a question may refer to by name.
  public init(_ node: Node, vocabularies: [String: [String]], problems: Problems) {
    self.init([node], vocabularies: vocabularies, problems: problems)
  }

  /// Reads the files of the codebook, usually one for each topic. A family that one of them declares, the allowed
  /// values that several questions share, may be used in all.
  public init(_ nodes: [Node], vocabularies: [String: [String]], problems: Problems) {
    let files = nodes.map { CodebookFile($0, problems: problems) }
    let families = Dictionary(files.flatMap(\.families).map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
    var questions: [Question] = []
    var known: [String: Question] = [:]
    for file in files {
      let reader = QuestionReader(
        defaults: file.defaults, families: families, vocabularies: vocabularies, problems: problems)
      for question in file.questions.flatMap(reader.questions) {
        if let first = known[question.key] {
          problems.error(
            "duplicate-question", at: question.range, "`\(question.key)` is asked twice",
            notes: [.init("first asked here", at: first.range)])
        }
        known[question.key] = question
        questions.append(question)
      }
    }
    self.init(questions)
  }

  /// Loads `rules/codebook.yaml` and the files of `rules/codebook/`, whichever are there.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(from folder: FileTree, vocabularies: [String: [String]]) throws(Rejection) -> Codebook {
    let path = "rules/codebook"
    let names = folder.names(in: path).filter { $0.hasSuffix(".yaml") }
    var paths = names.map { "\(path)/\($0)" }
    if paths.isEmpty || folder.contains("\(path).yaml") { paths.insert("\(path).yaml", at: 0) }
    let problems = Problems()
    let nodes = paths.readInParallel(problems) { path, _ throws(Rejection) in try folder.document(path) }
    try problems.check()
    let codebook = Codebook(nodes, vocabularies: vocabularies, problems: problems)
    try problems.check()
    return codebook
  }
}

/// The parts of one file: what its questions have in common, the families that it declares, and its questions.
private struct CodebookFile {
  let defaults: Node?
  let families: [Entry]
  let questions: [Entry]

  init(_ node: Node, problems: Problems) {
    let entries = node.mapping(expecting: "the codebook", problems: problems) ?? []
    defaults = entries.first { $0.key == "defaults" }?.value
    families =
      entries.first { $0.key == "families" }?.value.mapping(expecting: "families by name", problems: problems) ?? []
    questions = entries.filter { $0.key != "defaults" && $0.key != "families" }
  }
}
