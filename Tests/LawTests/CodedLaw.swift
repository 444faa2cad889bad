import Law
import Rules
import TestSupport

/// The shipped rules and the whole of `states/`, loaded once for all tests.
enum CodedLaw {
  private static let loaded = Result {
    let rules = try Rulebook.load(from: Repository.data)
    let law = try LawBook.load(codes: Jurisdiction.codes, from: Repository.data, codebook: rules.codebook)
    return (rules: rules, law: law)
  }

  /// The shipped rules.
  static var rules: Rulebook { get throws { try loaded.get().rules } }

  /// The law of all that is coded.
  static var law: LawBook { get throws { try loaded.get().law } }
}
