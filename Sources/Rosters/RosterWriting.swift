import Documents

extension RosterPractitioner {
  /// The lines of the practitioner in a program's `staff`, the first behind `- `. Status and, where the roster is
  /// silent, the end of a licence stay open: the board is their primary source.
  func lines(from format: Roster.Format) -> [String] {
    var lines = ["- id: \(id)"]
    if !name.isEmpty { lines.append("  name: \(FlowText.quoted(name))") }
    lines += ["  profession: \(profession)", "  npi: \(FlowText.quoted(npi))"]
    guard !licences.isEmpty else { return lines }
    lines += ["  # Self-reported in \(format.title), not verified: state the status once the board has been asked."]
    return lines + ["  authorities:"] + licences.map { "    - \($0.line)" }
  }
}

extension RosterLicence {
  fileprivate var line: String {
    var parts = ["kind: licence", "state: \(state)"]
    if let number { parts.append("number: \(FlowText.quoted(number))") }
    if let from { parts.append("from: \(from)") }
    if let ends { parts.append("ends: \(ends)") }
    return "{\(parts.joined(separator: ", "))}"
  }
}

extension Roster {
  /// A `staff` section with all practitioners.
  public var staffSection: String {
    let lines = practitioners.flatMap { $0.lines(from: format) }
    return lines.isEmpty ? "staff: []\n" : "staff:\n" + lines.map { "  \($0)\n" }.joined()
  }
}
