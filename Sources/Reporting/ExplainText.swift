import Checking
import Circuits
import Diagnostics
import Rules

/// A finding as a tree: what its rule asks, each part with its truth and the facts behind it.
public struct ExplainText {
  private let explained: ExplainedFinding
  private let options: Check.Options
  private let style: Style

  /// The tree of a finding of a check with these options.
  public init(_ explained: ExplainedFinding, _ options: Check.Options, style: Style) {
    self.explained = explained
    self.options = options
    self.style = style
  }

  /// The whole page.
  public var text: String {
    let finding = explained.finding
    var blocks = [head, FindingText(options, style: style).lines(finding)]
    blocks.append(section("The rule binds", explained.applies.flatMap { lines($0, 2) }))
    for exception in explained.exceptions {
      blocks.append(section("The rule \(exception.rule) takes its place", lines(exception.part, 2)))
    }
    blocks.append(section(asks(explained.join), alternatives(explained.alternatives, 2)))
    blocks += explained.routes.map(route)
    blocks.append(style.wrapped(Footer.text, indent: 0))
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    style.wrapped(explained.finding.id, indent: 2, lead: "")
      + style.wrapped(
        [explained.finding.title, "on \(explained.day)", options.knowledge, options.trust]
          .compactMap { $0 }.joined(separator: " · "), indent: 0)
  }

  private func section(_ title: String, _ lines: [String]) -> [String] { [style.paint(title, .bold)] + lines }

  private func asks(_ join: Requirement.Join) -> String {
    switch join {
    case .that: "It asks for"
    case .any: "It asks for one of"
    case .all: "It asks for all of"
    }
  }

  // MARK: Alternatives and pathways

  private func alternatives(_ alternatives: [ExplainedFinding.Alternative], _ indent: Int) -> [String] {
    alternatives.flatMap { alternative -> [String] in
      guard !alternative.name.isEmpty else { return lines(alternative.part, indent) }
      return line(alternative.part, alternative.name, indent, isBold: true) + lines(alternative.part, indent + 2)
    }
  }

  private func route(_ route: ExplainedFinding.Route) -> [String] {
    let title = "Pathway \(route.finding.pathway), \(route.finding.state.verb): \(route.finding.title)"
    var all = style.wrapped(title, indent: 2, lead: "").map { style.paint($0, .bold) }
    all += ["  it is open"] + lines(route.available, 4)
    all += ["  it is taken"] + lines(route.chosen, 4)
    for asked in route.asked {
      all.append("  it asks: \(asked.id)")
      if let when = asked.when { all += ["    where"] + lines(when, 6) }
      all += alternatives(asked.alternatives, 4)
    }
    return all
  }

  // MARK: Parts

  private func lines(_ part: ExplainedFinding.Part, _ indent: Int) -> [String] {
    switch part.kind {
    case .all, .any:
      return line(part, part.kind == .all ? "all of" : "one of", indent)
        + part.shownParts.flatMap { lines($0, indent + 2) }
    case .element:
      // Its parts are those of the test that it is put to.
      let parts = part.parts.flatMap { $0.kind == .all ? $0.shownParts : [$0] }
      return line(part, part.text, indent) + parts.flatMap { lines($0, indent + 2) }
    case .comparison, .not, .exists, .every, .definition:
      let text = part.values.map { "\(part.text)  (\($0))" } ?? part.text
      return line(part, text, indent) + facts(part, indent + 2) + part.parts.flatMap { lines($0, indent + 2) }
    }
  }

  private func line(
    _ part: ExplainedFinding.Part, _ text: String, _ indent: Int, isBold: Bool = false
  ) -> [String] {
    let margin = String(repeating: " ", count: min(indent, style.width / 2))
    let mark = part.truthInWords
    let lines = style.wrapped(text, indent: margin.count + 2, lead: "\(margin)\(mark)  ")
    guard let first = lines.first else { return [] }
    let rest = String(first.dropFirst(margin.count + mark.count))
    return ["\(margin)\(style.paint(mark, part.color))\(isBold ? style.paint(rest, .bold) : rest)"] + lines.dropFirst()
  }

  private func facts(_ part: ExplainedFinding.Part, _ indent: Int) -> [String] {
    let indent = min(indent + 2, style.width / 2)
    return part.facts.flatMap { fact -> [String] in
      let place = fact.isLaw ? fact.range.map { " (\($0.place))" } ?? "" : ""
      var lines = style.wrapped(FindingText.sentence(fact) + place, indent: indent + 2, lead: blanks(indent))
      if let cite = fact.cite {
        let provenance = fact.source.map { " (\($0.provenance))" } ?? ""
        lines += style.wrapped(cite + provenance, indent: indent + 2)
      }
      if let note = fact.note { lines += style.wrapped(note, indent: indent + 2) }
      return lines.map { style.paint($0, .faint) }
    } + part.questions.flatMap { style.wrapped("ask: \($0.text)", indent: indent + 2, lead: blanks(indent)) }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension ExplainedFinding.Part {
  /// Where all parts are asked for and some fail, those that fail; otherwise all.
  fileprivate var shownParts: [ExplainedFinding.Part] {
    guard kind == .all, all == .no else { return parts }
    return parts.filter { $0.all == .no || $0.verified == .no }
  }

  /// The truth in both lanes, in a word or two.
  var truthInWords: String {
    switch (all, verified) {
    case (.yes, .yes): "yes"
    case (.no, _), (_, .no): all == verified ? "no" : "no, recalled"
    case (.yes, .unknown): "yes, recalled"
    default: "unknown"
    }
  }

  fileprivate var color: Style.Color {
    switch (all, verified) {
    case (.yes, .yes): .green
    case (.no, _), (_, .no): .red
    case (.yes, .unknown): .cyan
    default: .yellow
    }
  }
}
