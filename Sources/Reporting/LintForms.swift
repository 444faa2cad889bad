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
    get throws { try JSONForm.text(SARIFForm(findings)) }
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

extension SARIFForm {
  /// The log of a look through the law.
  fileprivate init(_ findings: [LawFinding]) {
    self.init(
      LawFinding.Kind.allCases.map { Rule(id: $0.rawValue, shortDescription: Text(text: $0.meaning)) },
      findings.map { finding in
        Result(
          ruleId: finding.kind.rawValue, level: finding.kind.severity.rawValue, message: Text(text: finding.message),
          locations: finding.range.map { [Location($0)] } ?? [])
      })
  }
}
