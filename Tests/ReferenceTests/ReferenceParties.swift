import Documents
import Programs
import Rules

/// The subjects that are no plans of a line: supervisors, contracts, credentialing files and cases under audit.
extension Reference {
  // MARK: Supervisors

  /// Whoever others have agreements with, in each state where one of those practises.
  var supervisions: [ReferenceSubject] {
    unique(
      parts("agreements").flatMap { agreement in
        states(of: agreement).map { state in
          ReferenceSubject(
            concern: .supervision, practitioner: q.program.part("with", of: agreement)?.id, state: state)
        }
      })
  }

  /// The agreements that others have with a supervisor in a state, whether or not they are in force.
  func agreements(of supervision: ReferenceSubject) -> [Entity] {
    parts("agreements").filter { agreement in
      q.program.part("with", of: agreement)?.id == supervision.practitioner
        && o.isHere(.supervision, supervision.state.map(states(of: agreement).contains) ?? false)
    }
  }

  /// The states of an agreement's sites; where it names none, those in which its person delivers, else all of the
  /// program's.
  private func states(of agreement: Entity) -> [String] {
    let sites = q.program.parts("sites", of: agreement)
    let person = q.program.part("of", of: agreement)?.id
    let delivered = cells.filter { cell in people(cell).contains { $0 == person } }.compactMap(\.state)
    if sites.isEmpty, !delivered.isEmpty { return delivered }
    return (sites.isEmpty ? parts("sites") : sites).compactMap { $0.word("state") }
  }

  /// Those who are supervised, each with the agreement that says so while it is in force.
  func delegates(of supervision: ReferenceSubject) -> Value {
    let today = Interval(self.today.number, self.today.number)
    return .list(
      agreements(of: supervision).map { agreement in
        let part = Value.part(agreement.id)
        let signed = o.lessOrEqual(number(field("signed", of: part)), today)
        let lasts = o.lessOrEqual(today, number(field("ends", of: part)))
        let person = field("of", of: part)
        let site = workplace(under: agreement, in: supervision.state)
        let delegate: [String: Value] = [
          "practitioner": person, "profession": field("profession", of: person), "agreement": part, "site": site,
          "setting": field("setting", of: site),
          "fte": field("fte", of: agreement.values["fte"] == nil ? person : part),
        ]
        return (o.lasts(signed, lasts, o), .record(delegate))
      }, more: .F)
  }

  /// Where one who has an agreement works in a state: at the sites that it names, else at their own, else at any of the
  /// program's. Of several, only what is the same of all is known.
  private func workplace(under agreement: Entity, in state: String?) -> Value {
    let own = q.program.part("of", of: agreement).map { q.program.parts("sites", of: $0) } ?? []
    let named = [q.program.parts("sites", of: agreement), own].first { !$0.isEmpty } ?? parts("sites")
    let sites = o.workplaces(named.filter { $0.word("state") == state })
    guard let first = sites.first else { return .missing(shape: "site") }
    if sites.allSatisfy({ $0.id == first.id }) { return .part(first.id) }
    let same = first.values.filter { name, stated in sites.allSatisfy { $0.values[name]?.value == stated.value } }
    return .record(Dictionary(uniqueKeysWithValues: same.keys.map { ($0, field($0, of: .part(first.id))) }))
  }

  // MARK: Payers, contracts, files

  /// The lines that a payer pays in a state. One whose payers are left out may be among them (S2).
  func services(of subject: ReferenceSubject) -> Value {
    let lines = parts("services").filter { line in
      cells.contains { $0.line == line.id && o.isHere(.payer, $0.state == subject.state) }
    }
    return .list(
      lines.map { line in
        let isListed = q.program.parts("payers", of: line).contains { $0.id == subject.payer }
        let isLeftOut = line.values["payers"] == nil
        let left = o.omitted(emptyWhenOmitted.contains("service.payers"))
        return (isListed ? .T : isLeftOut ? left : .F, .part(line.id))
      }, more: .F)
  }

  /// A contract with its payer, or a credentialing file with its person and payer.
  func paper(_ part: Entity, _ concern: Concern) -> ReferenceSubject {
    ReferenceSubject(
      concern: concern, practitioner: q.program.part("of", of: part)?.id,
      payer: q.program.part("payer", of: part)?.id, paper: part.id)
  }

  // MARK: Cases

  /// The same with each case of its line in place of the plan.
  func audits(_ subject: ReferenceSubject) -> [ReferenceSubject] {
    parts("cases").filter { q.program.part("service", of: $0)?.id == subject.line }.map {
      var audit = subject
      audit.paper = $0.id
      return audit
    }
  }

  /// The date of service of a subject: that of a case, else the day of the check (S5).
  func dateOfService(of subject: ReferenceSubject) -> Day {
    let stated = subject.paper.flatMap { subject.line == nil ? nil : q.program[$0].date("on") }
    return stated.map { o.dateOfService($0.earliest, q.day) } ?? q.day
  }
}
