import Diagnostics

@testable import Documents

/// Reads any bytes as a table: it may refuse them, with messages that point into the text, and what it reads stands
/// where it says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let problems = Problems()
  if var table = CSVTable(source, problems: problems) {
    _ = table.required("NPI", "LASTNAME")
    var last = table.header.range.offsets.upperBound
    while let row = table.next() {
      precondition(row.fields.count == table.header.fields.count)
      precondition(row.range.offsets.lowerBound >= last && row.range.offsets.upperBound <= count)
      for field in row.fields.indices {
        let range = row.range(of: field)
        precondition(row.range.offsets.contains(range.offsets.lowerBound) || range.offsets.isEmpty)
        precondition(range.offsets.upperBound <= row.range.offsets.upperBound)
      }
      last = row.range.offsets.upperBound
    }
  }
  for diagnostic in problems.diagnostics {
    guard let range = diagnostic.range else { continue }
    precondition(range.offsets.upperBound <= count)
  }
  return 0
}
