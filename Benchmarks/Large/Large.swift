/// Writes a large program: `large [STAFF [LINES]]`, 500 and 200 where nothing is said. Sites, staff and payers of five
/// states; each line is delivered at two sites by up to eight people and billed to four of eight payers. The same
/// numbers give the same text.
@main
enum Large {
  private static let states = ["NC", "VA", "TX", "FL", "WA"]
  private static let services = [
    ("physician", "evaluation_and_management"), ("nurse_practitioner", "evaluation_and_management"),
    ("physician_assistant", "evaluation_and_management"), ("physical_therapist", "physical_therapy"),
    ("psychologist", "psychotherapy"), ("acupuncturist", "acupuncture"), ("chiropractor", "spinal_manipulation"),
    ("massage_therapist", "massage"), ("pharmacist", "self_management_education"),
    ("clinical_social_worker", "psychotherapy"),
  ]

  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let staff = numbers.first ?? 500
    let lines = numbers.dropFirst().first ?? 200
    print("program: Large\nsites:")
    for site in 0..<20 { print("  - {id: site\(site), state: \(state(site)), setting: office}") }
    print("staff:")
    for person in 0..<staff { print(practitioner(person)) }
    print("payers:\n  - {id: medicare, kind: medicare_ffs}")
    for (number, state) in states.enumerated() {
      print("  - {id: plan\(number), kind: medicaid_managed_care, state: \(state)}")
    }
    print("  - {id: insurer, kind: commercial_insured, state: NC}\n  - {id: patient, kind: self_pay}\nservices:")
    for line in 0..<lines { print(service(line, staff)) }
  }

  private static func state(_ number: Int) -> String { states[number % states.count] }

  private static func practitioner(_ number: Int) -> String {
    let state = state(number / services.count)
    let licence = "{kind: licence, state: \(state), status: active, ends: 2028-01-31}"
    let profession = services[number % services.count].0
    return "  - {id: s\(number), profession: \(profession), works_from: \(state), authorities: [\(licence)]}"
  }

  private static func service(_ number: Int, _ staff: Int) -> String {
    let kind = number % services.count
    let home = number % states.count
    let people = (0..<staff).filter { $0 % services.count == kind && ($0 / services.count) % states.count == home }
    let team = people.indices.prefix(8).map { "s\(people[($0 + number) % people.count])" }.joined(separator: ", ")
    let all = ["medicare"] + states.indices.map { "plan\($0)" } + ["insurer", "patient"]
    let payers = (0..<4).map { all[(number + 2 * $0) % all.count] }.joined(separator: ", ")
    return """
        - id: line\(number)
          service: \(services[kind].1)
          staff: {any: [\(team)]}
          at: [site\(home), site\(home + states.count)]
          payers: [\(payers)]
      """
  }
}
