import Documents
import Law

extension LawReport {
  /// In a form that other programs read, `ambit.law` version 1.
  /// - Throws: what the encoder throws.
  public var json: String {
    get throws {
      try JSONForm.text(
        LawForm(
          jurisdiction: jurisdiction, on: day.description, asKnownOn: law.knownOn?.description, facts: keys.map(fact),
          sources: sources.map(SourceEntry.init)
        ))
    }
  }

  private func fact(_ key: String) -> LawForm.Fact {
    let answer = law.answer(key, in: jurisdiction, on: day)
    return LawForm.Fact(
      key: key, question: law.codebook.questions[key]?.text ?? "", value: answer.known?.value.description,
      doubt: answer.doubt?.explanation, changes: answer.changes?.description,
      history: (law.jurisdictions[jurisdiction]?.facts[key] ?? []).map(LawForm.Dated.init))
  }
}

/// The shape of `ambit.law` version 1.
struct LawForm: Encodable {
  let format = "ambit.law"
  let version = 1
  let jurisdiction: String
  let on: String
  /// The day whose knowledge of the law counts; left out for today's.
  let asKnownOn: String?
  let facts: [Fact]
  let sources: [SourceEntry]

  struct Fact: Encodable {
    let key: String
    let question: String
    /// The answer on the day; absent where it is in doubt.
    let value: String?
    let doubt: String?
    /// The next day on which the answer may be another.
    let changes: String?
    let history: [Dated]
  }

  struct Dated: Encodable {
    let value: String
    let from: String?
    let to: String?
    let cite: String?
    let source: String
    let status: String
    let note: String?
    let exceptions: [Exception]

    init(_ value: DatedValue) {
      self.value = value.value.description
      from = value.from?.description
      to = value.to?.description
      cite = value.cite
      source = value.source.id
      status = value.status.rawValue
      note = value.note
      exceptions = value.exceptions.map {
        Exception(when: $0.when.text, value: $0.value.description, cite: $0.cite)
      }
    }
  }

  struct Exception: Encodable {
    let when: String
    let value: String
    let cite: String?
  }
}

/// A source with all that is known of it.
struct SourceEntry: Encodable {
  let id: String
  let title: String
  let url: String?
  let read: String?
  let asOf: String?
  let basis: String

  init(_ source: Source) {
    id = source.id
    title = source.title
    url = source.url
    read = source.read?.description
    asOf = source.asOf?.description
    basis = source.basis.rawValue
  }
}
