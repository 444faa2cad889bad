import Diagnostics
import Documents

extension RosterReader {
  private static let npi = "http://hl7.org/fhir/sid/us-npi"
  private static let nucc = "http://nucc.org/provider-taxonomy"

  /// Reads a FHIR R4 bundle of `PractitionerRole`, as Plan-Net has them. JSON is read as the YAML that it is.
  mutating func readBundle(_ bundle: Node, _ problems: Problems) {
    guard bundle["resourceType"]?.scalar?.text == "Bundle" else {
      problems.error("no-bundle", at: bundle.range, "expected a FHIR resource of the type `Bundle`")
      return
    }
    var practitioners: [String: Node] = [:]
    var roles: [Node] = []
    for entry in bundle["entry"]?.elements ?? [] {
      guard let resource = entry["resource"], let type = resource["resourceType"]?.scalar?.text else { continue }
      if type == "PractitionerRole" { roles.append(resource) }
      guard type == "Practitioner" else { continue }
      if let id = resource["id"]?.scalar?.text { practitioners["Practitioner/\(id)"] = resource }
      if let address = entry["fullUrl"]?.scalar?.text { practitioners[address] = resource }
    }
    for role in roles { read(role, practitioners) }
  }

  private mutating func read(_ role: Node, _ practitioners: [String: Node]) {
    guard isInForce(role) else { return }
    guard let reference = role["practitioner"]?["reference"]?.scalar?.text else {
      omit("no-practitioner", role.range, "expected a reference to a practitioner, found none")
      return
    }
    let contained = (role["contained"]?.elements ?? []).first { "#\($0["id"]?.scalar?.text ?? "")" == reference }
    guard let person = contained ?? practitioners[reference] else {
      omit("no-practitioner", role["practitioner"]?.range ?? role.range, "the bundle has no `\(reference)`")
      return
    }
    guard person["active"]?.scalar?.text != "false" else {
      omit("inactive", person["active"]?.range ?? person.range, "`\(reference)` is not active")
      return
    }
    let name = self.name(of: person)
    let who = [name.first, name.last].filter { !$0.isEmpty }.joined(separator: " ")
    let stated = codes(role["specialty"]?.elements ?? [])
    let codes =
      stated.isEmpty ? self.codes((person["qualification"]?.elements ?? []).compactMap { $0["code"] }) : stated
    guard !codes.isEmpty else {
      omit("unknown-profession", role.range, "\(who): expected a specialty with a code of \(Self.nucc), found none")
      return
    }
    guard let profession = profession(codes, of: who) else { return }
    let npi = person.identifier(Self.npi) ?? role.identifier(Self.npi)
    add(
      Claim(
        first: name.first, last: name.last, npi: npi?.scalar?.text ?? "", npiRange: npi?.range ?? person.range,
        profession: profession, range: role.range))
  }

  /// A role that is not active, or whose period has ended, is listed.
  private mutating func isInForce(_ role: Node) -> Bool {
    if role["active"]?.scalar?.text == "false" {
      omit("inactive", role["active"]?.range ?? role.range, "a role that is not active")
      return false
    }
    guard let end = role["period"]?["end"], let text = end.scalar?.text else { return true }
    // Of a date with a time the day decides.
    guard let date = PartialDate(String(text.prefix { $0 != "T" })) else {
      omit("wrong-date", end.range, "expected a date as YYYY-MM-DD, found `\(text)`")
      return false
    }
    if date.latest >= day { return true }
    omit("ended", end.range, "a role that ended on \(text)")
    return false
  }

  /// The official name, or the first.
  private func name(of person: Node) -> (first: String, last: String) {
    let names = person["name"]?.elements ?? []
    let name = names.first { $0["use"]?.scalar?.text == "official" } ?? names.first
    return (name?["given"]?.elements.first?.scalar?.text ?? "", name?["family"]?.scalar?.text ?? "")
  }

  private func codes(_ concepts: [Node]) -> [(code: String, range: SourceRange)] {
    concepts.flatMap { $0["coding"]?.elements ?? [] }.compactMap { coding in
      guard coding["system"]?.scalar?.text == Self.nucc, let code = coding["code"] else { return nil }
      return (code.scalar?.text ?? "", code.range)
    }
  }
}

extension Node {
  /// The value of a key of a mapping.
  subscript(_ key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The elements of a sequence; none for anything else.
  var elements: [Node] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  /// The value of a resource's identifier of a system.
  fileprivate func identifier(_ system: String) -> Node? {
    (self["identifier"]?.elements ?? []).first { $0["system"]?.scalar?.text == system }?["value"]
  }
}
