import Checking
import Diagnostics
import Documents
import Law
import Programs
import Reporting

/// The first text of a program: what its outline says, and a comment for what should be said next.
public struct ProgramDraft: Sendable {
  private let outline: ProgramOutline
  private let vocabulary: Vocabulary
  private let staffing: OutlineStaffing
  private let path: String
  /// The people, each with an id made from the words of the profession.
  private let people: [(id: String, profession: String)]

  /// Drafts a program for a file.
  /// - Parameter day: the day whose law says who may give which service.
  /// - Throws: `Rejection` with errors of the law.
  public init(_ outline: ProgramOutline, for path: String, _ checker: ProgramCheck, on day: Day) throws(Rejection) {
    self.outline = outline
    self.path = path
    vocabulary = checker.rules.vocabulary
    staffing = try OutlineStaffing(outline, checker, on: day)
    people = Self.people(outline.professions)
    // What is written must be a program that can be checked.
    _ = try checker.program(try YAMLReader.read(SourceText(name: path, text: text)))
  }

  /// `np1` for a nurse practitioner, `acupuncturist1` for a profession of one word.
  private static func people(_ professions: [String]) -> [(id: String, profession: String)] {
    var counts: [String: Int] = [:]
    return professions.map { profession in
      let words = profession.split(separator: "_")
      let stem = words.count == 1 ? profession : words.compactMap { $0.first.map(String.init) }.joined()
      counts[stem, default: 0] += 1
      return ("\(stem)\(counts[stem] ?? 1)", profession)
    }
  }

  private var state: String { States.names[outline.state] ?? outline.state }

  private func title(_ word: String, _ list: String) -> String { vocabulary.word(word, in: list)?.title ?? word }

  private func deliverers(of service: String) -> [String] {
    let able = staffing.professions[service] ?? []
    return people.filter { able.contains($0.profession) }.map(\.id)
  }

  /// The services that none of the professions may give.
  private var impossible: [String] { outline.services.filter { deliverers(of: $0).isEmpty } }

  // MARK: Text

  /// The program, in YAML with comments.
  public var text: String { [head, site, staff, payers, papers, services].joined(separator: "\n") }

  private var head: String {
    """
    # Begun with `ambit new`. A line that begins with # states nothing: put in what is so, and take the # away.
    # What is not stated is not assumed: it counts as unknown, or as not held.
    #   ambit check \(path)   is each service line lawful, credentialed and paid?
    #   ambit ask \(path)     asks for what is open, and writes the answers in here
    program: \(FlowText.quoted(outline.name))
    # as_of: YYYY-MM-DD   the day to check; without it, today

    """
  }

  private var site: String {
    """
    # Where care is given.
    sites:
      - id: site1
        state: \(outline.state)
        \(outline.setting.map { "setting: \($0)" } ?? "# setting: \(vocabulary.words("setting").joined(separator: " | "))")

    """
  }

  private var staff: String {
    let entries = people.map { person -> String in
      let isLicensed = OutlineStaffing.isLicensed(person.profession, vocabulary)
      let licence = "    # authorities: [{kind: licence, state: \(outline.state), status: active, ends: YYYY-MM-DD}]\n"
      return "  - id: \(person.id)\n    profession: \(person.profession)\n" + (isLicensed ? licence : "")
    }
    return "# One entry for each person.\n" + list("staff", entries)
  }

  private var payers: String {
    let entries = outline.payers.map { kind -> String in
      let isOfState = kind.hasPrefix("medicaid")
      return "  - id: \(id(kind))\n    kind: \(kind)\n"
        + (isOfState ? "    # state: \(outline.state)   the state that runs it\n" : "")
    }
    return "# Who pays.\n" + list("payers", entries)
  }

  /// What is signed, filed and looked up: none of it is known yet.
  private var papers: String {
    let person = people.first?.id ?? "np1"
    return """
      # Enrollments, agreements and look-ups, once there are any:
      # enrollments:
      #   - {of: \(person), program: medicare, effective: YYYY-MM-DD}
      #   - {of: \(person), program: medicaid, state: \(outline.state), effective: YYYY-MM-DD}
      # agreements:
      #   - {kind: collaborative_practice, of: ID, with: ID, signed: YYYY-MM-DD}
      # screenings:
      #   - {of: everyone, list: leie, on: YYYY-MM-DD, clear: true}

      """
  }

  private var services: String {
    let payers = outline.payers.map(id)
    let entries = outline.services.map { service -> String in
      let staff = deliverers(of: service)
      if staff.isEmpty {
        return "  # \(service): the scope of nobody above covers it under the coded law of \(state)\n"
      }
      return "  - id: \(id(service))\n    service: \(service)\n    staff: {any: [\(staff.joined(separator: ", "))]}\n"
        + "    at: [site1]\n" + (payers.isEmpty ? "" : "    payers: [\(payers.joined(separator: ", "))]\n")
    }
    let isEmpty = impossible.count == outline.services.count
    return "# What is done, by whom, where. `any` of the people can give it alone; `all` must be there together.\n"
      + (isEmpty ? "services: []\n" + entries.joined() : list("services", entries))
  }

  /// The key of a list with its entries, which may be none.
  private func list(_ key: String, _ entries: [String]) -> String {
    entries.isEmpty ? "\(key): []\n" : "\(key):\n" + entries.joined()
  }

  private func id(_ word: String) -> String { word.split(separator: "_").joined(separator: "-") }

  // MARK: What to say of it

  /// What was written, what was left out and why, and what to do next.
  public func summary(_ style: Style) -> String {
    var lines = style.wrapped("Wrote \(path): \(counts).", indent: 0)
    for service in impossible {
      let asked = outline.professions.firsts.map { title($0, "profession") }.joined(separator: ", ")
      lines += style.wrapped(
        "\(service) is left out: under the coded law of \(state) it is outside the scope of each profession named "
          + "(\(asked)).", indent: 4, lead: "  ")
    }
    lines += ["", "Next:", "  ambit check \(path) --brief", "  ambit ask \(path)"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var counts: String {
    let lines = outline.services.count - impossible.count
    return [
      (people.count, "person", "people"), (lines, "service line", "service lines"),
      (outline.payers.count, "payer", "payers"),
    ].map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }
}
