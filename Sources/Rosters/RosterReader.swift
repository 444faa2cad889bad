import Diagnostics
import Documents
import Law
import Programs

/// Reads rosters of any format into practitioners; what can't be told for certain is listed and left out.
public struct RosterReader {
  let vocabulary: Vocabulary
  let taxonomy: Taxonomy
  /// The day on which a role must not have ended.
  let day: Day
  private var practitioners: [RosterPractitioner] = []
  private var places: [String: Int] = [:]
  private var ids: Set<String> = []
  private var omissions: [Diagnostic] = []

  private init(_ vocabulary: Vocabulary, _ day: Day) {
    self.vocabulary = vocabulary
    self.day = day
    taxonomy = Taxonomy(vocabulary)
  }

  /// Reads a file; its format is told by its first line where none is given.
  /// - Parameter day: the day on which whoever is named must still be there.
  /// - Throws: `Rejection` for a file that is not of the format.
  public static func read(
    _ source: SourceText, as format: Roster.Format?, vocabulary: Vocabulary, on day: Day
  ) throws(Rejection) -> Roster {
    let problems = Problems()
    let format = format ?? self.format(of: source)
    var reader = RosterReader(vocabulary, day)
    switch format {
    case .csv: reader.readTable(source, problems)
    case .nppes: reader.readNPPES(source, problems)
    case .fhir: reader.readBundle(try YAMLReader.read(source, limits: .export), problems)
    }
    try problems.check()
    return Roster(format: format, practitioners: reader.practitioners, omissions: reader.omissions)
  }

  /// JSON begins with a brace; NPPES names `Entity Type Code` in its first line.
  static func format(of source: SourceText) -> Roster.Format {
    let first = source.line(1)
    if first.hasPrefix("{") { return .fhir }
    return first.contains("Entity Type Code") ? .nppes : .csv
  }

  // MARK: Collecting

  /// What a row or entry says of somebody.
  struct Claim {
    var first = ""
    var last = ""
    var npi = ""
    var npiRange: SourceRange
    var profession: String
    var licences: [RosterLicence] = []
    var range: SourceRange
  }

  /// Adds a practitioner, or the licences of one who has been named before.
  mutating func add(_ claim: Claim) {
    guard NPI.isValid(claim.npi) else {
      let found = claim.npi.isEmpty ? "nothing" : "`\(claim.npi)`"
      omit(
        "invalid-npi", claim.npiRange, "expected an NPI, ten digits of which the last checks the others, found \(found)"
      )
      return
    }
    if let place = places[claim.npi] {
      let known = practitioners[place]
      guard known.profession == claim.profession else {
        omit(
          "second-profession", claim.range,
          "\(known.name) (NPI \(claim.npi)) is named as \(known.profession) before and as \(claim.profession) here")
        return
      }
      practitioners[place].licences += claim.licences.filter { !known.licences.contains($0) }
      return
    }
    places[claim.npi] = practitioners.count
    let name = [claim.first, claim.last].filter { !$0.isEmpty }.joined(separator: " ")
    practitioners.append(
      RosterPractitioner(
        id: id(claim), name: name, npi: claim.npi, profession: claim.profession, licences: claim.licences,
        range: claim.range))
  }

  /// Lists what is left out.
  mutating func omit(_ id: String, _ range: SourceRange, _ summary: String) {
    omissions.append(Diagnostic(id, severity: .warning, at: range, summary))
  }

  /// Last name and first name; with the NPI where that is taken or says nothing.
  private mutating func id(_ claim: Claim) -> String {
    let words = [claim.last, claim.first].map { name in
      String(name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
    let name = words.filter { !$0.isEmpty }.joined(separator: "-")
    let id =
      name.isEmpty || ids.contains(name) ? [name, claim.npi].filter { !$0.isEmpty }.joined(separator: "-") : name
    ids.insert(id)
    return id
  }

  // MARK: Words

  /// The one profession of some taxonomy codes; reports where they tell none or several.
  mutating func profession(_ codes: [(code: String, range: SourceRange)], of who: String) -> String? {
    let told = codes.compactMap { taxonomy.profession(of: $0.code) }
    guard let first = codes.first else { return nil }
    if let profession = told.first, told.count == codes.count, Set(told).count == 1 { return profession }
    let list = codes.map { "`\($0.code)`" }.joined(separator: ", ")
    omit(
      "unknown-profession", first.range,
      "\(who): expected a taxonomy code of one profession of the vocabulary, found \(list)")
    return nil
  }

  /// A state by its postal code; what is no state is listed.
  mutating func state(_ text: String, at range: SourceRange, of who: String) -> String? {
    if States.names[text] != nil { return text }
    omit("unknown-state", range, "\(who): expected a postal code such as `NC` for the licence, found `\(text)`")
    return nil
  }
}

extension Day {
  /// A day written as MM/DD/YYYY, as NPPES does; nil for any other text.
  init?(american text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 2, parts[1].count == 2, parts[2].count == 4,
      let month = Int(parts[0]), let day = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
