import CEL
import Documents
import Law
import Programs
import Rules

extension Grounder {
  /// A message with its expressions filled in.
  mutating func text(_ template: Template, _ variables: Variables) -> String {
    var result = ""
    for part in template.parts {
      switch part {
      case .text(let text): result += text
      case .value(let formula):
        let value = term(formula.expression, formula.checked, variables)
        result += words(value, isDate: formula.checked.type == Types.date)
      }
    }
    return result
  }

  func words(_ term: Term, isDate: Bool) -> String {
    switch term {
    case .word(let word): return Self.spaced(word)
    case .truth(let ref): return ref == .yes ? "yes" : ref == .no ? "no" : "unknown"
    case .reading(let id): return Self.spaced(circuit[id].words ?? "unknown")
    case .doubt(let id): return circuit[id].words ?? "unknown"
    case .number(let linear), .cap(let linear, _): return number(linear, isDate: isDate)
    case .part(let id): return title(of: program[id])
    case .unstated(let owner, let path, _):
      return "an unstated \(path.split(separator: ".").last ?? "") of \(program[owner].label)"
    case .record(let record): return record.label
    case .law(let place):
      if case .code(let code) = place.jurisdiction { return States.names[code] ?? code }
      return "an unknown state"
    case .key(let key): return key ?? "none"
    case .list(let list):
      if list.elements.isEmpty { return known(list.remainder) == .no ? "none" : "an unknown list" }
      return list.elements.map { words($0.term, isDate: isDate) }.joined(separator: ", ")
    }
  }

  /// The truth of a node that is known before the circuit is evaluated: of a flag that is read.
  private func known(_ ref: Ref) -> Truth {
    guard case .leaf(.holds(let id)) = circuit.nodes[ref.node], case .bool(let flag) = circuit[id].value else {
      return ref == .yes ? .yes : ref == .no ? .no : .unknown
    }
    return ref.isNegated ? Truth(!flag) : Truth(flag)
  }

  private func number(_ linear: Linear, isDate: Bool) -> String {
    let range = linear.bounds({ known($0) }, { circuit[$0].value }, { circuit[$0].domain })
    guard range.lowerBound == range.upperBound else { return "unknown" }
    let number = range.lowerBound + linear.clock * day.number
    if abs(number) >= Linear.infinity / 2 { return number < 0 ? "the beginning" : "no end" }
    return isDate ? Day(number: number).description : String(number)
  }

  /// A part as a sentence names it: a person with the profession, everything else by its name or id.
  private func title(of entity: Entity) -> String {
    let name = entity.word("name") ?? entity.label
    guard let profession = entity.word("profession"), entity.shape == "practitioner" else { return name }
    let word = rules.vocabulary.word(profession, in: "profession")?.title ?? profession
    return "\(name) (\(word))"
  }

  private static func spaced(_ word: String) -> String { word.split(separator: "_").joined(separator: " ") }
}
