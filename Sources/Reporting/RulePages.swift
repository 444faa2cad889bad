import Documents
import Law
import Rules

/// A page of documentation for each rule and pathway, and the index of them, in Markdown. They are written from the
/// rules themselves, so that they can't say anything else.
public struct RulePages {
  private let rules: Rulebook
  /// The names of the test cases by the path of the rule's file.
  private let cases: [String: [String]]

  /// The pages of a rulebook; `cases` has the names of the test cases of each id.
  public init(_ rules: Rulebook, cases: [String: [String]]) {
    self.rules = rules
    self.cases = cases
  }

  /// The text of every page by its path below the folder of the pages.
  public var pages: [String: String] {
    var pages = ["README.md": index]
    for rule in rules.rules { pages["\(Self.family(of: rule.range.source.name))/\(rule.id).md"] = page(rule) }
    for pathway in rules.pathways.values { pages["pathways/\(pathway.id).md"] = page(pathway) }
    return pages
  }

  /// The folder of `rules/` in which a file stands.
  private static func family(of file: String) -> String {
    let parts = file.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : ""
  }

  private var families: [String: String] {
    let rules = rules.rules.map { ($0.id, Self.family(of: $0.range.source.name)) }
    return Dictionary(rules + self.rules.pathways.keys.map { ($0, "pathways") }) { first, _ in first }
  }

  // MARK: Index

  private var index: String {
    var form = MarkdownForm()
    form.heading(1, "Rules and pathways")
    form.paragraph(
      "Written from the rules by the tests, with a page for each: whom it concerns, what it asks, and by which law.")
    for family in Rulebook.families {
      form.heading(2, family)
      let members = rules.rules.filter { families[$0.id] == family }
      form.table(
        ["rule", "what it says", "a gap is"],
        members.map { [.page($0.id, "\(family)/\($0.id).md"), .text($0.title), .text($0.consequence.rawValue.spaced)] })
    }
    form.heading(2, "pathways")
    form.table(
      ["pathway", "what it is", "cures"],
      rules.pathways.values.sorted { $0.id < $1.id }.map { pathway in
        let cures = pathway.cures.map(\.rawValue.spaced).joined(separator: ", ")
        return [.page(pathway.id, "pathways/\(pathway.id).md"), .text(pathway.title), .text(cures)]
      })
    return form.text
  }

  // MARK: Pages

  private func page(_ rule: Rule) -> String {
    var form = MarkdownForm()
    form.heading(1, rule.id)
    form.paragraph(rule.title)
    form.table(
      ["", ""],
      [
        [.text("concerns"), .text(rule.concern.inWords)], [.text("barrier"), .text(rule.barrier.rawValue)],
        [.text("a gap is"), .text(rule.consequence.rawValue.spaced)],
        [.text("written in"), .page(file(of: rule.id), "../../../\(file(of: rule.id))")],
      ])
    add(rule.applies, under: "Applies where", to: &form)
    if let each = rule.each { add(each.records, under: "Asked for each \(each.name) of", to: &form) }
    add(rule.requirements, to: &form)
    add(exceptionsOf: rule, to: &form)
    add(rule.keys, rule.cite, rule.id, to: &form)
    return form.text
  }

  private func page(_ pathway: Pathway) -> String {
    var form = MarkdownForm()
    form.heading(1, pathway.id)
    form.paragraph(pathway.title)
    let effort = "\(pathway.effort.weeks) weeks, \(pathway.effort.costUSD) USD (a planning assumption)"
    form.table(
      ["", ""],
      [
        [.text("concerns"), .text(pathway.concern.inWords)], [.text("kind"), .text(pathway.kind.spaced)],
        [.text("cures"), .text(pathway.cures.map(\.rawValue.spaced).joined(separator: ", "))],
        [.text("effort"), .text(effort)],
        [.text("written in"), .page(file(of: pathway.id), "../../../\(file(of: pathway.id))")],
      ])
    add(pathway.chosen, under: "Taken where", to: &form)
    add(pathway.available, under: "Open where", to: &form)
    add(pathway.requirements, to: &form)
    let users = rules.rules.filter { $0.requirements.contains { $0.pathways.contains(pathway.id) } }
    if !users.isEmpty {
      form.heading(2, "Stands in for")
      form.list(users.map { link($0.id) })
    }
    add(pathway.keys, pathway.cite, pathway.id, to: &form)
    return form.text
  }

