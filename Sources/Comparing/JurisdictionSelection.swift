import Diagnostics
import Documents
import Law

/// Reads jurisdictions and days as a person writes them on a command line.
public enum JurisdictionSelection {
  /// The codes in a list with commas, each once and in its order; small letters are taken as capitals.
  /// - Throws: `Rejection` with every word that is no jurisdiction, and what was probably meant.
  public static func codes(_ list: String) throws(Rejection) -> [String] {
    let problems = Problems()
    let words = list.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    if words.isEmpty { problems.error("no-jurisdiction", at: nil, "no jurisdiction is named; write `NC,VA`") }
    var codes: [String] = []
    for word in words {
      let code = word.uppercased()
      guard Jurisdiction.codes.contains(code) else {
        problems.report(unknown(word))
        continue
      }
      if !codes.contains(code) { codes.append(code) }
    }
    try problems.check()
    return codes
  }

  /// A jurisdiction, or one on a day: `NC`, `NC@2015-07-01`. Of a year or a month the first day is meant.
  /// - Throws: `Rejection` for a word that is no jurisdiction, or no date that exists.
  public static func place(_ text: String, otherwise day: Day) throws(Rejection) -> (code: String, day: Day) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingBlanks }
    let code = parts[0].uppercased()
    guard Jurisdiction.codes.contains(code) else { throw Rejection(unknown(parts[0])) }
    guard parts.count > 1 else { return (code, day) }
    return (code, try self.day(parts[1]))
  }

  /// A day: `2015-07-01`; of a year or a month the first day is meant.
  /// - Throws: `Rejection` for what is no date.
  public static func day(_ text: String) throws(Rejection) -> Day {
    if let date = PartialDate(text) { return date.earliest }
    throw Rejection(
      Diagnostic("bad-date", at: nil, "`\(text)` is no date; expected YYYY, YYYY-MM or YYYY-MM-DD, a day that exists"))
  }

  private static func unknown(_ word: String) -> Diagnostic {
    let code = States.code(meantBy: word)
    return Diagnostic(
      "unknown-jurisdiction", at: nil, "`\(word)` is no jurisdiction",
      notes: code == nil ? [.init("expected a postal code, `US` or `STANDARDS`")] : [],
      solutions: code.map { [.init("write `\($0)`", replacement: $0)] } ?? [])
  }
}
