import Documents
import Law
import Programs
import Rules
import TestSupport

@testable import Checking

/// The shipped examples under the shipped rules and law, all loaded once.
enum Examples {
  private static let loaded = Result {
    let checker = try ProgramCheck(Repository.data)
    return (checker: checker, law: try checker.law(of: States.codes))
  }

  /// Their names, sorted.
  static let names = Repository.files(below: "examples", ending: ".yaml").map {
    String($0.dropFirst("examples/".count).dropLast(".yaml".count))
  }

  /// An example moved to states and checked there on its own day.
  static func transplant(_ name: String, to states: [String], trustsRecalled: Bool = false) throws -> Transplant {
    let (checker, law) = try loaded.get()
    let program = try checker.program(try document(try Repository.text("examples/\(name).yaml"), named: name))
    return try transplant(program, to: states, checker, law, trustsRecalled: trustsRecalled)
  }

  /// A program moved to states and checked there.
  static func transplant(_ text: String, named name: String, to states: [String]) throws -> Transplant {
    let (checker, law) = try loaded.get()
    let program = try checker.program(try document(text, named: name))
    return try transplant(program, to: states, checker, law, trustsRecalled: false)
  }

  private static func transplant(
    _ program: Program, to states: [String], _ checker: ProgramCheck, _ law: ApplicableLaw, trustsRecalled: Bool
  ) throws -> Transplant {
    guard let day = Day("2026-11-25") else { throw Unreadable() }
    let days = program.days ?? day...day
    var options = Check.Options(from: days.lowerBound, to: days.upperBound, trustsRecalled: trustsRecalled)
    options.findsNotApplicable = false
    return Transplant(program, to: states, keeping: [], rules: checker.rules, law: law, options: options)
  }

  private struct Unreadable: Error {}
}
