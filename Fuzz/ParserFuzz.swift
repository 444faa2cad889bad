import Diagnostics

@testable import CEL

/// Reads any bytes as an expression: parsing and checking may refuse them, with messages that point into the text,
/// and never do anything else.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  do throws(Rejection) {
    let expression = try Parser.parse(source, pairMacros: true)
    precondition(expression.height <= Parser.Limits.standard.height)
    precondition(expression.offsets.upperBound <= count)
    _ = try Checker.check(expression, in: source, against: environment)
  } catch {
    precondition(!error.diagnostics.isEmpty)
    for diagnostic in error.diagnostics {
      guard let range = diagnostic.range else { preconditionFailure("a message without a place") }
      precondition(range.offsets.upperBound <= count)
      precondition(range.start <= range.end)
    }
  }
  return 0
}

private let environment = Environment(
  variables: ["a": .dyn, "b": .list(.record("r")), "c.d": .enumeration("e"), "c.d.f": .map(.string, .int)],
  functions: ["f": [.init("f", [.enumeration("e"), .parameter("A")], .parameter("A"))]],
  records: ["r": ["x": .int, "y": .list(.enumeration("e"))]], enumerations: ["e": ["one", "two"]], container: "c")
