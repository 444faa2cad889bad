import Diagnostics
import Documents
import Rules

/// Rules and pathways as a person reads them.
public struct RuleText: Sendable {
  private let rules: Rulebook
  private let style: Style

  /// The rules of a rulebook, in a style.
  public init(_ rules: Rulebook, style: Style) {
    self.rules = rules
    self.style = style
  }

  /// A line or two for each rule, then for each pathway.
  public var list: String {
    let pathways = rules.pathways.values.sorted { $0.id < $1.id }
    let width = (rules.rules.map(\.id) + pathways.map(\.id)).map(\.columns).max() ?? 0
    var lines = [style.paint("\(rules.rules.count) rules", .bold)]
    for rule in rules.rules { lines += line(rule.id, "\(rule.title) (\(rule.consequence.rawValue.spaced))", width) }
    lines += ["", style.paint("\(pathways.count) pathways", .bold)]
    for pathway in pathways { lines += line(pathway.id, "\(pathway.title) (\(pathway.kind.spaced))", width) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ id: String, _ text: String, _ width: Int) -> [String] {
    style.wrapped(text, indent: width + 4, lead: "  " + id.padded(to: width) + "  ")
  }

  /// All that a rule or pathway says.
  /// - Throws: `Rejection` with the nearest id, where there is none of this name.
  public func page(_ id: String) throws(Rejection) -> String {
    if let rule = rules.rule(id) { return page(rule).joined(separator: "\n") + "\n" }
    if let pathway = rules.pathways[id] { return page(pathway).joined(separator: "\n") + "\n" }
    let known = rules.rules.map(\.id) + rules.pathways.keys
    throw Rejection(.unknownWord(id, at: nil, id: "unknown-rule", kind: "rule or pathway", allowed: known))
  }

  // MARK: Pages

  private func page(_ rule: Rule) -> [String] {
    head(rule.id, rule.title)
      + entry("concerns", rule.concern.rawValue)
      + entry("barrier", rule.barrier.rawValue)
      + entry("a gap is", rule.consequence.rawValue.spaced)
      + entry("applies", rule.applies.text)
      + rule.requirements.flatMap(requirement)
      + keys(rule.keys)
      + (rule.cite.isEmpty ? [] : entry("law", rule.cite.joined(separator: "; ")))
      + entry("file", rule.range.place)
  }

  private func page(_ pathway: Pathway) -> [String] {
    let effort = "\(pathway.effort.weeks) weeks, \(pathway.effort.costUSD) USD (a planning assumption)"
    return head(pathway.id, pathway.title)
      + entry("concerns", pathway.concern.rawValue)
      + entry("kind", pathway.kind.spaced)
      + entry("cures", pathway.cures.map(\.rawValue.spaced).joined(separator: ", "))
      + entry("chosen", pathway.chosen.text)
      + entry("available", pathway.available.text)
      + pathway.requirements.flatMap(requirement)
      + keys(pathway.keys)
      + entry("effort", effort)
      + entry("law", pathway.cite.joined(separator: "; "))
      + entry("file", pathway.range.place)
  }

  private func head(_ id: String, _ title: String) -> [String] {
    [style.paint(id, .bold)] + style.wrapped(title, indent: 2) + [""]
  }

  private func requirement(_ requirement: Requirement) -> [String] {
    var lines = ["", "  " + style.paint(requirement.id, .bold)]
    if let when = requirement.when { lines += entry("when", when.text) }
    for (index, alternative) in requirement.alternatives.enumerated() {
      let word = requirement.join == .that ? "that" : index == 0 ? requirement.join.rawValue : ""
      let name = alternative.name.isEmpty ? "" : "\(alternative.name): "
      lines += entry(word, name + alternative.formula.text)
    }
    if !requirement.pathways.isEmpty { lines += entry("pathways", requirement.pathways.joined(separator: ", ")) }
    return lines
  }

  private func keys(_ keys: [String]) -> [String] {
    guard !keys.isEmpty else { return [] }
    return [""]
      + keys.enumerated().flatMap { index, key in
        entry(index == 0 ? "reads" : "", "\(key): \(rules.codebook.questions[key]?.text ?? "")")
      }
  }

  private func entry(_ word: String, _ text: String) -> [String] {
    style.wrapped(text, indent: 14, lead: "  " + word.padded(to: 12))
  }
}
