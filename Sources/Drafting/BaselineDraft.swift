import Checking
import Diagnostics
import Documents

/// A file of accepted findings to which those of a check are added. Whoever accepts a finding says why, answers for it,
/// and for how long: what of this nobody has said stays empty, and `Baseline` refuses the file until it is filled in.
public struct BaselineDraft: Sendable {
  /// What is said of each finding that is added, as far as it is.
  public struct Terms: Sendable {
    private let reason: String?
    private let owner: String?
    private let until: Day?

    /// Terms as far as they are said.
    public init(reason: String? = nil, owner: String? = nil, until: Day? = nil) {
      self.reason = reason
      self.owner = owner
      self.until = until
    }

    /// The keys that are left to be filled in.
    var open: [String] {
      [(reason == nil, "reason"), (owner == nil, "owner"), (until == nil, "until")].filter(\.0).map(\.1)
    }

    var lines: [String] {
      [
        "  reason:" + (reason.map { " \(FlowText.quoted($0))" } ?? ""),
        "  owner:" + (owner.map { " \(FlowText.quoted($0))" } ?? ""), "  until:" + (until.map { " \($0)" } ?? ""),
      ]
    }
  }

  /// The text of the file with the findings added.
  public let text: String
  /// How many were added.
  public let added: Int
  /// How many findings of the check the file names already, which stay as they are.
  public let kept: Int
  private let name: String
  private let terms: Terms

  /// Adds the findings that ask for something to be done to a file; nil where there is none yet.
  /// - Throws: `Rejection` where the file is no baseline, but for what is not filled in, or does not list one finding
  ///   after another in lines of their own.
  public init(_ findings: [Finding], to file: SourceText?, named name: String, terms: Terms) throws(Rejection) {
    let known = try file.map { source throws(Rejection) in try Self.findings(in: source) } ?? []
    let open = findings.filter(\.needsAttention)
    let fresh = open.filter { !known.contains($0.id) }
    let document = try ExtensibleDocument(file ?? SourceText(name: name, text: "accepted: []\n"))
    text = fresh.isEmpty ? document.text : try document.adding(fresh.map { Self.lines($0, terms) }, to: "accepted")
    (added, kept) = (fresh.count, open.count - fresh.count)
    self.name = name
    self.terms = terms
    // Nothing is written that would not be read.
    guard try Self.findings(in: SourceText(name: name, text: text)) == known.union(fresh.map(\.id)) else {
      throw Rejection(Diagnostic("unlisted-values", at: nil, "`\(name)` can't be added to as it is written"))
    }
  }

  /// What was done, and what is left to do.
  public var summary: String {
    let counts = "\(name): \(added) findings added, \(kept) kept as they are"
    guard added > 0, !terms.open.isEmpty else { return "\(counts).\n" }
    let keys = terms.open.map { "`\($0)`" }.joined(separator: ", ")
    return "\(counts). Fill in \(keys) of each: until then --baseline refuses the file.\n"
  }

  private static func lines(_ finding: Finding, _ terms: Terms) -> [String] {
    let comment = "# \(finding.outcome.word), \(finding.consequence.rawValue): \(finding.message)"
    return [comment.withoutRefusedCharacters, "- finding: \(FlowText.quoted(finding.id))"] + terms.lines
  }

  /// The ids that a file names, whatever else of it is still to be filled in.
  private static func findings(in source: SourceText) throws(Rejection) -> Set<String> {
    let problems = Problems()
    let fields = Fields(try YAMLReader.read(source), TestShapes.baseline, problems: problems)
    let nodes = fields?.required("accepted")?.list(of: "accepted findings", problems: problems) ?? []
    let ids = nodes.compactMap { node in
      Fields(node, TestShapes.accepted, problems: problems)?.required("finding")?
        .text("the id of a finding", problems: problems)
    }
    try problems.check()
    return Set(ids)
  }
}
