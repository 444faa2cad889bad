import Checking
import Circuits
import Glibc
import Rules

/// The exit statuses (S9). A wrong command line gives 64, which the parser of the command line does itself.
enum ExitStatus: Int32, Error {
  case allWell = 0
  case gap = 1
  case invalidInput = 2
  case undecided = 3

  /// What a check comes to, with regard to consequences from `floor` up.
  init(_ check: Check, failingOn floor: Consequence) {
    let findings = check.findings.filter { $0.consequence >= floor }
    let isUndecided = findings.contains { $0.outcome == .unknown || $0.outcome == .unverified }
    // What no rule answers has no finding, yet it may be as bad as anything.
    let isUnanswered = check.cells.contains { !$0.unanswered.isEmpty }
    if findings.contains(where: { $0.outcome == .gap }) {
      self = .gap
    } else {
      self = isUndecided || isUnanswered ? .undecided : .allWell
    }
  }

  /// The worst of some: a gap, else what is undecided.
  static func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    let order: [ExitStatus] = [.invalidInput, .gap, .undecided]
    return order.first(where: statuses.contains) ?? .allWell
  }

  /// Ends the process.
  func leave() -> Never { exit(rawValue) }
}
