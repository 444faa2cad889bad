import Diagnostics
import Law

extension LintReport {
  /// In a form that other programs read, `ambit.lint` version 1.
  /// - Throws: what the encoder throws.
  public var json: String {
    get throws {
      try JSONForm.text(
        LintForm(
          on: day.description, coverage: coverage.map(LintForm.Coverage.init),
          findings: findings.map(LintForm.Entry.init)))
    }
  }

  /// In SARIF 2.1.0, which code hosts show beside the lines.
  /// - Throws: what the encoder throws.
  public var sarif: String {
    get throws { try JSONForm.text(LintSARIF(findings)) }
  }
}

/// The shape of `ambit.lint` version 1.
private struct LintForm: Encodable {
  let format = "ambit.lint"
  let version = 1
  let on: String
  let coverage: [Coverage]
  let findings: [Entry]

  struct Coverage: Encodable {
    let jurisdiction: String
    let asked, primary, secondary, recalled, unknown, vague: Int

    init(_ entry: (code: String, coverage: LawCoverage)) {
      jurisdiction = entry.code
      asked = entry.coverage.asked
      primary = entry.coverage.primary
      secondary = entry.coverage.secondary
      recalled = entry.coverage.recalled
      unknown = entry.coverage.unknown
      vague = entry.coverage.vague
    }
  }

  struct Entry: Encodable {
    let kind: String
    let severity: String
    let jurisdiction: String?
    let key: String?
    let message: String
    let file: String?
    let line: Int?
    let column: Int?

    init(_ finding: LawFinding) {
      kind = finding.kind.rawValue
      severity = finding.kind.severity.rawValue
      jurisdiction = finding.jurisdiction
      key = finding.key
      message = finding.message
      file = finding.range?.source.name
      line = finding.range?.start.line
      column = finding.range?.start.column
    }
  }
}

/// The part of SARIF that findings need.
private struct LintSARIF: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ findings: [LawFinding]) {
    let rules = LawFinding.Kind.allCases.map { Rule(id: $0.rawValue, shortDescription: Text(text: $0.meaning)) }
    runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: findings.map(Result.init))]
  }

  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    let columnKind = "unicodeCodePoints"
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name = "ambit"
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
  }

  struct Text: Encodable { let text: String }

  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]

    init(_ finding: LawFinding) {
      ruleId = finding.kind.rawValue
      level = finding.kind.severity.rawValue
      message = Text(text: finding.message)
      locations = finding.range.map { [Location(physicalLocation: Place($0))] } ?? []
    }
  }

  struct Location: Encodable { let physicalLocation: Place }

  struct Place: Encodable {
    let artifactLocation: Artifact
    let region: Region

    init(_ range: SourceRange) {
      artifactLocation = Artifact(uri: range.source.name)
      region = Region(
        startLine: range.start.line, startColumn: range.start.column, endLine: range.end.line,
        endColumn: range.end.column)
    }
  }

  struct Artifact: Encodable { let uri: String }

  struct Region: Encodable {
    let startLine, startColumn, endLine, endColumn: Int
  }
}
