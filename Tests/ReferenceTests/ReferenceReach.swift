import Programs
import Rules

extension Reference {
  /// Whether a finding bears on a delivery before a payer (S7): what its subject names, the delivery must have.
  func bears(_ subject: ReferenceSubject, on delivery: ReferenceSubject) -> Bool {
    // A visit at a distance is held from the sites of its line, so what is found of any of them bears on it.
    let line = delivery.line.map { q.program[$0] }
    let sites = delivery.site.map { [$0] } ?? line.map { q.program.parts("at", of: $0).map(\.id) } ?? []
    let paper = subject.paper.map { q.program[$0] }
    let isOfPayer = subject.payer == nil || delivery.payer == subject.payer
    switch subject.concern {
    case .site: return o.bears(.site, ["site": sites.contains { $0 == subject.site }])
    case .supervision:
      let delegates = agreements(of: subject).map { q.program.part("of", of: $0)?.id }
      let common = ["state": delivery.state == subject.state, "person": delegates.contains(delivery.practitioner)]
      return o.bears(.supervision, common)
    case .contract:
      let isCovered = line?.word("service").map { paper?.words("covers").contains($0) ?? false } ?? false
      return o.bears(.contract, ["payer": isOfPayer, "line": isCovered])
    case .credentialing:
      let isThere = paper.flatMap { q.program.part("site", of: $0) }.map { sites.contains($0.id) } ?? true
      let isOfPerson = delivery.practitioner == subject.practitioner
      return o.bears(.credentialing, ["payer": isOfPayer, "person": isOfPerson, "site": isThere])
    default:
      // What is found of a case or of one record of law bears on all to which the plan belongs.
      var whole = subject
      (whole.paper, whole.record) = (nil, nil)
      return delivery.seen(by: subject.concern) == whole
    }
  }
}
