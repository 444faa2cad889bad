import Diagnostics
import Programs
import Reporting

/// Asks for the parts of an outline that were not given.
public struct OutlineDialogue {
  private let console: Console
  private let reader: OutlineReader

  /// A dialogue on a console.
  public init(_ console: Console, _ vocabulary: Vocabulary) {
    self.console = console
    reader = OutlineReader(vocabulary)
  }

  /// What was typed, completed by the answers; nil where the user stops before the end.
  public func completed(_ words: OutlineWords) -> OutlineWords? {
    var words = words
    let isStopped =
      !ask("In which state is the site?", "a name or a postal code, such as NC", \.state, &words) {
        text throws(Rejection) in
        _ = try reader.state(text)
      }
      || !ask("In what setting does it work?", \.setting, of: "setting", mayStayOpen: true, &words)
      || !ask("Which professions work there, with commas between?", \.professions, of: "profession", &words)
      || !ask("Which services shall they give, with commas between?", \.services, of: "service", &words)
      || !ask("Who pays, with commas between?", \.payers, of: "payer_kind", mayStayOpen: true, &words)
    return isStopped ? nil : words
  }

  /// Asks for words of a vocabulary, unless they were given; false where the user stops.
  private func ask(
    _ question: String, _ field: WritableKeyPath<OutlineWords, String?>, of vocabulary: String,
    mayStayOpen: Bool = false, _ words: inout OutlineWords
  ) -> Bool {
    let hint = reader.allowed(vocabulary).joined(separator: ", ") + (mayStayOpen ? "; Enter leaves it open" : "")
    return ask(question, hint, field, mayStayOpen: mayStayOpen, &words) { text throws(Rejection) in
      let chosen = try reader.words(text, vocabulary)
      guard mayStayOpen || !chosen.isEmpty else {
        throw Rejection(Diagnostic("no-words", at: nil, "at least one is needed"))
      }
    }
  }

  private func ask(
    _ question: String, _ hint: String, _ field: WritableKeyPath<OutlineWords, String?>, mayStayOpen: Bool = false,
    _ words: inout OutlineWords, check: (String) throws(Rejection) -> Void
  ) -> Bool {
    guard words[keyPath: field] == nil else { return true }
    console.write(console.style.paint(question, .bold) + "\n")
    let lines = console.style.wrapped(hint, indent: 2).map { console.style.paint($0, .faint) }
    console.write(lines.joined(separator: "\n") + "\n")
    while let text = console.ask() {
      if text.isEmpty, mayStayOpen { return true }
      do throws(Rejection) {
        try check(text)
        words[keyPath: field] = text
        return true
      } catch {
        for diagnostic in error.diagnostics { console.say(diagnostic.sentence, indent: 2) }
      }
    }
    return false
  }
}

extension Diagnostic {
  /// What is wrong, what was expected and what would mend it, in one line.
  var sentence: String { ([summary] + notes.map(\.text) + solutions.map(\.summary)).joined(separator: "; ") }
}
