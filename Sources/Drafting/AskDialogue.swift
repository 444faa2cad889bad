import Checking
import Diagnostics
import Reporting

/// Puts the questions of an interview one by one.
public struct AskDialogue {
  private let console: Console
  private let style: Style
  /// How many findings are told after an answer.
  private static let told = 4

  /// A dialogue on a console.
  public init(_ console: Console) {
    self.console = console
    style = console.style
  }

  /// Asks until nothing is left to ask, or the user stops.
  /// - Returns: the check of the program as it then stands.
  /// - Throws: `Rejection` where the file can't be written or was changed meanwhile; earlier answers are kept.
  public func run(_ interview: Interview) throws(Rejection) -> Check {
    var interview = interview
    console.say(
      interview.next == nil
        ? "Nothing is open that the program could state."
        : "Answers are written into \(interview.path) at once. Enter skips a question, ? tells why it is asked, q stops."
    )
    var number = 0
    while let asked = interview.next {
      number += 1
      put(asked, number, interview.reader)
      guard try settle(asked, &interview) else { break }
    }
    close(interview)
    return interview.check
  }

  // MARK: One question

  private func put(_ asked: Interview.Asked, _ number: Int, _ reader: AnswerReader) {
    let count = asked.ranked.findings == 1 ? "1 finding" : "\(asked.ranked.findings) findings"
    let lead = "\(number). "
    console.write("\n")
    let line = asked.place.line.map { " (line \($0))" } ?? ""
    console.say("\(asked.place.question)\(line) Bears on \(count).", indent: lead.count, lead: lead)
    let hint = style.wrapped(reader.hint(asked.place.type), indent: lead.count).map { style.paint($0, .faint) }
    console.write(hint.joined(separator: "\n") + "\n")
  }

  /// Reads answers until one fits; false where the user stops.
  private func settle(_ asked: Interview.Asked, _ interview: inout Interview) throws(Rejection) -> Bool {
    while let text = console.ask() {
      switch text {
      case "q": return false
      case "?": try explain(asked, interview)
      case "":
        interview.skip(asked)
        return true
      default:
        do throws(Rejection) {
          tell(try interview.answer(text, to: asked))
          // What a field can't settle, such as an empty list, is not asked for again.
          interview.skip(asked)
          return true
        } catch {
          guard error.diagnostics.allSatisfy(Self.isAboutAnswer) else { throw error }
          for diagnostic in error.diagnostics { console.say(diagnostic.sentence, indent: 2) }
        }
      }
    }
    return false
  }

  /// Whether an error is the answer's: it can be given again.
  private static func isAboutAnswer(_ diagnostic: Diagnostic) -> Bool {
    !["changed-file", "missing-file", "unreadable-file", "unwritable-file"].contains(diagnostic.id)
  }

  private func tell(_ change: CheckChange) {
    console.say("Written.", indent: 2)
    if !change.isEmpty { console.write(CheckChangeText(change, style: style, limit: Self.told).text) }
  }

  private func explain(_ asked: Interview.Asked, _ interview: Interview) throws(Rejection) {
    let why = WhyAskedText(asked.findings, law: try interview.law(behind: asked), style: style, limit: Self.told).text
    console.write(why)
    if let finding = asked.findings.first {
      console.write("  All of it: ambit explain \(interview.path) '\(finding.id)'\n")
    }
  }

  // MARK: The end

  private func close(_ interview: Interview) {
    let open = interview.toFindOut
    if !open.isEmpty {
      console.write("\n" + style.paint("To find out, since no line of a program states it", .bold) + "\n")
      for text in open { console.say(text, indent: 4, lead: "  ") }
    }
    console.write("\n" + CheckText(interview.check, style: style).verdicts)
  }
}
