import Diagnostics
import Documents
import Law

@testable import Programs

/// Reads any bytes as a program, under the shipped vocabulary: it is refused, with messages that point into the text,
/// or every part that it refers to is there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProgram(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  guard let node = try? YAMLReader.read(source) else { return 0 }
  do throws(Rejection) {
    let program = try Program(node, vocabulary: vocabulary)
    precondition(program.states.allSatisfy { States.names[$0] != nil })
    for entity in program.entities {
      precondition(entity.range.offsets.upperBound <= count)
      precondition(ProgramShapes.all[entity.shape] != nil)
    }
  } catch {
    precondition(!error.diagnostics.isEmpty && error.diagnostics.count <= Problems.limit + 1)
    for diagnostic in error.diagnostics {
      precondition((diagnostic.range?.offsets.upperBound ?? 0) <= count)
    }
  }
  return 0
}
