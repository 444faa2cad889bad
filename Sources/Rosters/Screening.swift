import Diagnostics
import Documents
import Programs

/// The people and sites of a program looked up in a list of excluded persons.
///
/// An NPI tells a person; a name only raises the question, which the list's keeper settles by a number that neither
/// the list nor a program shows (OIG verifies by SSN or EIN).
public struct Screening: Sendable {
  /// What the list says of somebody.
  public enum Verdict: String, Sendable {
    /// No row has the NPI or the name.
    case none
    /// A row has the name, or was waived for a state: neither clear nor excluded.
    case possible
    /// A row has the NPI.
    case exact
    /// The program states no full name by which to look.
    case unscreened
  }

  /// A row that may mean somebody.
  public struct Match: Sendable {
    /// The row.
    public let exclusion: Exclusion
    /// Whether the NPI tells that it does.
    public let isExact: Bool
  }

  /// Somebody who was looked up.
  public struct Subject: Sendable {
    /// The id in the program.
    public let id: String
    /// Whether a practitioner; else a site.
    public let isPractitioner: Bool
    /// The name that was looked up, where the program states one.
    public let name: String?
    /// Rows that may mean them, in the order of the list.
    public internal(set) var matches: [Match] = []
    let npi: String?
    let names: Set<PersonName>

    /// What comes of the rows.
    public var verdict: Verdict {
      if matches.contains(where: \.isExact) { return .exact }
      if !matches.isEmpty { return .possible }
      let isNamed = isPractitioner ? !names.isEmpty : name != nil
      return isNamed ? .none : .unscreened
    }
  }

  /// The list.
  public private(set) var list: ExclusionList
  /// The day of the screening.
  public let day: Day
  /// Practitioners, then sites that have a name, in the order of the program.
  public private(set) var subjects: [Subject]

  private var byNPI: [String: [Int]] = [:]
  private var byLast: [String: [(subject: Int, name: PersonName)]] = [:]
  private var businesses: [(subject: Int, name: String)] = []

  /// Looks everybody up.
  /// - Throws: `Rejection` for a file that is not such a list.
  public init(
    _ program: Program, against source: SourceText, as kind: ExclusionList.Kind, on day: Day
  ) throws(Rejection) {
    list = ExclusionList(kind, source)
    self.day = day
    subjects = program.parts("staff", of: program.root).map(Subject.init(practitioner:))
    subjects += program.parts("sites", of: program.root).filter { $0.word("name") != nil }.map(Subject.init(site:))
    index()
    let problems = Problems()
    read(source, problems)
    try problems.check()
  }

  // MARK: Looking up

  private mutating func index() {
    for (place, subject) in subjects.enumerated() {
      if let npi = subject.npi { byNPI[npi, default: []].append(place) }
      for name in subject.names { byLast[name.last, default: []].append((place, name)) }
      if !subject.isPractitioner, let name = subject.name { businesses.append((place, PersonName.folded(name))) }
    }
  }

  private mutating func read(_ source: SourceText, _ problems: Problems) {
    guard var table = CSVTable(source, problems: problems),
      let columns = list.kind == .leie ? ExclusionColumns(leie: table) : ExclusionColumns(sam: table)
    else { return }
    while let row = table.next() {
      list.rows += 1
      let exclusion = columns.exclusion(row, problems)
      if let from = exclusion.from { list.newest = max(list.newest ?? from, from) }
      // Whoever was reinstated by the day is excluded no more.
      if let ends = exclusion.ends, ends <= day { continue }
      find(exclusion)
    }
  }

  private mutating func find(_ exclusion: Exclusion) {
    let told = exclusion.npi.flatMap { byNPI[$0] } ?? []
    for place in told {
      // What a waiver leaves of an exclusion is to be read in it.
      subjects[place].matches.append(Match(exclusion: exclusion, isExact: exclusion.waived == nil))
    }
    let named = Set(people(named: exclusion) + businesses.filter { exclusion.business.matches($0.name) }.map(\.subject))
    for place in named.subtracting(told).sorted() {
      // Another NPI is another person.
      if exclusion.npi != nil, subjects[place].npi != nil { continue }
      subjects[place].matches.append(Match(exclusion: exclusion, isExact: false))
    }
  }

  private func people(named exclusion: Exclusion) -> [Int] {
    guard !exclusion.last.text.isEmpty else { return [] }
    let candidates =
      exclusion.last.isCut
      ? byLast.filter { exclusion.last.matches($0.key) }.flatMap(\.value) : byLast[exclusion.last.text] ?? []
    // A row without a first name may mean anybody of the family name.
    return candidates.filter { exclusion.first.text.isEmpty || exclusion.first.matches($0.name.first) }.map(\.subject)
  }
}

extension Screening.Subject {
  init(practitioner: Entity) {
    id = practitioner.word("id") ?? practitioner.label
    isPractitioner = true
    name = practitioner.word("name")
    npi = practitioner.word("npi")
    names = name.map(PersonName.readings) ?? []
  }

  init(site: Entity) {
    id = site.word("id") ?? site.label
    isPractitioner = false
    name = site.word("name")
    npi = nil
    names = []
  }
}
