import Diagnostics
import Documents

extension LawBook {
  /// Loads the files `states/<code>.yaml` of a data folder, for the codes that have one.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(
    codes: [String], from folder: FileTree, codebook: Codebook
  ) throws(Rejection) -> LawBook {
    let problems = Problems()
    let jurisdictions = codes.readInParallel(problems) { code, problems throws(Rejection) -> Jurisdiction? in
      let path = "states/\(code.lowercased()).yaml"
      guard folder.contains(path) else { return nil }
      let node = try folder.document(path)
      guard let jurisdiction = Jurisdiction(node, codebook: codebook, problems: problems) else { return nil }
      check(jurisdiction, isCalled: code, in: node, problems)
      return jurisdiction
    }
    try problems.check()
    return LawBook(codebook: codebook, jurisdictions: jurisdictions)
  }

  private static func check(
    _ jurisdiction: Jurisdiction, isCalled code: String, in node: Node, _ problems: Problems
  ) {
    guard jurisdiction.code != code else { return }
    problems.error(
      "wrong-jurisdiction", at: node.range, "the file is named after \(code), but speaks of \(jurisdiction.code)")
  }
}

extension LawBook {
  /// Loads one jurisdiction by its code, which must be one that there can be and have a file.
  /// - Throws: `Rejection` for an unknown code, a missing file, or with all errors of the file.
  public static func load(
    jurisdiction code: String, from folder: FileTree, codebook: Codebook
  ) throws(Rejection) -> LawBook {
    let codes = Jurisdiction.codes
    guard codes.contains(code) else {
      throw Rejection(
        .unknownWord(code, at: nil, id: "unknown-jurisdiction", kind: "jurisdiction", allowed: codes))
    }
    let book = try load(codes: [code], from: folder, codebook: codebook)
    if book.jurisdictions[code] == nil {
      let name = States.names[code] ?? code
      throw Rejection(Diagnostic("not-coded", at: nil, "the law of \(name) is not coded in `\(folder.name)/states`"))
    }
    return book
  }
}

extension Codebook {
  /// The question of a key, which must be one that this jurisdiction's law can answer.
  /// - Throws: `Rejection` with the nearest right spelling.
  @discardableResult
  public func require(_ key: String, of code: String) throws(Rejection) -> Question {
    let level: Level = Jurisdiction.level(of: code)
    if let question = questions[key], question.level == level { return question }
    throw Rejection(
      .unknownWord(
        key, at: nil, id: "unknown-key", kind: "\(level.rawValue) key of the codebook", allowed: keys(of: level)))
  }
}
