import Diagnostics

// The shapes of `ambit.check` version 1, encoded as they stand here.

struct Document: Encodable {
  let format = "ambit.check"
  let version = 1
  let program: String
  let from: String
  let to: String
  /// The day whose knowledge of the law counts; left out for today's.
  let asKnownOn: String?
  let trust: String
  let lawRead: String?
  let counts: Counts
  let lines: [Line]
  let findings: [FindingForm]
  /// What a baseline sets aside; left out where there is none.
  let accepted: [AcceptedForm]?
  let barriers: [BarrierForm]
  let conditionsOfHire: [HireForm]
  let questions: [Ranked]
  let notice: String
}

struct Counts: Encodable {
  let gap: Int
  let unknown: Int
  let unverified: Int
  let conditional: Int
  let met: Int
  let notApplicable: Int
  let accepted: Int
}

struct Verdict: Encodable {
  let standing: String
  let pathways: [String]
}

struct Line: Encodable {
  let id: String
  let service: String
  let standing: String
  let cells: [Cell]

  struct Cell: Encodable {
    let state: String
    let site: String?
    let modality: String
    let lawful: Verdict
    let payers: [Payer]
    let unanswered: [String]
  }

  struct Payer: Encodable {
    let payer: String
    let verdict: Verdict
  }
}

struct FindingForm: Encodable {
  let id: String
  let rule: String
  let requirement: String
  let title: String
  let subject: String
  let concerns: String
  let consequence: String
  let barrier: String
  let outcome: String
  let pathway: String?
  let message: String
  let alternative: String?
  let place: PlaceForm
  let reasons: [ReasonForm]
  let pathways: [Route]
  let questions: [QuestionForm]
  let conditionsOfHire: [HireForm]
  let cite: [String]
  let runs: [Run]
}

struct AcceptedForm: Encodable {
  let finding: FindingForm
  let reason: String
  let owner: String
  let until: String
}

struct HireForm: Encodable {
  let position: String
  let text: String
  let field: String
  let place: PlaceForm?
  let findings: [String]?
}

struct BarrierForm: Encodable {
  let barrier: String
  let meaning: String
  let findings: [String]
}

struct Run: Encodable {
  let from: String
  let to: String
  let outcome: String
}

struct ReasonForm: Encodable {
  let origin: String
  let subject: String
  let field: String
  let value: String
  let cite: String?
  let basis: String?
  let source: SourceForm?
  let note: String?
  let place: PlaceForm?
}

struct SourceForm: Encodable {
  let title: String
  let url: String?
  let read: String?
  let asOf: String?
}

struct Route: Encodable {
  let pathway: String
  let title: String
  let state: String
  let weeks: Int
  let details: [String]
  let reasons: [ReasonForm]
  let cite: [String]
}

struct QuestionForm: Encodable {
  let text: String
  let subject: String
  let field: String
  let isLaw: Bool
  let place: PlaceForm?
}

struct Ranked: Encodable {
  let question: QuestionForm
  let score: Double
  let findings: Int
}

struct PlaceForm: Encodable {
  let file: String
  let line: Int
  let column: Int
}

/// Where a stretch of a file begins.
func place(_ range: SourceRange) -> PlaceForm {
  PlaceForm(file: range.source.name, line: range.start.line, column: range.start.column)
}
