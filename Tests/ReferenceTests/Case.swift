import Documents
import Law
import Programs
import Rules
import TestSupport

/// One random question with its trees, so that tests can change them and ask again.
struct Case {
  let number: Int
  var program: Tree
  var law: [String: Tree]
  var day: Day
  var asKnownOn: Day?
  var rules: Rulebook

  /// The question that both evaluators are asked.
  func question() throws -> Reference.Question {
    let program = try Program(
      document(self.program.document), vocabulary: rules.vocabulary)
    let texts = Dictionary(uniqueKeysWithValues: law.map { ("states/\($0.key.lowercased()).yaml", $0.value.document) })
    let law = try LawBook.load(codes: law.keys.sorted(), from: .memory(texts), codebook: rules.codebook)
    return Reference.Question(
      program: program, rules: rules, law: law, conditions: try rules.conditions(of: law), day: day,
      asKnownOn: asKnownOn)
  }
}

/// The random cases: a few sets of rules, each over many programs and laws. A case is made from its number alone.
struct Cases {
  static let perRulebook = 25
  let data: DataFolder
  let seed: UInt64
  private var books: [Int: Rulebook] = [:]

  init(_ data: DataFolder, seed: UInt64 = 20_261_124) {
    self.data = data
    self.seed = seed
  }

  mutating func make(_ number: Int, hasPartialDates: Bool = true) throws -> Case {
    let rules = try book(number / Self.perRulebook)
    var generator = generator(number)
    generator.hasPartialDates = hasPartialDates
    let law = Dictionary(uniqueKeysWithValues: Self.codes.map { ($0, generator.law($0)) })
    let known = generator.chance(20) ? Day("2026-01-14") : nil
    return Case(
      number: number, program: generator.program(), law: law, day: generator.checkDay(), asKnownOn: known,
      rules: rules)
  }

  /// The law of Maryland is never coded.
  static let codes = ["NC", "VA", "US", "STANDARDS"]

  /// The source of chance of a case, from its beginning.
  func generator(_ number: Int) -> Generator { Generator(seed: seed &+ UInt64(number) &* 7919, data) }

  private mutating func book(_ index: Int) throws -> Rulebook {
    if let book = books[index] { return book }
    let book = try Rulebook.load(from: .memory(texts(ofBook: index)))
    books[index] = book
    return book
  }

  /// The files of a set of rules. Many rules block most lines; few let lines be ready, too, and
  /// where all but parties are in order, it is seen which lines these bear on.
  func texts(ofBook index: Int) -> [String: String] {
    var generator = Generator(seed: seed &+ 1 &+ UInt64(index), data)
    return switch index % 4 {
    case 0: data.some(index / 4, of: 5).merging(generator.rules(count: 12)) { $1 }
    case 1: data.withoutRules.merging(generator.rules(count: 8)) { $1 }
    case 2: data.withoutRules.merging(generator.rules(count: 3)) { $1 }
    default: data.withoutRules.merging(generator.rulesOfParties()) { $1 }
    }
  }
}
