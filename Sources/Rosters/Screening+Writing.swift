import Diagnostics
import Documents
import Programs

extension Screening {
  /// The elements of a program's `screenings` that say what was found of its practitioners. Of a possible match it is
  /// left unsaid whether it was clear, so that a check neither passes nor fails on it.
  var elements: [(ids: [String], clear: Bool?, line: String)] {
    let staff = subjects.filter(\.isPractitioner)
    var elements: [(ids: [String], clear: Bool?, line: String)] = []
    let clear = staff.filter { $0.verdict == .none }.map(\.id)
    if !clear.isEmpty {
      let comment = "\(list.name), \(list.rows) rows, SHA-256 \(list.digest.prefix(12))"
      elements.append((clear, true, line(clear, clear: true, comment)))
    }
    for subject in staff {
      guard let match = subject.matches.first(where: \.isExact) ?? subject.matches.first else { continue }
      let clear: Bool? = match.isExact ? false : nil
      let word = match.isExact ? "excluded" : "possible match, to be verified"
      elements.append(([subject.id], clear, line([subject.id], clear: clear, "\(word): \(match.exclusion.summary)")))
    }
    return elements
  }

  private func line(_ ids: [String], clear: Bool?, _ comment: String) -> String {
    let said = clear.map { ", clear: \($0)" } ?? ""
    let start = "- {of: [\(ids.joined(separator: ", "))], list: \(list.kind.rawValue), on: \(day)\(said)}"
    return "\(start)  # \(comment.withoutRefusedCharacters)"
  }

  /// The text of the program file with what was found, without what it says already; read once more so that nothing is
  /// written that does not load.
  /// - Throws: `Rejection` where the file's screenings are not written one a line.
  public func text(of file: ExtensibleProgram, named name: String, vocabulary: Vocabulary) throws(Rejection) -> String {
    let program = file.program
    let stated = program.parts("screenings", of: program.root)
    let fresh = elements.filter { element in
      !stated.contains { part in
        part.word("list") == list.kind.rawValue && part.date("on") == PartialDate(day)
          && part.values["clear"]?.value == element.clear.map(Stated.bool)
          && Set(program.parts("of", of: part).map(\.label)) == Set(element.ids)
      }
    }
    guard !fresh.isEmpty else { return file.text }
    let text = try file.adding(fresh.map { [$0.line] }, to: "screenings")
    _ = try ExtensibleProgram(SourceText(name: name, text: text), vocabulary: vocabulary)
    return text
  }
}

extension Exclusion {
  /// `RIVERA, ANA, 1128a1 from 2019-04-18`.
  public var summary: String {
    let parts = [name, [kind, from.map { "from \($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")]
    let waiver = waived.map { ["waived for \($0.isEmpty ? "a state" : $0)"] } ?? []
    return (parts + waiver).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
