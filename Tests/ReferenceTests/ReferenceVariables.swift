import Programs
import Rules

extension Reference {
  /// What the formulas of a rule may speak of. Variables that a rule does not see can't occur in it.
  func variables(of subject: ReferenceSubject) -> [String: Value] {
    func part(_ id: EntityID?) -> Value { id.map { .part($0) } ?? .unknown }
    func law(_ code: String?) -> Value { .law(code: code, day: today, path: "") }
    let day = Value.number(Interval(q.day.number, q.day.number))
    let (site, line, payer) = (part(subject.site), part(subject.line), part(subject.payer))
    let regulator = if case .word(let code) = field("state", of: payer) { code } else { String?.none }
    // Where nothing is said of it, the deliverer bills in their own name.
    let billing = subject.line.flatMap { line in
      q.program.parts("billing", of: q.program[line]).first { q.program.part("payer", of: $0)?.id == subject.payer }
    }
    let own = Value.record(["payer": payer, "route": .word("own"), "under": .missing(shape: "practitioner")])
    return [
      "program": .part(q.program.root.id), "on": .number(Interval(today.number, today.number)), "as_of": day,
      "site": site, "service": line, "payer": payer, "practitioner": part(subject.practitioner),
      "law": law(subject.state), "federal": law("US"), "standards": law("STANDARDS"), "regulator": law(regulator),
      "place": .record(["state": .word(subject.state), "site": site, "setting": field("setting", of: site)]),
      "course": subject.paper == nil ? field("protocol", of: line) : part(subject.paper),
      "modality": .word(subject.modality), "supervision": field("supervision", of: line),
      "billing": billing.map { .part($0.id) } ?? (subject.payer == nil ? .unknown : own),
      "supervisor": part(subject.practitioner), "contract": part(subject.paper), "file": part(subject.paper),
      "delegates": subject.concern == .supervision ? delegates(of: subject) : .unknown,
      "services": subject.concern == .payer ? services(of: subject) : .unknown,
    ]
  }
}
