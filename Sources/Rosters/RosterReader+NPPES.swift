import Diagnostics
import Documents

/// The columns of `npidata_pfile` that are read, by name: the file has about 330, and their order has changed.
private struct NPPESColumns {
  let npi: Int
  let entity: Int
  let last: Int
  let first: Int
  let deactivated: Int
  let reactivated: Int
  let slots: [Slot]

  struct Slot {
    let code: Int
    let number: Int?
    let state: Int?
    let isPrimary: Int?
  }

  init?(_ table: CSVTable) {
    let needed = [
      table.required("NPI"), table.required("Entity Type Code"), table.required("Provider Last Name (Legal Name)"),
      table.required("Provider First Name"), table.required("NPI Deactivation Date"),
      table.required("NPI Reactivation Date"), table.required("Healthcare Provider Taxonomy Code_1"),
    ].compactMap { $0 }
    guard needed.count == 7 else { return nil }
    (npi, entity, last, first, deactivated, reactivated) =
      (needed[0], needed[1], needed[2], needed[3], needed[4], needed[5])
    slots = (1...15).compactMap { number in
      table.column("Healthcare Provider Taxonomy Code_\(number)").map { code in
        Slot(
          code: code, number: table.column("Provider License Number_\(number)"),
          state: table.column("Provider License Number State Code_\(number)"),
          isPrimary: table.column("Healthcare Provider Primary Taxonomy Switch_\(number)"))
      }
    }
  }
}

extension RosterReader {
  /// Reads rows of NPPES: persons whose NPI is active. Licences there are self-reported.
  mutating func readNPPES(_ source: SourceText, _ problems: Problems) {
    guard var table = CSVTable(source, problems: problems), let columns = NPPESColumns(table) else { return }
    while let row = table.next() { read(row, columns) }
  }

  private mutating func read(_ row: CSVRecord, _ columns: NPPESColumns) {
    let npi = row.stated(columns.npi)
    // A deactivated row is empty but for its NPI and the day, so that this comes first.
    guard isActive(row, columns) else { return }
    guard row.stated(columns.entity) == "1" else {
      omit(
        "no-person", row.range(of: columns.entity),
        "NPI \(npi): expected a person (entity type 1), found \(entity(row, columns))")
      return
    }
    let who = "\(row.stated(columns.first)) \(row.stated(columns.last)) (NPI \(npi))"
    let slots = columns.slots.filter { !row.stated($0.code).isEmpty }
    let primary = slots.filter { $0.isPrimary.map(row.stated) == "Y" }
    let codes = (primary.isEmpty ? slots : primary).map { (row.stated($0.code), row.range(of: $0.code)) }
    guard !codes.isEmpty else {
      omit(
        "unknown-profession", row.range(of: columns.slots[0].code), "\(who): expected a taxonomy code, found nothing")
      return
    }
    guard let profession = profession(codes, of: who) else { return }
    add(
      Claim(
        first: row.stated(columns.first), last: row.stated(columns.last), npi: npi,
        npiRange: row.range(of: columns.npi), profession: profession,
        licences: licences(row, slots, of: profession, who), range: row.range))
  }

  private func entity(_ row: CSVRecord, _ columns: NPPESColumns) -> String {
    let type = row.stated(columns.entity)
    return type == "2" ? "an organization" : type.isEmpty ? "nothing" : "`\(type)`"
  }

  /// Active is an NPI without a deactivation, or one that was reactivated on that day or later.
  private mutating func isActive(_ row: CSVRecord, _ columns: NPPESColumns) -> Bool {
    let off = row.stated(columns.deactivated)
    let on = row.stated(columns.reactivated)
    if off.isEmpty { return true }
    let npi = row.stated(columns.npi)
    for (text, column) in [(off, columns.deactivated), (on, columns.reactivated)]
    where !text.isEmpty && Day(american: text) == nil {
      omit("wrong-date", row.range(of: column), "NPI \(npi): expected a day as MM/DD/YYYY, found `\(text)`")
      return false
    }
    guard let deactivated = Day(american: off) else { return false }
    if let reactivated = Day(american: on), reactivated >= deactivated { return true }
    omit("deactivated-npi", row.range(of: columns.deactivated), "NPI \(npi) was deactivated on \(deactivated)")
    return false
  }

  /// The licences beside the taxonomy codes of the profession; those of another profession are listed.
  private mutating func licences(
    _ row: CSVRecord, _ slots: [NPPESColumns.Slot], of profession: String, _ who: String
  ) -> [RosterLicence] {
    var licences: [RosterLicence] = []
    for slot in slots {
      guard let number = slot.number, let stateColumn = slot.state, !row.stated(stateColumn).isEmpty else { continue }
      guard taxonomy.profession(of: row.stated(slot.code)) == profession else {
        omit(
          "other-licence", row.range(of: slot.code),
          "\(who): a licence beside the code `\(row.stated(slot.code))` is not one of a \(profession)")
        continue
      }
      guard let state = state(row.stated(stateColumn), at: row.range(of: stateColumn), of: who) else { continue }
      let text = row.stated(number)
      let licence = RosterLicence(state: state, number: text.isEmpty ? nil : text, from: nil, ends: nil)
      if !licences.contains(licence) { licences.append(licence) }
    }
    return licences
  }
}

extension CSVRecord {
  /// The text of a field without blanks around it; empty where the file says that nothing is known.
  func stated(_ field: Int) -> String {
    let text = fields[field]
    if text == "<UNAVAIL>" { return "" }
    guard text.first == " " || text.last == " " else { return text }
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
