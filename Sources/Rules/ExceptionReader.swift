import Diagnostics
import Documents
import Law

/// Reads the part of a rule that says which other rule it excepts from, where and when.
struct ExceptionReader {
  let problems: Problems

  /// The exception of a rule; nil where it is none.
  func read(_ fields: Fields) -> RuleException? {
    guard let target = fields["excepts"] else {
      for key in ["in", "over"] where fields[key] != nil {
        problems.error("exception", at: fields.entry(key)?.keyRange, "`\(key)` goes with `excepts`")
      }
      return nil
    }
    guard let text = target.text("the id of a rule", problems: problems) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    let place = fields["in"].flatMap {
      Fields($0, RuleShapes.reach, problems: problems)
    }
    let states = place?["states"]?.list(of: "states", problems: problems) ?? []
    let over = fields["over"]?.list(of: "ids of rules", problems: problems) ?? []
    return RuleException(
      rule: parts.first ?? "", requirement: parts.count > 1 ? parts[1] : nil,
      states: states.compactMap { $0.word("state", of: States.codes, problems: problems) },
      from: place?["from"]?.day("`from`", problems: problems), to: place?["to"]?.day("`to`", problems: problems),
      over: over.compactMap { $0.text("the id of a rule", problems: problems) }, range: target.range)
  }
}
