import Foundation
import TestSupport
import Testing

@Suite struct FormTests {
  private let sources = Repository.files(below: "Sources", ending: ".swift")
  private let all =
    Repository.files(below: "Sources", ending: ".swift") + Repository.files(below: "Tests", ending: ".swift")

  @Test func aFileHoldsOneIdea() throws {
    var lengths: [Int] = []
    for path in all {
      let length = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(length <= 600, "\(path) has \(length) lines")
      lengths.append(length)
    }
    lengths.sort()
    #expect(lengths.count > 80)
    #expect(lengths[lengths.count / 2] <= 110)
    #expect(lengths[lengths.count * 9 / 10] <= 300)
  }

  @Test(arguments: ["try!", "as!", "fatalError(", "preconditionFailure(", "TODO", "FIXME"])
  func noTrapsAndNothingLeftUnfinished(word: String) throws {
    for path in sources {
      #expect(try !Repository.text(path).contains(word), "\(path) has \(word)")
    }
  }

  @Test(arguments: ["Utils", "Helpers", "Manager", "Convenience"])
  func noCatchAllFiles(word: String) {
    for path in all { #expect(!path.contains(word)) }
  }
}
