import Diagnostics
import Documents
import Law
import Testing

@Suite struct CodebookTests {
  private func load(_ files: [String: String]) throws -> Codebook {
    try Codebook.load(from: .memory(files), vocabularies: ["profession": ["physician", "chiropractor"]])
  }

  private func refusals(_ files: [String: String]) -> [String] {
    do {
      _ = try load(files)
      return []
    } catch let rejection as Rejection {
      return rejection.diagnostics.map { "\($0.range?.place ?? "-") \($0.summary)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("a question asked of each of several words is a key for each, in the words of the question")
  func eachWord() throws {
    let codebook = try load([
      "rules/codebook/a.yaml": """
      defaults: {level: federal, readers: [rules]}
      pay.percent:
        question: At which percentage is {} paid?
        type: int
        each:
          np: a nurse practitioner
          pa: a physician assistant
      """
    ])
    #expect(codebook.keys(of: .federal) == ["pay.percent.np", "pay.percent.pa"])
    let question = try #require(codebook.questions["pay.percent.np"])
    #expect(question.text == "At which percentage is a nurse practitioner paid?")
    #expect(question.entry == "pay.percent")
    #expect(question.readers == [.rules])
  }

  @Test("a family that one file declares is used in another, with its vague words")
  func sharedFamily() throws {
    let codebook = try load([
      "rules/codebook/a.yaml":
        "families: {permission: {values: {granted: fully, limited: in part}, vague: [limited]}}",
      "rules/codebook/b.yaml": "x.y: {question: May one?, level: state, type: enum, family: permission}",
    ])
    #expect(codebook.isVague(.word("limited"), for: "x.y"))
    #expect(!codebook.isVague(.word("granted"), for: "x.y"))
  }

  @Test("a question that two files ask is an error that names both places")
  func duplicates() {
    let entry = "x.y: {question: May one?, level: state, type: bool}"
    let files = ["rules/codebook/a.yaml": entry, "rules/codebook/b.yaml": entry]
    #expect(refusals(files) == ["rules/codebook/b.yaml:1:1 `x.y` is asked twice"])
  }

  @Test("what a question lacks or misspells is said at its place")
  func mistakes() {
    #expect(
      refusals(["rules/codebook/a.yaml": "x.y: {question: May one?, type: bool}"])
        == ["rules/codebook/a.yaml:1:6 the question `x.y` needs `level`"])
    #expect(
      refusals(["rules/codebook/a.yaml": "x.y: {question: May one?, level: state, type: boool}"])
        == ["rules/codebook/a.yaml:1:47 `boool` is no type"])
    #expect(
      refusals(["rules/codebook/a.yaml": "x.y: {question: May one?, level: state, type: enum, family: permision}"])
        == ["rules/codebook/a.yaml:1:6 the question `x.y` needs `values`"])
  }

  @Test("without a codebook there is nothing to read")
  func absent() {
    #expect(refusals([:]) == ["- there is no file `rules/codebook.yaml`"])
  }
}

/// The codebook as shipped.
@Suite struct ShippedCodebookTests {
  private let questions: [Question]

  init() throws {
    questions = try CodedLaw.rules.codebook.questions.values.sorted { $0.key < $1.key }
  }

  @Test("every key asks a question in words and says for whom")
  func questionsInWords() {
    #expect(questions.count >= 400)
    for question in questions {
      #expect(question.text.hasSuffix("?") && !question.text.contains("{}"), "\(question.key)")
      #expect(!question.readers.isEmpty, "\(question.key)")
      if question.type == .text { #expect(question.readers == [.people], "\(question.key) is shown alone") }
    }
  }

  @Test("every allowed value of a question's own has a line on what it means")
  func meanings() {
    var count = 0
    for question in questions {
      switch question.type {
      case .enumeration(let allowed), .words(let allowed):
        guard allowed.vocabulary == nil else { continue }
        count += allowed.values.count
        for value in allowed.values { #expect(!value.meaning.isEmpty, "\(question.key): \(value.word)") }
      default: continue
      }
    }
    #expect(count >= 450)
  }

  @Test("every number counts something that is named, and no key is the beginning of another")
  func unitsAndPrefixes() {
    let keys = Set(questions.map(\.key))
    for question in questions {
      if question.type == .int || question.type == .cap { #expect(question.unit != nil, "\(question.key)") }
      var parts = question.key.split(separator: ".")
      while parts.count > 1 {
        parts.removeLast()
        #expect(!keys.contains(parts.joined(separator: ".")), "\(question.key)")
      }
    }
  }

  @Test("entries of the federal codebook are asked of many things, or have a use; few are there for a sentence alone")
  func federalEntries() {
    let federal = questions.filter { $0.level == .federal }
    let entries = Dictionary(grouping: federal, by: \.entry)
    let shownOnce = entries.values.filter { $0.count == 1 && $0[0].readers == [.people] }
    #expect(shownOnce.count <= 5)
    #expect(federal.count >= 3 * entries.count)
  }
}
