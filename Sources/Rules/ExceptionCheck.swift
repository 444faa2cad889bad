import Diagnostics

/// Checks that exceptions name rules that there are, concern what those concern, and do not go in circles.
struct ExceptionCheck {
  let rules: [Rule]
  let problems: Problems

  func run() {
    for rule in rules {
      guard let exception = rule.exception else { continue }
      check(rule, exception)
      if isCircular(rule) {
        problems.error("circular-exception", at: exception.range, "the exceptions of `\(rule.id)` go in a circle")
      }
    }
  }

  private func check(_ rule: Rule, _ exception: RuleException) {
    guard let target = rules.first(where: { $0.id == exception.rule }) else {
      problems.report(
        .unknownWord(
          exception.rule, at: exception.range, id: "unknown-rule", kind: "rule", allowed: rules.map(\.id)))
      return
    }
    if !target.concern.covers(rule.concern) {
      problems.error(
        "exception-concern", at: exception.range,
        "`\(rule.id)` concerns a \(rule.concern.rawValue), which a \(target.concern.rawValue) does not cover")
    }
    let ids = target.requirements.map(\.id)
    if let requirement = exception.requirement, !ids.contains(requirement) {
      problems.report(
        .unknownWord(
          requirement, at: exception.range, id: "unknown-requirement", kind: "requirement of \(target.id)", allowed: ids
        ))
    }
    for id in exception.over where !rules.contains(where: { $0.id == id && $0.exception?.rule == exception.rule }) {
      problems.error("exception-order", at: exception.range, "`\(id)` is no other exception of `\(exception.rule)`")
    }
  }

  private func isCircular(_ rule: Rule) -> Bool {
    var seen: Set<String> = [rule.id]
    var next = rule.exception?.rule
    while let id = next {
      guard seen.insert(id).inserted else { return true }
      next = rules.first { $0.id == id }?.exception?.rule
    }
    return false
  }
}
