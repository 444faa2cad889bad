import Diagnostics
import Documents
import Law

/// What a look through the coded law found, with its coverage by state.
public struct LintReport: Sendable {
  /// The findings that are shown.
  public let findings: [LawFinding]
  let coverage: [(code: String, coverage: LawCoverage)]
  let day: Day

  /// A report of findings, and of the coverage of the jurisdictions of a law.
  public init(_ findings: [LawFinding], law: LawBook, on day: Day) {
    self.findings = findings
    self.day = day
    coverage = law.jurisdictions.keys.sorted().map { code in
      let keys = law.codebook.keys(of: Jurisdiction.level(of: code))
      return (code, LawCoverage(of: keys, in: code, law: law, on: day))
    }
  }

  /// Whether a finding is a mistake in the data.
  public var hasWarnings: Bool { findings.contains { $0.kind.severity == .warning } }

  /// As a person reads it: the coverage, each warning, and the notes; of notes only their number, unless all are wanted.
  public func text(_ style: Style, showsNotes: Bool) -> String {
    var blocks = [table(style)]
    for kind in LawFinding.Kind.allCases {
      let found = findings.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      var lines = [style.paint("\(kind.rawValue): \(found.count)", kind.severity == .warning ? .yellow : .bold)]
      lines += style.wrapped(kind.meaning, indent: 2)
      if kind.severity == .warning || kind == .mostlyUnknown || kind == .unreadQuestion || showsNotes {
        for finding in found {
          lines += style.wrapped(finding.message, indent: 6, lead: "    ")
          if let range = finding.range { lines.append("      \(range.place)") }
        }
      }
      blocks.append(lines)
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func table(_ style: Style) -> [String] {
    let head = ["", "asked", "primary", "secondary", "recalled", "unknown", "vague"]
    let rows = coverage.map { code, counts in
      [
        code, "\(counts.asked)", share(counts, counts.primary), share(counts, counts.secondary),
        share(counts, counts.recalled), share(counts, counts.unknown), share(counts, counts.vague),
      ]
    }
    let total = coverage.map(\.coverage).reduce(LawCoverage(), +)
    let last = [
      "all", "\(total.asked)", share(total, total.primary), share(total, total.secondary),
      share(total, total.recalled), share(total, total.unknown), share(total, total.vague),
    ]
    let lines = ([head] + rows + [last]).map { cells in
      cells.enumerated().map { $0.offset == 0 ? $0.element.padded(to: 10) : $0.element.leftPadded(to: 11) }.joined()
    }
    return [style.paint("The coded law on \(day)", .bold), ""] + lines
  }

  private func share(_ counts: LawCoverage, _ part: Int) -> String { "\(counts.percent(part))%" }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
