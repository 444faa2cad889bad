import Diagnostics
import Documents
import Law
import Rules

/// What a data folder holds, where it was found, and what is wrong with it, as a person reads it.
public struct DoctorText: Sendable {
  private let inspection: DataInspection
  private let version: String
  private let reason: String
  private let style: Style

  /// A report on a folder that was chosen for a reason, such as "named by --data".
  public init(_ inspection: DataInspection, version: String, reason: String, style: Style) {
    self.inspection = inspection
    self.version = version
    self.reason = reason
    self.style = style
  }

  /// A line for each thing; problems are no part of it.
  public var text: String {
    let rules = inspection.rules.map { "\($0.rules.count) rules, \($0.pathways.count) pathways" }
    let law = inspection.law.map { "\($0.jurisdictions.count) jurisdictions, \(inspection.values) dated values" }
    let lines =
      entry("ambit", version) + entry("data", inspection.folder) + entry("found", reason)
      + entry("files", "\(inspection.files)") + entry("rules", rules ?? "do not load")
      + entry("law", law ?? "does not load")
      + entry("last read", inspection.lastRead?.description ?? "no source was read") + entry("digests", digests)
    return lines.joined(separator: "\n") + "\n"
  }

  private var digests: String {
    switch inspection.digests {
    case .none: "none to compare with: this folder was not installed"
    case .same(let count): "all \(count) files are as they were installed"
    case .different: "the files are not as they were installed"
    case .unreadable: "the manifest can't be read"
    }
  }

  private func entry(_ word: String, _ text: String) -> [String] {
    style.wrapped(text, indent: 11, lead: style.paint(word.padded(to: 11), .bold))
  }
}
