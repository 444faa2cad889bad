import Diagnostics
import Documents
import Programs

/// The columns of a table of practitioners. Names are those of the sections of CAQH's provider profile.
private struct TableColumns {
  let npi: Int
  let last: Int
  let first: Int
  let type: Int?
  let taxonomy: Int?
  let state: Int?
  let number: Int?
  let issued: Int?
  let expires: Int?

  init?(_ table: CSVTable, _ problems: Problems) {
    let needed = [
      table.required("NPI", "Provider NPI", "Individual NPI"),
      table.required("Last Name", "Provider Last Name", "last_name"),
      table.required("First Name", "Provider First Name", "first_name"),
    ].compactMap { $0 }
    type = table.column("Provider Type", "Profession", "provider_type")
    taxonomy = table.column("Taxonomy Code", "Taxonomy", "taxonomy_code")
    state = table.column("License State", "State License State", "license_state")
    number = table.column("License Number", "State License Number", "license_number")
    issued = table.column("License Issue Date", "State License Issue Date", "license_issue_date")
    expires = table.column("License Expiration Date", "State License Expiration Date", "license_expiration_date")
    if type == nil, taxonomy == nil {
      problems.error(
        "missing-column", at: table.header.range(of: 0),
        "the first line needs the column `Provider Type` or `Taxonomy Code`")
    }
    guard needed.count == 3, !problems.hasErrors else { return nil }
    (npi, last, first) = (needed[0], needed[1], needed[2])
  }
}

extension RosterReader {
  /// Reads a table with named columns; several rows of one NPI are one practitioner with several licences.
  mutating func readTable(_ source: SourceText, _ problems: Problems) {
    guard var table = CSVTable(source, problems: problems), let columns = TableColumns(table, problems) else { return }
    while let row = table.next() { read(row, columns) }
  }

  private mutating func read(_ row: CSVRecord, _ columns: TableColumns) {
    let who = "\(row.stated(columns.first)) \(row.stated(columns.last))"
    guard let profession = profession(row, columns, who) else { return }
    add(
      Claim(
        first: row.stated(columns.first), last: row.stated(columns.last), npi: row.stated(columns.npi),
        npiRange: row.range(of: columns.npi), profession: profession,
        licences: licence(row, columns, who).map { [$0] } ?? [],
        range: row.range))
  }

  /// By the word or title of the vocabulary, else by the taxonomy code.
  private mutating func profession(_ row: CSVRecord, _ columns: TableColumns, _ who: String) -> String? {
    if let column = columns.type, !row.stated(column).isEmpty {
      let text = row.stated(column).lowercased()
      let words = vocabulary.lists["profession"] ?? []
      if let word = words.first(where: { $0.name == text || $0.title.lowercased() == text }) { return word.name }
      guard columns.taxonomy.map(row.stated).map(Taxonomy.isCode) == true else {
        let nearest = Spelling.nearest(to: text, in: words.map(\.title)).map { "; the nearest is `\($0)`" } ?? ""
        omit(
          "unknown-profession", row.range(of: column),
          "\(who): expected a profession of the vocabulary, found `\(row.stated(column))`\(nearest)")
        return nil
      }
    }
    guard let column = columns.taxonomy ?? columns.type else { return nil }
    return profession([(row.stated(column), row.range(of: column))], of: who)
  }

  private mutating func licence(_ row: CSVRecord, _ columns: TableColumns, _ who: String) -> RosterLicence? {
    guard let column = columns.state, !row.stated(column).isEmpty,
      let state = state(row.stated(column), at: row.range(of: column), of: who)
    else { return nil }
    let number = columns.number.map(row.stated) ?? ""
    return RosterLicence(
      state: state, number: number.isEmpty ? nil : number, from: day(row, columns.issued, who),
      ends: day(row, columns.expires, who))
  }

  private mutating func day(_ row: CSVRecord, _ column: Int?, _ who: String) -> Day? {
    guard let column, !row.stated(column).isEmpty else { return nil }
    let text = row.stated(column)
    if let day = Day(text) ?? Day(american: text) { return day }
    omit("wrong-date", row.range(of: column), "\(who): expected a day as MM/DD/YYYY or YYYY-MM-DD, found `\(text)`")
    return nil
  }
}
