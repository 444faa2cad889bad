import Diagnostics
import Documents
import Law

@testable import Programs
@testable import Rosters

/// Reads any bytes as a roster of each format: they are refused, with messages that point into the text, or each
/// practitioner who is told comes back from a program into which they are written. The first byte says which format, and
/// whether what follows stands below a right first line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRoster(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let format = Roster.Format.allCases[Int(start[0]) % 3]
  let bytes = Array(UnsafeBufferPointer(start: start, count: count).dropFirst())
  let isFramed = start[0] & 0x80 == 0
  let source = SourceText(name: "fuzz", bytes: isFramed ? framed(bytes, as: format) : bytes)
  do throws(Rejection) {
    let roster = try RosterReader.read(source, as: format, vocabulary: vocabulary, on: Day(number: 20_782))
    for omission in roster.omissions { precondition(stands(omission, in: source)) }
    precondition(roster.practitioners.allSatisfy { $0.range.offsets.upperBound <= source.bytes.count })
    checkWritten(roster)
    checkAdded(roster)
  } catch {
    precondition(!error.diagnostics.isEmpty && error.diagnostics.count <= Problems.limit + 1)
    for diagnostic in error.diagnostics {
      precondition(diagnostic.id == "empty-table" || stands(diagnostic, in: source))
    }
  }
  return 0
}

private func framed(_ bytes: [UInt8], as format: Roster.Format) -> [UInt8] {
  switch format {
  case .csv:
    let names =
      "NPI,Last Name,First Name,Provider Type,Taxonomy Code,License State,License Number,License Issue Date,"
      + "License Expiration Date\n"
    return Array(names.utf8) + bytes
  case .nppes:
    let names =
      "NPI,Entity Type Code,Provider Last Name (Legal Name),Provider First Name,NPI Deactivation Date,"
      + "NPI Reactivation Date,Healthcare Provider Taxonomy Code_1,Provider License Number_1,"
      + "Provider License Number State Code_1,Healthcare Provider Primary Taxonomy Switch_1\n"
    return Array(names.utf8) + bytes
  case .fhir: return Array("{\"resourceType\":\"Bundle\",\"entry\":[".utf8) + bytes + Array("]}".utf8)
  }
}

/// Every message has a place, and the place is there.
private func stands(_ diagnostic: Diagnostic, in source: SourceText) -> Bool {
  guard let range = diagnostic.range else { return false }
  return range.offsets.upperBound <= source.bytes.count && range.start.line <= source.lineCount
}

private let site = "program: x\nsites:\n  - {id: a, state: NC}\nservices: []\n"

private func checkWritten(_ roster: Roster) {
  let source = SourceText(name: "p", text: site + roster.staffSection)
  guard let file = try? ExtensibleProgram(source, vocabulary: vocabulary) else {
    preconditionFailure("what was imported is no program")
  }
  check(roster.practitioners, in: file.program)
}

private func checkAdded(_ roster: Roster) {
  let text = SourceText(name: "p", text: site + "staff:\n  - {id: a, profession: physician}\n")
  guard let file = try? ExtensibleProgram(text, vocabulary: vocabulary) else { preconditionFailure("no program") }
  let merge = RosterMerge(roster, with: file.program)
  precondition(merge.added.count == roster.practitioners.count)
  guard !merge.added.isEmpty else { return }
  guard let whole = try? merge.text(of: file, named: "p", format: roster.format, vocabulary: vocabulary),
    let read = try? ExtensibleProgram(SourceText(name: "p", text: whole), vocabulary: vocabulary)
  else { preconditionFailure("what was added is no program") }
  precondition(read.program.parts("staff", of: read.program.root).count == merge.added.count + 1)
}

private func check(_ practitioners: [RosterPractitioner], in program: Program) {
  let staff = program.parts("staff", of: program.root)
  precondition(staff.count == practitioners.count)
  for (member, practitioner) in zip(staff, practitioners) {
    precondition(member.word("id") == practitioner.id && member.word("npi") == practitioner.npi)
    precondition((member.word("name") ?? "") == practitioner.name)
    precondition(member.word("profession") == practitioner.profession)
    let licences = program.parts("authorities", of: member)
    precondition(licences.map { $0.word("number") } == practitioner.licences.map(\.number))
    precondition(licences.map { $0.word("state") } == practitioner.licences.map(\.state))
  }
}