  private func file(of id: String) -> String { "rules/\(families[id] ?? "")/\(id).yaml" }

  private func link(_ id: String) -> MarkdownForm.Cell { .page(id, "../\(families[id] ?? "")/\(id).md") }

  // MARK: Sections

  private func add(_ formula: Formula, under title: String, to form: inout MarkdownForm) {
    form.heading(2, title)
    form.code(formula.text, language: "cel")
  }

  private func add(_ requirements: [Requirement], to form: inout MarkdownForm) {
    for requirement in requirements {
      form.heading(2, "Asks: \(requirement.id)")
      if let when = requirement.when {
        form.paragraph("Only where")
        form.code(when.text, language: "cel")
      }
      form.paragraph(requirement.join.inWords)
      for alternative in requirement.alternatives {
        if !alternative.name.isEmpty { form.paragraph("\(alternative.name):") }
        form.code(alternative.formula.text, language: "cel")
      }
      form.paragraph("Otherwise: \(requirement.otherwise.written)")
      guard !requirement.pathways.isEmpty else { continue }
      form.paragraph("Pathways that may stand in for it:")
      form.list(requirement.pathways.map(link))
    }
  }

  private func add(exceptionsOf rule: Rule, to form: inout MarkdownForm) {
    let others = (rules.exceptions[rule.id] ?? []).map(\.id)
    guard rule.exception != nil || !others.isEmpty else { return }
    form.heading(2, "Exceptions")
    if let exception = rule.exception {
      let states = exception.states.isEmpty ? "everywhere" : "in " + exception.states.joined(separator: ", ")
      form.paragraph("Takes the place of another rule \(states)\(Self.time(of: exception)):")
      form.list([link(exception.rule)])
    }
    guard !others.isEmpty else { return }
    form.paragraph("Another rule takes its place:")
    form.list(others.map(link))
  }

  private static func time(of exception: RuleException) -> String {
    (exception.from.map { ", from \($0)" } ?? "") + (exception.to.map { ", before \($0)" } ?? "")
  }

  private func add(_ keys: [String], _ cite: [String], _ id: String, to form: inout MarkdownForm) {
    if !keys.isEmpty {
      form.heading(2, "Law that it reads")
      form.table(["key", "question"], keys.map { [.code($0), .text(rules.codebook.questions[$0]?.text ?? "")] })
    }
    if !cite.isEmpty {
      form.heading(2, "Law that it cites")
      form.list(cite)
    }
    if let names = cases[id], !names.isEmpty {
      form.heading(2, "Tests")
      form.list(names)
    }
  }
}

extension Requirement.Join {
  /// How alternatives are read together.
  fileprivate var inWords: String {
    switch self {
    case .that: "That"
    case .any: "One of"
    case .all: "All of"
    }
  }
}

extension Template {
  /// The message as it is written, expressions in braces.
  fileprivate var written: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let formula): "{\(formula.text.drop { $0 == " " })}"
      }
    }.joined()
  }
}

extension Concern {
  /// For what a rule is asked, in words.
  fileprivate var inWords: String {
    switch self {
    case .program: "the program as a whole"
    case .site: "each site"
    case .practitioner: "each practitioner"
    case .practice: "each practitioner in each place where they see patients"
    case .service: "each service line in each place"
    case .delivery: "each service line with each practitioner, place and way of seeing patients"
    case .coverage: "each service line with each of its payers, by place"
    case .claim: "each service line with each practitioner, payer, place and way of seeing patients"
    case .supervision: "each practitioner who supervises others, by place"
    case .payer: "each payer, by place"
    case .contract: "each contract with a payer"
    case .credentialing: "each credentialing file"
    }
  }
}
