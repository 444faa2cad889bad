import Foundation
import Reporting
import TestSupport
import Testing

/// The JSON Schemas of `integrations/schemas/`, and the files that they are about.
@Suite struct SchemaTests {
  private static let tool = Tool.named("check-jsonschema")

  /// The shipped files of a kind.
  private static func files(_ kind: DocumentSchema) -> [String] {
    let rules = Repository.files(below: "rules", ending: ".yaml")
    switch kind {
    case .program: return Repository.files(below: "examples", ending: ".yaml")
    case .state: return Repository.files(below: "states", ending: ".yaml")
    case .codebook: return rules.filter { $0.hasPrefix("rules/codebook/") }
    case .vocabulary: return rules.filter { $0.hasPrefix("rules/vocabulary/") }
    case .definitions: return rules.filter { $0 == "rules/definitions.yaml" }
    case .ruleTest: return rules.filter { $0.hasSuffix(".test.yaml") }
    case .pathway, .rule:
      let others = Set([.codebook, .vocabulary, .definitions, .ruleTest].flatMap(files))
      return rules.filter { !others.contains($0) && ($0.hasPrefix("rules/pathways/") == (kind == .pathway)) }
    case .baseline: return []
    }
  }

  private static func path(_ kind: DocumentSchema) -> String { "integrations/schemas/\(kind.rawValue).json" }

  /// With AMBIT_RECORD=1 the files are written anew.
  @Test(arguments: DocumentSchema.allCases)
  func theSchemasAreWhatTheReadersSay(kind: DocumentSchema) throws {
    let text = try kind.text(try Shipped.rules())
    if ProcessInfo.processInfo.environment["AMBIT_RECORD"] == "1" {
      try Data(text.utf8).write(to: URL(filePath: "\(Repository.root)/\(Self.path(kind))"))
    }
    let isCurrent = try Repository.text(Self.path(kind)) == text
    #expect(isCurrent, "\(Self.path(kind)) is stale: AMBIT_RECORD=1 writes it anew")
  }

  @Test(.enabled(if: tool != nil, "check-jsonschema is not installed: make tools"))
  func theSchemasAreSchemas() throws {
    let result = try #require(Self.tool).run(["--check-metaschema"] + DocumentSchema.allCases.map(Self.path))
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(.enabled(if: tool != nil, "check-jsonschema is not installed: make tools"), arguments: DocumentSchema.allCases)
  func shippedFilesAreValid(kind: DocumentSchema) throws {
    let files = Self.files(kind)
    guard kind != .baseline else { return }
    #expect(!files.isEmpty)
    let result = try #require(Self.tool).run(["--schemafile", Self.path(kind)] + files)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(.enabled(if: tool != nil, "check-jsonschema is not installed: make tools"))
  func editorsTellTheFilesOfAFamilyApart() throws {
    let files = [DocumentSchema.rule, .pathway, .ruleTest].flatMap(Self.files)
    let result = try #require(Self.tool).run(["--schemafile", "integrations/vscode/rule-file.json"] + files)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func everyFileOfTheRulesHasASchema() {
    let described = DocumentSchema.allCases.flatMap(Self.files)
    let shipped = ["rules", "states", "examples"].flatMap { Repository.files(below: $0, ending: ".yaml") }
    #expect(described.sorted() == shipped.sorted())
  }

  @Test(
    .enabled(if: tool != nil, "check-jsonschema is not installed: make tools"),
    arguments: [
      ("program", "program: P\nsites: []\nstaff: []\nservices: []\nzites: []\n", "'zites'"),
      ("program", "program: P\nsites: [{id: a, state: North}]\nstaff: []\nservices: []\n", "'North' is not one of"),
      ("program", "program: P\nsites: [{id: a}]\nstaff: []\nservices: []\n", "'state' is a required property"),
      ("state", "jurisdiction: NC\nname: N\nfacts: {np.hourz: []}\n", "'np.hourz'"),
      (
        "state", "jurisdiction: NC\nname: N\nfacts: {np.physician_agreement: [{value: perhaps, source: a}]}\n",
        "'perhaps' is not one of"
      ),
      ("vocabulary", "vocabulary: setting\nwords: {a: {title: A, nucc: B}}\n", "'nucc'"),
      ("rule-test", "tests: a\nas_of: today\nprogram: {}\ncases: []\n", "'today' does not match"),
      ("pathway", "pathway: Not Kebab\n", "'Not Kebab' does not match"),
      ("baseline", "accepted: [{finding: a, reason: b, until: 2027-01-31}]\n", "'owner' is a required property"),
    ])
  func whatTheReaderRefusesIsNotValid(kind: String, text: String, message: String) throws {
    try withFolder(["a.yaml": text]) { folder in
      let schema = "integrations/schemas/\(kind).json"
      let result = try #require(Self.tool).run(["--verbose", "--schemafile", schema, "\(folder)/a.yaml"])
      #expect(result.status == 1)
      #expect(result.output.contains(message), "\(result.output)")
    }
  }

  @Test func theCommandPrintsASchema() throws {
    let result = try Binary().run("schema", "baseline")
    #expect(result.status == 0)
    #expect(try result.output == Repository.text("integrations/schemas/baseline.json"))
    #expect(try Binary().run("schema", "programme").status == 64)
  }
}
