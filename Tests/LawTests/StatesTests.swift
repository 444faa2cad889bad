import Documents
import Law
import Rules
import Testing

/// The files of `states/` as a whole.
@Suite struct StatesTests {
  private let rules: Rulebook
  private let law: LawBook

  init() throws {
    rules = try CodedLaw.rules
    law = try CodedLaw.law
  }

  @Test("51 jurisdictions, the United States and the other bodies are coded, each under its name")
  func coverage() {
    #expect(law.jurisdictions.count == 53)
    for (code, name) in States.names { #expect(law.jurisdictions[code]?.name == name) }
    for code in States.codes { #expect((law.jurisdictions[code]?.facts.count ?? 0) >= 70, "\(code)") }
  }

  @Test("every condition in the law types, down to the words of program and codebook")
  func conditions() throws {
    #expect(try rules.conditions(of: law).count >= 30)
  }

  @Test("every value was read somewhere and says so, or says that it was recalled")
  func provenance() {
    var count = 0
    for jurisdiction in law.jurisdictions.values {
      for value in jurisdiction.facts.values.joined() {
        count += 1
        #expect(value.source.attests != nil, "\(value.range.place)")
        if value.source.basis.isVerified { #expect(value.source.url != nil, "\(value.range.place)") }
      }
    }
    #expect(count >= 4800)
  }

  @Test("no jurisdiction answers a question in two ways for one day")
  func contradictions() {
    for jurisdiction in law.jurisdictions.values {
      for (key, values) in jurisdiction.facts {
        for day in values.flatMap({ [$0.from?.latest, $0.to?.earliest].compactMap(\.self) }) {
          let answer = law.answer(key, in: jurisdiction.code, on: day)
          #expect(answer.doubt != .contradictory, "\(jurisdiction.code) \(key) on \(day)")
        }
      }
    }
  }
}
