import Diagnostics
import Documents

extension LawBook {
  /// Loads the files `states/<code>.yaml` of a data folder, for the codes that have one.
  /// - Throws: `Rejection` with all errors of all files.
  public static func load(
    codes: [String], from folder: FileTree, codebook: Codebook
  ) throws(Rejection) -> LawBook {
    let problems = Problems()
    var jurisdictions: [Jurisdiction] = []
    for code in codes {
      let path = "states/\(code.lowercased()).yaml"
      guard folder.contains(path) else { continue }
      do throws(Rejection) {
        let node = try folder.document(path)
        if let jurisdiction = Jurisdiction(node, codebook: codebook, problems: problems) {
          check(jurisdiction, isCalled: code, in: node, problems)
          jurisdictions.append(jurisdiction)
        }
      } catch {
        error.diagnostics.forEach(problems.report)
      }
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
