import Checking
import Law
import Programs
import Rules

/// A program moved to several states, in a form that other programs read: `ambit.states` version 1.
public struct TransplantJSON {
  private let transplant: Transplant

  /// The form of a transplant.
  public init(_ transplant: Transplant) { self.transplant = transplant }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String {
    get throws {
      let options = transplant.options
      return try JSONForm.text(
        Page(
          program: transplant.program.name, from: options.from.description, to: options.to.description,
          asKnownOn: options.asKnownOn?.description,
          trust: options.trustsRecalled ? "recalled" : "verified",
          home: transplant.program.siteStates,
          moved: Belonging.allCases.filter { !transplant.kept.contains($0) }.map(\.rawValue),
          kept: Belonging.allCases.filter(transplant.kept.contains).map(\.rawValue),
          states: transplant.places.map(Page.State.init), notice: Footer.text))
    }
  }

  private struct Page: Encodable {
    let format = "ambit.states"
    let version = 1
    let program: String
    let from: String
    let to: String
    /// The day whose knowledge of the law counts; left out for today's.
    let asKnownOn: String?
    let trust: String
    let home: [String]
    let moved: [String]
    let kept: [String]
    let states: [State]
    let notice: String

    struct State: Encodable {
      let state: String
      let isCoded: Bool
      let lines: [Line]

      init(_ place: Transplant.Place) {
        state = place.state
        isCoded = place.isCoded
        lines = place.lines.map(Line.init)
      }
    }

    struct Line: Encodable {
      let line: String
      let verdict: String
      let lawful: String
      let paid: String
      let law: [Law]

      init(_ line: Transplant.Line) {
        self.line = line.id
        verdict = line.verdict.word
        lawful = line.lawful.word
        paid = line.paidWord
        law = line.law.map(Law.init)
      }
    }

    struct Law: Encodable {
      let effect: String
      let jurisdiction: String
      let key: String?
      let value: String?
      let cite: String?

      init(_ law: DecisiveLaw) {
        effect = law.effect.rawValue
        jurisdiction = law.jurisdiction
        key = law.key
        value = law.value
        cite = law.cite
      }
    }
  }
}

/// A program moved to several states as CSV: a row for each state and line.
public struct TransplantCSV {
  /// The whole table.
  public let text: String

  /// The table of a transplant; raw, without the apostrophe before what spreadsheets take for formulas.
  public init(_ transplant: Transplant, isRaw: Bool = false) {
    var table = CSVForm(
      columns: ["state", "line", "verdict", "lawful", "paid", "blocked_by", "missing", "unverified"], isRaw: isRaw)
    for place in transplant.places {
      for line in place.lines {
        func law(_ effect: DecisiveLaw.Effect) -> String {
          line.law.filter { $0.effect == effect }.map(Self.words).joined(separator: "; ")
        }
        table.add([
          place.state, line.id, line.verdict.word, line.lawful.word, line.paidWord, law(.blocks), law(.missing),
          law(.unverified),
        ])
      }
    }
    text = table.text
  }

  private static func words(_ law: DecisiveLaw) -> String {
    let key = law.key.map { key in law.value.map { "\(key) = \($0)" } ?? key }
    return [key, law.cite].compactMap { $0 }.joined(separator: ", ")
  }
}

/// A program moved to several states as Markdown.
public struct TransplantMarkdown {
  /// The whole page.
  public let text: String

  /// The page of a transplant.
  public init(_ transplant: Transplant) {
    var page = MarkdownForm()
    page.heading(1, transplant.program.name)
    page.paragraph(transplant.facts.joined(separator: " · "))
    page.paragraph(transplant.assumption)
    page.table(
      ["State"] + transplant.lineNames,
      transplant.places.map { [.text($0.state)] + $0.lines.map { .text($0.verdict.word) } })
    page.paragraph(TransplantWords.legend)
    page.heading(2, "Law")
    page.table(
      ["State", "Law", "Lines"],
      transplant.places.flatMap { place -> [[MarkdownForm.Cell]] in
        guard place.isCoded else { return [[.text(place.state), .text("none of its law is coded"), .text("")]] }
        return place.decisive.map { law, lines in
          [.text(place.state), .text(law.sentence), .text(lines.joined(separator: ", "))]
        }
      })
    page.paragraph(transplant.summary)
    page.paragraph(Footer.text)
    text = page.text
  }
}
