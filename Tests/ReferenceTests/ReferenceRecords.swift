import Law
import Rules

/// A record that a rule asks about, and whether it is law. Without a value it stands for all that may be law besides.
struct AskedRecord {
  var number: String?
  let name: String
  let isLaw: Kleene
  let value: Value?
}

/// The texts of law, and rules that ask about each record of it. The findings join as S2 has *all*: ∧(¬gᵢ∨pᵢ) ∧ ¬m.
extension Reference {
  /// The records that a rule asks about, those of every text that may hold; nil: it asks once.
  func records(of rule: Rule, for subject: ReferenceSubject) -> [AskedRecord?] {
    guard let (name, formula) = rule.each else { return [nil] }
    emptyWhenOmitted = []
    look(at: subject)
    let texts = underEveryText { list(value(formula.expression, formula.checked, variables)) }
    let guarded = texts.flatMap { text in text.found.members.map { (o.and(text.holds, $0.guard), $0.value) } }
    let known = guarded.enumerated().map { index, member in
      AskedRecord(number: String(index + 1), name: name, isLaw: o.isLaw(member.0), value: member.1)
    }
    let more = texts.reduce(.F) { o.or($0, o.and($1.holds, $1.found.more)) }
    return known + [AskedRecord(number: "?", name: name, isLaw: more, value: nil)]
  }

  /// What is found under every text of the divided facts that are met, and whether those texts hold.
  func underEveryText<Found>(
    _ tried: [Divided: Int] = [:], _ holds: Kleene = .T, _ find: () -> Found
  ) -> [(holds: Kleene, found: Found)] {
    (chosen, undecided) = (tried, nil)
    let found = find()
    guard let divided = undecided else { return [(holds, found)] }
    return texts(of: divided, tried).enumerated().flatMap { index, text in
      underEveryText(tried.merging([divided: index]) { $1 }, o.and(holds, text), find)
    }
  }

  /// When each text of a fact holds: its value, its exceptions, of which the first whose condition holds counts, and
  /// the text that contests the value.
  private func texts(of divided: Divided, _ tried: [Divided: Int]) -> [Kleene] {
    var otherwise = Kleene.T
    let exceptions = divided.fact.exceptions.map { exception in
      let when = o.heedsExceptions ? self.when(exception, tried) : .F
      defer { otherwise = o.and(otherwise, o.not(when)) }
      return o.and(otherwise, when)
    }
    guard divided.fact.contested != nil else { return [otherwise] + exceptions }
    let doubt = o.heedsContests ? Kleene.U : .F
    return [o.and(otherwise, o.not(doubt))] + exceptions + [o.and(otherwise, doubt)]
  }

  /// Whether an exception's condition holds; one that hangs on law which is itself divided is unknown.
  private func when(_ exception: DatedValue.Exception, _ tried: [Divided: Int]) -> Kleene {
    (chosen, undecided) = (tried, nil)
    let holds = holds(exception.when)
    return undecided == nil ? holds : .U
  }
}
