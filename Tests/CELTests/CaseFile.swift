import Foundation
import Testing

@testable import CEL

/// A file of cases in the form of the conformance files.
struct CaseFile {
  struct Case {
    let line: [UInt8]
    let json: JSON

    var name: String {
      ["file", "section", "name"].compactMap { json[$0]?.text }.joined(separator: "/")
    }
  }

  let cases: [Case]

  init(_ url: URL) throws {
    cases = try Data(contentsOf: url).split(separator: 0x0A).map { Case(line: Array($0), json: try JSON(Array($0))) }
  }

  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the cases whose answer is not the one expected, with what was answered.
  func failures() throws -> [(name: String, message: String)] {
    try cases.compactMap { test in
      let answer = CaseRunner.answer(test.line)
      let expected: String
      if let value = test.json["value"] {
        expected = "{\"value\": \(value.written)}"
      } else if let unknown = test.json["unknown"] {
        expected = "{\"unknown\": \(unknown.written)}"
      } else {
        expected = "{\"error\": …}"
      }
      let agrees = Self.agrees(try JSON(Array(answer.utf8)), test.json)
      return agrees ? nil : (test.name, "\(test.json["expr"]?.text ?? "") gave \(answer), not \(expected)")
    }
  }

  private static func agrees(_ answer: JSON, _ test: JSON) -> Bool {
    if let value = test["value"] { return answer["value"].map { same($0, value) } ?? false }
    if let unknown = test["unknown"] { return answer["unknown"]?.written == unknown.written }
    return answer["error"] != nil
  }

  /// Whether two typed values are the same value of the same type; maps in any order.
  private static func same(_ left: JSON, _ right: JSON) -> Bool {
    guard case .object(let a) = left, case .object(let b) = right, let (type, x) = a.first, let (other, y) = b.first,
      type == other
    else { return false }
    switch (type, x, y) {
    case ("double", .string(let x), .string(let y)):
      guard let x = Double(x), let y = Double(y) else { return false }
      return x == y || x.isNaN && y.isNaN
    case ("list", .array(let x), .array(let y)):
      return x.count == y.count && zip(x, y).allSatisfy(same)
    case ("map", .array(let x), .array(let y)):
      return x.count == y.count && x.allSatisfy { entry in y.contains { samePair(entry, $0) } }
    default: return x.written == y.written
    }
  }

  private static func samePair(_ left: JSON, _ right: JSON) -> Bool {
    guard case .array(let a) = left, case .array(let b) = right, a.count == 2, b.count == 2 else { return false }
    return same(a[0], b[0]) && same(a[1], b[1])
  }
}
