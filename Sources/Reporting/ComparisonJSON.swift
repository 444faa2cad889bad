import Circuits
import Comparing
import Documents
import Law

/// A comparison in a form that other programs read, `ambit.compare` version 1. Fields may be added within a version,
/// never taken away.
public struct ComparisonJSON {
  private let comparison: Comparison
  private let isGrouped: Bool

  /// The form of a comparison; grouped, with the jurisdictions by their answer.
  public init(_ comparison: Comparison, isGrouped: Bool = false) {
    self.comparison = comparison
    self.isGrouped = isGrouped
  }

  /// The whole document.
  /// - Throws: what the encoder throws.
  public var text: String { get throws { try JSONForm.text(document) } }

  private var document: CompareForm {
    let request = comparison.request
    return CompareForm(
      asOf: request.day.description, asKnownOn: comparison.knownOn?.description,
      lawRead: comparison.lawRead?.description, condition: request.condition?.text,
      changedSince: request.changedSince?.description, keys: comparison.questions.map(QuestionEntry.init),
      rows: comparison.rows.map(row), undecided: comparison.undecided.map(row), excluded: comparison.excluded,
      unchanged: comparison.unchanged, groups: isGrouped ? groups : nil, notice: Footer.text)
  }

  private func row(_ row: Comparison.Row) -> CompareForm.Row {
    CompareForm.Row(
      jurisdiction: row.code, fips: StateNumbers.all[row.code], name: row.name, reasons: row.condition?.reasons,
      recalled: row.condition?.recalled, answers: row.answers.map(AnswerForm.init))
  }

  private var groups: [CompareForm.Group] {
    comparison.questions.flatMap { question in
      comparison.groups(of: question.key).map {
        CompareForm.Group(key: question.key, answer: $0.answer, isKnown: $0.isKnown, jurisdictions: $0.codes)
      }
    }
  }
}

/// The shape of `ambit.compare` version 1.
struct CompareForm: Encodable {
  let format = "ambit.compare"
  let version = 1
  let asOf: String
  /// The day whose knowledge of the law counts; left out for today's.
  let asKnownOn: String?
  let lawRead: String?
  let condition: String?
  let changedSince: String?
  let keys: [QuestionEntry]
  /// Of which the condition is true, or all where there is none.
  let rows: [Row]
  /// Of which it is not known whether the condition is true.
  let undecided: [Row]
  /// Of which it is false.
  let excluded: [String]
  /// In which nothing changed.
  let unchanged: [String]
  let groups: [Group]?
  let notice: String

  struct Row: Encodable {
    let jurisdiction: String
    let fips: String?
    let name: String
    let reasons: [String]?
    let recalled: [String]?
    let answers: [AnswerForm]
  }

  struct Group: Encodable {
    let key: String
    let answer: String
    let isKnown: Bool
    let jurisdictions: [String]
  }
}

/// A question of the codebook.
struct QuestionEntry: Encodable {
  let key: String
  let question: String
  let level: String
  let type: String
  let unit: String?

  init(_ question: Question) {
    key = question.key
    self.question = question.text
    level = question.level.rawValue
    type = question.type.name
    unit = question.unit
  }
}

/// An answer on a day: known with `value`, or not with `doubt`. `coded` is what stands in the file, though it can't be
/// used without its note.
struct AnswerForm: Encodable {
  let key: String
  let value: ValueForm?
  let code: String?
  let doubt: String?
  let coded: ValueForm?
  let law: DatedForm?
  let candidates: [DatedForm]?
  let pending: [DatedForm]
  let changes: String?

  init(_ compared: ComparedAnswer) {
    let known = compared.answer.known
    key = compared.question.key
    value = known.map { ValueForm($0.value) }
    code = known.flatMap { AnswerCode.code(of: $0.value, for: compared.question) }
    doubt = compared.answer.doubt?.word
    coded = known == nil ? compared.coded.map { ValueForm($0.value) } : nil
    law = compared.coded.map(DatedForm.init)
    candidates = known == nil ? compared.answer.candidates.map(DatedForm.init) : nil
    pending = compared.answer.pending.map(DatedForm.init)
    changes = compared.answer.changes?.description
  }
}

/// A dated value with its source.
struct DatedForm: Encodable {
  let value: ValueForm
  let from: String?
  let to: String?
  let status: String
  let cite: String?
  let basis: String
  let source: SourceEntry
  let note: String?
  let exceptions: [LawForm.Exception]
  let contested: Contest?

  struct Contest: Encodable {
    let value: ValueForm
    let cite: String
  }

  init(_ value: DatedValue) {
    self.value = ValueForm(value.value)
    from = value.from?.description
    to = value.to?.description
    status = value.status.rawValue
    cite = value.cite
    basis = value.source.basis.rawValue
    source = SourceEntry(value.source)
    note = value.note
    exceptions = value.exceptions.map {
      LawForm.Exception(when: $0.when.text, value: $0.value.description, cite: $0.cite)
    }
    contested = value.contested.map { Contest(value: ValueForm($0.value), cite: $0.cite) }
  }
}
