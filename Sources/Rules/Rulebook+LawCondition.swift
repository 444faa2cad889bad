import CEL
import Diagnostics
import Law
import Programs

extension Rulebook {
  /// Parses and types a condition over the law of one jurisdiction, as comparisons ask it. It may read `law`,
  /// `federal`, `on`, `as_of` and the law of other states, and no part of a program.
  /// - Throws: `Rejection` with ranges in `source`.
  public func lawCondition(_ source: SourceText) throws(Rejection) -> Formula {
    var environment = scope.environment(definitions: definitions, subject: nil)
    // A part of a program is no name here: left in, its type would be taken for a value.
    for shape in ProgramShapes.all.keys { environment.records[shape] = nil }
    environment.variables = ["law": Types.law, "federal": Types.federal, "on": Types.date, "as_of": Types.date]
    do throws(Rejection) {
      return try Formula(try Parser.parse(source), in: source, environment)
    } catch {
      let notes = testsOverSubjects(namedIn: source)
      throw Rejection(error.diagnostics.map { $0.adding(notes) })
    }
  }

  /// Keys whose answer is a test over a subject can't be asked where there is no subject: that is said, since typing
  /// alone would call such a key unknown.
  private func testsOverSubjects(namedIn source: SourceText) -> [Diagnostic.Note] {
    let text = source.text(in: 0..<source.bytes.count)
    return codebook.keys(of: .state).compactMap { key in
      guard case .condition(let subject)? = codebook.questions[key]?.type, text.contains("law.\(key)") else {
        return nil
      }
      return .init("the answer to `\(key)` is a test over a \(subject), which a comparison of law does not have")
    }
  }
}

extension Diagnostic {
  fileprivate func adding(_ more: [Note]) -> Diagnostic {
    Diagnostic(id, severity: severity, at: range, summary, notes: notes + more, solutions: solutions)
  }
}
