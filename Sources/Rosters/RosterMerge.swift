import Diagnostics
import Documents
import Programs

/// What becomes of a roster's practitioners when they are brought into a program: who is absent is added, and who is
/// there stays as the program has them.
public struct RosterMerge: Sendable {
  /// How a practitioner that is there differs from the roster.
  public struct Difference: Sendable {
    /// As the roster has them.
    public let practitioner: RosterPractitioner
    /// Where the program names them.
    public let range: SourceRange
    /// What the program says and what the roster says.
    public let summary: String
  }

  /// Who is added.
  public private(set) var added: [RosterPractitioner] = []
  /// Who is there with the same NPI and the same profession and licences.
  public private(set) var present: [RosterPractitioner] = []
  /// Who is there and said to be something else.
  public private(set) var differences: [Difference] = []

  /// Compares by NPI.
  public init(_ roster: Roster, with program: Program) {
    let staff = program.parts("staff", of: program.root)
    let byNPI = Dictionary(
      staff.compactMap { member in member.word("npi").map { ($0, member) } }, uniquingKeysWith: { first, _ in first })
    var ids = Set(staff.compactMap { $0.word("id") })
    for var practitioner in roster.practitioners {
      if let member = byNPI[practitioner.npi] {
        compare(practitioner, with: member, in: program)
      } else {
        if ids.contains(practitioner.id) { practitioner.id += "-\(practitioner.npi)" }
        ids.insert(practitioner.id)
        added.append(practitioner)
      }
    }
  }

  private mutating func compare(_ practitioner: RosterPractitioner, with member: Entity, in program: Program) {
    let own = member.word("profession") ?? ""
    var summaries: [String] = []
    if own != practitioner.profession {
      summaries.append("the program says \(own), the roster \(practitioner.profession)")
    }
    let held = Set(program.parts("authorities", of: member).compactMap { $0.word("state") })
    let missing = practitioner.licences.filter { !held.contains($0.state) }.map(\.state)
    if !missing.isEmpty {
      summaries.append("the program has no licence of \(missing.joined(separator: ", ")), which the roster names")
    }
    if summaries.isEmpty {
      present.append(practitioner)
    } else {
      differences += summaries.map { Difference(practitioner: practitioner, range: member.range, summary: $0) }
    }
  }

  /// The text of the program file with those added, read once more so that nothing is written that does not load.
  /// - Throws: `Rejection` where the file's staff is not written one a line.
  public func text(
    of file: ExtensibleProgram, named name: String, format: Roster.Format, vocabulary: Vocabulary
  ) throws(Rejection) -> String {
    let text = try file.adding(added.map { $0.lines(from: format) }, to: "staff")
    _ = try ExtensibleProgram(SourceText(name: name, text: text), vocabulary: vocabulary)
    return text
  }
}
