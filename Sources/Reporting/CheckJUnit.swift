import Checking
import Circuits
import Rules

/// A check in the XML of JUnit, which servers of continuous integration read: a suite for each rule, a case for each
/// finding. A gap is a failure; what is unknown, unverified or hangs on a hire is skipped, with the reason, since it
/// is no pass.
public struct CheckJUnit {
  private let check: Check

  /// The report of a check; what does not apply is no case.
  public init(_ check: Check) { self.check = check }

  /// A case of a suite.
  private struct Case {
    let suite: String
    let name: String
    let subject: String
    let place: String
    let result: Result
  }

  private enum Result {
    case passed
    case skipped(String)
    case failed(kind: String, message: String, details: String)
  }

  /// The whole document.
  public var text: String {
    let cases =
      check.findings.filter(\.applies).map(Self.case) + check.accepted.map(Self.case)
      + check.unansweredPlaces.map(Self.case)
    let suites = Dictionary(grouping: cases, by: \.suite).sorted { $0.key < $1.key }
    let head = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(attributes(check.program.name, cases))>"]
    let lines = head + suites.flatMap { suite($0.key, $0.value) } + ["</testsuites>"]
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Cases

  private static func `case`(_ finding: Finding) -> Case {
    Case(
      suite: finding.rule, name: finding.name, subject: finding.subject.id, place: finding.subject.range.place,
      result: result(finding))
  }

  private static func `case`(_ accepted: AcceptedFinding) -> Case {
    let finding = accepted.finding
    return Case(
      suite: finding.rule, name: finding.name, subject: finding.subject.id, place: finding.subject.range.place,
      result: .skipped("\(finding.headline), \(accepted.justification)"))
  }

  private static func `case`(_ unanswered: Unanswered) -> Case {
    Case(
      suite: CheckAnnotation.unanswered, name: CheckAnnotation.unanswered, subject: unanswered.text,
      place: unanswered.range.place, result: .skipped("NO RULE ANSWERS: \(unanswered.text)"))
  }

  private static func result(_ finding: Finding) -> Result {
    switch finding.outcome {
    case .gap:
      let details = finding.points.map { $0.text + ($0.address.map { " \($0)" } ?? "") }
      return .failed(
        kind: finding.consequence.rawValue, message: finding.message, details: details.joined(separator: "\n"))
    case .unknown, .unverified, .conditional: return .skipped("\(finding.headline): \(finding.message)")
    case .met, .metBy, .notApplicable: return .passed
    }
  }

  // MARK: Elements

  private func suite(_ name: String, _ cases: [Case]) -> [String] {
    ["  <testsuite \(attributes(name, cases))>"] + cases.flatMap(element) + ["  </testsuite>"]
  }

  private func element(_ each: Case) -> [String] {
    let head = "<testcase classname=\(quoted(each.name)) name=\(quoted("\(each.subject) (\(each.place))")) time=\"0\""
    switch each.result {
    case .passed: return ["    \(head)/>"]
    case .skipped(let message):
      return ["    \(head)>", "      <skipped message=\(quoted(message))/>", "    </testcase>"]
    case .failed(let kind, let message, let details):
      let lines = details.split(separator: "\n").map { SafeHTML.escaped(String($0)) }.joined(separator: "\n")
      return [
        "    \(head)>", "      <failure type=\(quoted(kind)) message=\(quoted(message))>\(lines)</failure>",
        "    </testcase>",
      ]
    }
  }

  private func attributes(_ name: String, _ cases: [Case]) -> String {
    let failures = cases.count { if case .failed = $0.result { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.result { true } else { false } }
    return "name=\(quoted(name)) tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
  }

  private func quoted(_ text: String) -> String { "\"\(SafeHTML.escaped(text))\"" }
}
