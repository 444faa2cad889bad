import Diagnostics
import Documents
import Law

@testable import Programs
@testable import Rosters

/// Reads any bytes as a list of excluded persons: they are refused, with messages that point into the text, or what was
/// found of the people of a program can be written into it. The first byte says which list, and whether what follows
/// stands below a right first line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExclusion(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let kind = start[0] & 1 == 0 ? ExclusionList.Kind.leie : .sam
  let bytes = Array(UnsafeBufferPointer(start: start, count: count).dropFirst())
  let head =
    kind == .leie
    ? "LASTNAME,FIRSTNAME,BUSNAME,NPI,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n"
    : "Last,First,Name,NPI,Active Date,Termination Date,Exclusion Type\n"
  let source = SourceText(name: "fuzz", bytes: start[0] & 0x80 == 0 ? Array(head.utf8) + bytes : bytes)
  do throws(Rejection) {
    let screening = try Screening(file.program, against: source, as: kind, on: Day(number: 20_782))
    precondition(screening.subjects.count == 4)
    for match in screening.subjects.flatMap(\.matches) {
      precondition(match.exclusion.range.offsets.upperBound <= source.bytes.count)
    }
    checkWritten(screening)
  } catch {
    precondition(!error.diagnostics.isEmpty && error.diagnostics.count <= Problems.limit + 1)
    for diagnostic in error.diagnostics where diagnostic.id != "empty-table" {
      guard let range = diagnostic.range else { preconditionFailure("a message without a place") }
      precondition(range.offsets.upperBound <= source.bytes.count && range.start.line <= source.lineCount)
    }
  }
  return 0
}

/// What is written loads, and says of nobody who was found that the look-up was clear.
private func checkWritten(_ screening: Screening) {
  guard let text = try? screening.text(of: file, named: "p", vocabulary: vocabulary),
    let read = try? ExtensibleProgram(SourceText(name: "p", text: text), vocabulary: vocabulary)
  else { preconditionFailure("what was found is no program") }
  let found = Set(screening.subjects.filter { !$0.matches.isEmpty }.map(\.id))
  for part in read.program.parts("screenings", of: read.program.root)
  where part.values["clear"]?.value == .bool(true) {
    precondition(found.isDisjoint(with: read.program.parts("of", of: part).compactMap { $0.word("id") }))
  }
}

private let file = {
  let text = """
    program: x
    sites:
      - {id: a, name: B C, state: NC}
    staff:
      - {id: p, name: A B, profession: physician, npi: "1234567893"}
      - {id: q, name: A, profession: physician}
      - {id: r, profession: physician, npi: "1234567893"}
    services: []

    """
  guard let file = try? ExtensibleProgram(SourceText(name: "p", text: text), vocabulary: vocabulary) else {
    preconditionFailure("no program")
  }
  return file
}()
