import Diagnostics
import Documents
import Programs

/// The columns of a list, by name, and how its rows are read.
struct ExclusionColumns {
  private let kind: ExclusionList.Kind
  private let last: Int
  private let first: Int
  private let business: Int
  private let npi: Int
  private let type: Int?
  private let from: Int
  private let ends: Int
  private let waiver: Int?
  private let waiverState: Int?

  /// The LEIE's `UPDATED.csv`; its layout calls the last column `WAIVERSTATE`, the file `WVRSTATE`.
  init?(leie table: CSVTable) {
    let needed = [
      table.required("LASTNAME"), table.required("FIRSTNAME"), table.required("BUSNAME"), table.required("NPI"),
      table.required("EXCLDATE"), table.required("REINDATE"), table.required("EXCLTYPE"), table.required("WAIVERDATE"),
      table.required("WVRSTATE", "WAIVERSTATE"),
    ].compactMap { $0 }
    guard needed.count == 9 else { return nil }
    kind = .leie
    (last, first, business, npi, from, ends) = (needed[0], needed[1], needed[2], needed[3], needed[4], needed[5])
    (type, waiver, waiverState) = (needed[6], needed[7], needed[8])
  }

  /// The public extract of SAM.gov.
  init?(sam table: CSVTable) {
    let needed = [
      table.required("Last"), table.required("First"), table.required("Name"), table.required("NPI"),
      table.required("Active Date"), table.required("Termination Date"),
    ].compactMap { $0 }
    guard needed.count == 6 else { return nil }
    kind = .sam
    (last, first, business, npi, from, ends) = (needed[0], needed[1], needed[2], needed[3], needed[4], needed[5])
    type = table.column("Exclusion Type")
    waiver = nil
    waiverState = nil
  }

  func exclusion(_ row: CSVRecord, _ problems: Problems) -> Exclusion {
    let widths: Exclusion.Widths = kind == .leie ? .leie : .sam
    let (last, first, business) = (row.stated(last), row.stated(first), row.stated(business))
    let number = row.stated(npi)
    let isWaived = waiver.map { day(row, $0, problems) != nil } ?? false
    return Exclusion(
      name: last.isEmpty ? business : "\(last), \(first)", npi: NPI.isValid(number) ? number : nil,
      kind: type.map(row.stated) ?? "", from: day(row, from, problems), ends: day(row, ends, problems),
      waived: isWaived ? waiverState.map(row.stated) : nil, range: row.range,
      last: CutText(last, width: widths.last), first: CutText(first, width: widths.first),
      business: CutText(business, width: widths.business))
  }

  /// `00000000`, nothing and `Indefinite` are no day; what is neither that nor a day is an error.
  private func day(_ row: CSVRecord, _ column: Int, _ problems: Problems) -> Day? {
    let text = row.stated(column)
    if text.isEmpty || text == "00000000" || text == "Indefinite" { return nil }
    if let day = kind == .leie ? Day(compact: text) : Day(american: text) ?? Day(text) { return day }
    let form = kind == .leie ? "YYYYMMDD" : "MM/DD/YYYY"
    problems.error("wrong-date", at: row.range(of: column), "expected a day as \(form), found `\(text)`")
    return nil
  }
}

extension Day {
  /// A day written as YYYYMMDD, as the LEIE does; nil for any other text.
  init?(compact text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      return nil
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
