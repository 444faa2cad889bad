import Diagnostics

/// A log of SARIF 2.1.0: the part of it that findings need, which code hosts show beside the lines.
struct SARIFForm: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// The log of one run of Ambit.
  init(_ rules: [Rule], _ results: [Result]) {
    runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: results)]
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
    var help: Help?
  }

  struct Text: Encodable { let text: String }

  struct Help: Encodable {
    let text: String
    let markdown: String
  }

  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]
    var partialFingerprints: [String: String]?
    var suppressions: [Suppression]?
  }

  /// Why a result counts no more.
  struct Suppression: Encodable {
    let kind = "external"
    let status = "accepted"
    let justification: String
  }

  struct Location: Encodable {
    let physicalLocation: Place

    /// The stretch of a file; a path below `root` is written from there, as code hosts want it.
    init(_ range: SourceRange, below root: String = "") { physicalLocation = Place(range, below: root) }
  }

  struct Place: Encodable {
    let artifactLocation: Artifact
    let region: Region

    fileprivate init(_ range: SourceRange, below root: String) {
      artifactLocation = Artifact(uri: RelativePath(range.source.name, below: root).uri)
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
