import Documents
import Rules
import TestSupport
import Testing

/// A list that a program leaves out counts as empty only where one more element could never turn *met* into *gap*.
@Suite struct PolarityTests {
  private func harmless(_ that: String, applies: String = "\"true\"", definitions: String = "{}") throws -> Set<String>
  {
    var folder = SmallFolder()
    // A plain scalar of YAML can't begin with `!`.
    folder.rule = SmallFolder.rule(applies: applies, that: that.hasPrefix("!") ? "\"\(that)\"" : that)
    folder.definitions = definitions
    return try Rulebook.load(from: folder.tree).rules[0].requirements[0].emptyWhenOmitted
  }

  @Test(arguments: [
    "program.agreements.exists(a, a.of == practitioner)",
    "size(program.agreements) >= 1", "1 <= size(program.agreements)",
    "!program.agreements.all(a, a.of == practitioner)",
    "size(program.agreements.filter(a, a.of == practitioner)) > 0",
  ])
  func aListThatOnlyHelpsCountsAsEmpty(that: String) throws {
    #expect(try harmless(that).contains("program.agreements"))
  }

  @Test(arguments: [
    "program.agreements.all(a, a.of == practitioner)", "size(program.agreements) <= 3",
    "!program.agreements.exists(a, a.of == practitioner)", "size(program.agreements) == 2",
    "program.agreements.exists(a, a.of == practitioner) && size(program.agreements) < 5",
  ])
  func aListThatCouldHarmDoesNot(that: String) throws {
    #expect(try !harmless(that).contains("program.agreements"))
  }

  @Test func aListInWhatTheRuleBindsHarms() throws {
    #expect(
      try !harmless("\"true\"", applies: "program.agreements.exists(a, a.of == practitioner)")
        .contains("program.agreements"))
  }

  @Test func directionPassesThroughDefinitions() throws {
    let definitions = "agreed:\n  of: {g: program}\n  is: g.agreements.exists(a, a.kind == 'delegation')\n"
    #expect(try harmless("agreed(program)", definitions: definitions).contains("program.agreements"))
    #expect(try !harmless("!agreed(program)", definitions: definitions).contains("program.agreements"))
  }
}
