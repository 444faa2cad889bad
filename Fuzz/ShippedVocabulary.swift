import Diagnostics
import Documents
import Programs

/// The vocabulary of `rules/`, for the targets that read programs.
let vocabulary = {
  let folder = FileTree.disk(".")
  var lists: [String: [Word]] = [:]
  for name in folder.names(in: "rules/vocabulary") {
    guard let node = try? folder.document("rules/vocabulary/\(name)"),
      let (list, words) = Vocabulary.read(node, problems: Problems())
    else { preconditionFailure("no vocabulary in \(name)") }
    lists[list] = words
  }
  return Vocabulary(lists)
}()
