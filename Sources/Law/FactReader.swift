import CEL
import Diagnostics
import Documents

/// Reads the dated values of one question in one jurisdiction.
struct FactReader {
  let question: Question
  let jurisdiction: String
  let sources: [String: Source]
  let problems: Problems

  // The form of the value itself is looked at by its type.
  private static let shape = LawShapes.datedValue(.anything)
  private static let contest = LawShapes.contest(.anything)
  private static let exception = LawShapes.exception(.anything)

  func read(_ node: Node) -> DatedValue? {
    guard let fields = Fields(node, Self.shape, problems: problems) else { return nil }
    let value = fields.required("value").flatMap { self.value($0, of: question.type) }
    let from = fields["from"]?.partialDate("`from`", problems: problems)
    let to = fields["to"]?.partialDate("`to`, the first day on which it no longer holds", problems: problems)
    let cite = fields["cite"]?.text("a citation", problems: problems)
    let source = fields.required("source").flatMap(source)
    let status = fields["status"]?.word("status", of: Status.allCases.map(\.rawValue), problems: problems)
    if let from, let to, to.latest <= from.earliest {
      problems.error(
        "empty-period", at: fields["to"]?.range, "`to` is the first day without the value, and must be after `from`")
    }
    guard let value, let source else { return nil }
    return DatedValue(
      key: question.key, jurisdiction: jurisdiction, value: value, from: from, to: to, cite: cite, source: source,
      note: fields["note"]?.text("a note", problems: problems),
      status: status.flatMap(Status.init(rawValue:)) ?? .inForce,
      decided: fields["decided"]?.day("`decided`", problems: problems), contested: contest(fields["contested"]),
      exceptions: exceptions(fields["except"]), range: node.range)
  }

  private func source(_ node: Node) -> Source? {
    if let name = node.scalar?.text, let source = sources[name] { return source }
    _ = node.word("source", of: sources.keys.sorted(), problems: problems)
    return nil
  }

  private func contest(_ node: Node?) -> DatedValue.Contest? {
    guard let node,
      let fields = Fields(node, Self.contest, problems: problems)
    else { return nil }
    let value = fields.required("value").flatMap { self.value($0, of: question.type) }
    let cite = fields.required("cite")?.text("a citation", problems: problems)
    guard let value, let cite else { return nil }
    return DatedValue.Contest(value: value, cite: cite)
  }

  private func exceptions(_ node: Node?) -> [DatedValue.Exception] {
    (node?.list(of: "exceptions", problems: problems) ?? []).compactMap { node in
      guard let fields = Fields(node, Self.exception, problems: problems) else { return nil }
      let when = fields.required("when").flatMap(condition)
      let value = fields.required("value").flatMap { self.value($0, of: question.type) }
      guard let when, let value else { return nil }
      return DatedValue.Exception(
        when: when, value: value, cite: fields["cite"]?.text("a citation", problems: problems))
    }
  }

  private func value(_ node: Node, of type: FactType) -> FactValue? {
    if node.scalar?.text == "unknown" { return .unknown }
    switch type {
    case .enumeration(let allowed):
      return word(node, allowed.values).map { .word($0) }
    case .words(let allowed):
      let nodes = node.list(of: "words", problems: problems)
      return nodes.map { .words($0.compactMap { word($0, allowed.values) }) }
    case .bool: return node.boolean("the value", problems: problems).map { .bool($0) }
    case .int: return node.integer("the value", problems: problems).map { .int($0) }
    case .date: return node.partialDate("the value", problems: problems).map { .date($0) }
    case .text: return node.text("a text", problems: problems).map { .text($0) }
    case .cap:
      if node.scalar?.text == "none" { return .cap(nil) }
      return node.integer("a cap (a number, or `none`)", problems: problems).map { .cap($0) }
    case .records(let fields): return records(node, fields)
    case .condition: return condition(node).map { .condition($0) }
    }
  }

  private func word(_ node: Node, _ values: [AllowedValue]) -> String? {
    if let word = node.scalar?.text, values.contains(where: { $0.word == word }) { return word }
    return node.word("value of \(question.key)", of: values.map(\.word), problems: problems)
  }

  private func records(_ node: Node, _ shape: [RecordField]) -> FactValue? {
    guard let nodes = node.list(of: "records", problems: problems) else { return nil }
    return .records(nodes.compactMap { record($0, shape) })
  }

  private func record(_ node: Node, _ shape: [RecordField]) -> [String: FactValue]? {
    let names = shape.map(\.name)
    guard let fields = Fields(node, of: "a record of \(question.key)", allowed: names, problems: problems)
    else { return nil }
    var record: [String: FactValue] = [:]
    for field in shape {
      guard let node = field.isRequired ? fields.required(field.name) : fields[field.name] else { continue }
      record[field.name] = value(node, of: field.type)
    }
    return record
  }

  private func condition(_ node: Node) -> Condition? {
    guard let embedded = EmbeddedText(node) else {
      node.mismatch("a condition", problems)
      return nil
    }
    do throws(Rejection) {
      let expression = try Parser.parse(embedded.text)
      return Condition(expression, in: embedded)
    } catch {
      embedded.relocate(error).diagnostics.forEach(problems.report)
      return nil
    }
  }
}
