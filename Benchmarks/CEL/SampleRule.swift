import CEL
import Diagnostics

/// A condition as long as the longest of the rules that ship, with the declarations that it needs.
enum SampleRule {
  private static let text = """
    practitioner.profession in federal.medicare.acupuncture_furnishers
    && (!(practitioner.profession in federal.medicare.acupuncture_degree_and_licence_required_of)
      || practitioner.degrees.exists(d, d in ['acupuncture_masters', 'acupuncture_doctorate'])
      && (practitioner.profession == 'acupuncturist' && holds(practitioner, 'licence', place.state, on)
        || holds(practitioner, 'acupuncture_licence', place.state, on)))
    """

  private static var environment: Environment {
    let professions = Type.list(.enumeration("profession"))
    return Environment(
      variables: [
        "practitioner": .record("practitioner"), "place": .record("site"), "on": .opaque("date"),
        "federal.medicare.acupuncture_furnishers": professions,
        "federal.medicare.acupuncture_degree_and_licence_required_of": professions,
      ],
      functions: [
        "holds": [
          .init(
            "holds", [.record("practitioner"), .enumeration("credential"), .enumeration("state"), .opaque("date")],
            .bool)
        ]
      ],
      records: [
        "practitioner": ["profession": .enumeration("profession"), "degrees": .list(.enumeration("degree"))],
        "site": ["state": .enumeration("state")],
      ],
      enumerations: [
        "profession": ["acupuncturist", "physician", "nurse_practitioner", "physical_therapist"],
        "degree": ["acupuncture_masters", "acupuncture_doctorate", "doctor_of_medicine"],
        "credential": ["licence", "acupuncture_licence"], "state": ["NC", "VA"],
      ])
  }

  /// Prints the microseconds that reading the rule takes.
  static func measure() throws {
    let source = SourceText(name: "rule", text: text)
    let environment = environment
    let parsing = try nanoseconds { _ = try Parser.parse(source) }
    let whole = try nanoseconds {
      _ = try Checker.check(try Parser.parse(source), in: source, against: environment, expecting: .bool)
    }
    print("rule of \(source.bytes.count) bytes: parse \(parsing / 1_000) us, parse and check \(whole / 1_000) us")
  }
}
