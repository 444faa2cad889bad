import Diagnostics

@testable import Documents

/// Reads any bytes as YAML: the reader may refuse them, with messages that point into the text, and what it reads lies
/// within what it lies in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocument(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  do throws(Rejection) {
    check(try YAMLReader.read(source), within: 0..<count, depth: 0)
  } catch {
    precondition(!error.diagnostics.isEmpty && error.diagnostics.count <= Problems.limit + 1)
    for diagnostic in error.diagnostics {
      guard let range = diagnostic.range else { preconditionFailure("a message without a place") }
      precondition(range.offsets.upperBound <= count)
      precondition(range.start <= range.end)
    }
  }
  return 0
}

private func check(_ node: Node, within outer: Range<Int>, depth: Int) {
  let offsets = node.range.offsets
  precondition(depth <= YAMLReader.Limits.standard.depth)
  precondition(outer.lowerBound <= offsets.lowerBound && offsets.upperBound <= outer.upperBound)
  switch node.content {
  case .scalar:
    // What stands for nothing has no text to point into.
    guard let text = EmbeddedText(node) else { return }
    for start in stride(from: 0, to: text.text.bytes.count, by: 7) {
      let place = text.fileRange(of: start..<(start + 1)).offsets
      precondition(offsets.lowerBound <= place.lowerBound && place.upperBound <= offsets.upperBound)
    }
  case .sequence(let elements):
    for element in elements { check(element, within: offsets, depth: depth + 1) }
  case .mapping(let entries):
    precondition(Set(entries.map(\.key)).count == entries.count)
    for entry in entries { check(entry.value, within: offsets, depth: depth + 1) }
  }
}
