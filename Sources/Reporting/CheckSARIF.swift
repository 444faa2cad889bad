import Checking
import Law
import Rules

/// A check in SARIF 2.1.0, for code hosts: each gap and each doubt at its subject's place in the program file.
///
/// A doubt is a result that fails, as a warning: SARIF's `review` must have the level `none`, which hosts do not show.
public struct CheckSARIF {
  private let check: Check
  private let root: String

  /// The log of a check; paths below the folder `root` are written from there.
  public init(_ check: Check, below root: String) {
    self.check = check
    self.root = root
  }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String { get throws { try JSONForm.text(SARIFForm(rules, results)) } }

  private var results: [SARIFForm.Result] {
    CheckAnnotation.all(of: check).map { result($0) }
      + check.accepted.map { result(CheckAnnotation($0.finding), accepted: $0.justification) }
  }

  private func result(_ annotation: CheckAnnotation, accepted: String? = nil) -> SARIFForm.Result {
    SARIFForm.Result(
      ruleId: annotation.rule, level: annotation.level.rawValue,
      message: .init(text: "\(annotation.headline): \(annotation.text)"),
      locations: [.init(annotation.range, below: root)], partialFingerprints: ["ambitFinding/v1": annotation.id],
      suppressions: accepted.map { [.init(justification: $0)] })
  }

  // MARK: Rules

  /// A rule for each requirement that has results, with the law that its findings rest on.
  private var rules: [SARIFForm.Rule] {
    let listed = check.findings.filter { $0.needsAttention || $0.outcome == .conditional }
    let shown = listed + check.accepted.map(\.finding)
    let byName = Dictionary(grouping: shown, by: \.name).sorted { $0.key < $1.key }
    let unanswered =
      check.unansweredPlaces.isEmpty
      ? []
      : [
        SARIFForm.Rule(
          id: CheckAnnotation.unanswered, shortDescription: .init(text: "No rule here answers for a service line"))
      ]
    return byName.map { rule($0.key, $0.value) } + unanswered
  }

  private func rule(_ name: String, _ findings: [Finding]) -> SARIFForm.Rule {
    let title = findings[0].title
    let law = Self.law(findings)
    var page = MarkdownForm()
    page.paragraph(title)
    page.list(law)
    page.paragraph(Footer.text)
    let lines = [title] + law.map { $0.text + ($0.address.map { " \($0)" } ?? "") } + [Footer.text]
    return SARIFForm.Rule(
      id: name, shortDescription: .init(text: title),
      help: .init(text: lines.joined(separator: "\n"), markdown: page.text))
  }

  /// Citations with how well they were read, each once.
  private static func law(_ findings: [Finding]) -> [(text: String, address: String?)] {
    var seen: Set<String> = []
    let facts = findings.flatMap(\.reasons).compactMap { reason in
      reason.cite.map { (text: "\($0) (\(reason.provenance))", address: reason.source?.url) }
    }
    let cited = findings.flatMap(\.cite).map { (text: $0, address: String?.none) }
    return (facts + cited).filter { seen.insert($0.text).inserted }
  }
}

extension Reason {
  /// How well the law was read, and up to which day.
  fileprivate var provenance: String { source?.provenance ?? basis?.rawValue ?? "" }
}
