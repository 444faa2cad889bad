import Checking
import Documents

extension Check {
  /// What a baseline sets aside, as reports list it.
  var accepted: [AcceptedFinding] {
    (acceptance?.accepted ?? []).map { AcceptedFinding(finding: $0.finding, entry: $0.entry) }
  }
}

/// A finding that somebody has accepted.
struct AcceptedFinding {
  /// The finding.
  let finding: Finding
  /// Who accepts it, why and until when.
  let entry: Baseline.Entry

  /// What it is and who accepts it.
  var word: String { "\(finding.headline.lowercased()): \(justification)" }

  /// Who accepts it, until when and why.
  var justification: String { "accepted by \(entry.owner) until \(entry.until): \(entry.reason)" }

  /// The columns of a table of them.
  static let columns = ["Finding", "What it is", "Message", "Reason", "Owner", "Until"]

  /// Its row in such a table.
  var row: [String] {
    [finding.id, finding.headline, finding.message, entry.reason, entry.owner, entry.until.description]
  }
}
