import Diagnostics

/// The macros over lists and maps.
enum Macro {
  private static let forms: [String: (form: Comprehension.Form, counts: ClosedRange<Int>)] = [
    "all": (.all, 2...2), "exists": (.exists, 2...2), "exists_one": (.existsOne, 2...2),
    "existsOne": (.existsOne, 2...2), "map": (.map, 2...3), "filter": (.filter, 2...2),
  ]

  /// The macros of two variables, which an extension of the language has.
  private static let pairForms:
    [String: (form: Comprehension.Form, product: Comprehension.Product, counts: ClosedRange<Int>)] = [
      "all": (.all, .list, 3...3), "exists": (.exists, .list, 3...3), "exists_one": (.existsOne, .list, 3...3),
      "existsOne": (.existsOne, .list, 3...3), "transformList": (.map, .list, 3...4),
      "transformMap": (.map, .map, 3...4),
    ]

  /// The comprehension that a method call stands for; nil when it is an ordinary method.
  static func expand(
    _ name: String, over range: Expression, _ arguments: [Expression], pairs: Bool, in source: SourceText
  ) throws(Rejection) -> Comprehension? {
    if let (form, counts) = forms[name], counts.contains(arguments.count) {
      let variable = try variable(arguments[0], "first", name, source)
      let condition = arguments.count == 3 ? arguments[1] : nil
      return Comprehension(
        form, over: range, variable: variable, condition: condition, body: arguments[arguments.count - 1])
    }
    guard pairs, let (form, product, counts) = pairForms[name], counts.contains(arguments.count) else { return nil }
    let first = try variable(arguments[0], "first", name, source)
    let second = try variable(arguments[1], "second", name, source)
    guard first != second else {
      throw failure("the two names of `\(name)` must differ", arguments[1], source)
    }
    let condition = arguments.count == 4 ? arguments[2] : nil
    return Comprehension(
      form, over: range, variable: first, secondVariable: second, condition: condition,
      body: arguments[arguments.count - 1], product: product)
  }

  private static func variable(
    _ argument: Expression, _ ordinal: String, _ name: String, _ source: SourceText
  ) throws(Rejection) -> String {
    guard case .identifier(let variable) = argument.kind, !variable.hasPrefix(".") else {
      throw failure(
        "the \(ordinal) argument of `\(name)` names an element, as in `list.\(name)(x, …)`", argument, source)
    }
    return variable
  }

  private static func failure(_ summary: String, _ argument: Expression, _ source: SourceText) -> Rejection {
    Rejection(Diagnostic("expression-syntax", at: SourceRange(source, argument.offsets), summary))
  }
}
