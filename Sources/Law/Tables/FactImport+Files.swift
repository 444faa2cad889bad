import Diagnostics
import Documents

extension FactImport {
  /// The texts of the files that get additions, by their path in the data folder. Each is read once more, so that
  /// nothing is written that could not be loaded.
  /// - Parameters:
  ///   - root: the data folder on disk.
  ///   - day: the day on which rows without a day of their own were read.
  /// - Throws: `Rejection` for a file that can't be read, or a row whose source can't be named.
  public func texts(in root: String, codebook: Codebook, day: Day) throws(Rejection) -> [(path: String, text: String)] {
    var texts: [(path: String, text: String)] = []
    for (code, facts) in additions.sorted(by: { $0.key < $1.key }) {
      let path = "states/\(code.lowercased()).yaml"
      let text: String
      if fileExists(at: "\(root)/\(path)") {
        let file = try FactFile(loadSource(at: "\(root)/\(path)", named: path), codebook: codebook)
        text = try file.adding(facts, day: day)
      } else {
        text = try FactFile.text(of: facts, code: code, name: States.names[code] ?? code, day: day)
      }
      _ = try FactFile(SourceText(name: path, text: text), codebook: codebook)
      texts.append((path, text))
    }
    return texts
  }
}
