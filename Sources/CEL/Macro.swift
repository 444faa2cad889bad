import Diagnostics

/// The macros over lists and maps.
enum Macro {
  private static let forms: [String: (form: Comprehension.Form, counts: [Int])] = [
    "all": (.all, [2]), "exists": (.exists, [2]), "exists_one": (.existsOne, [2]), "existsOne": (.existsOne, [2]),
    "map": (.map, [2, 3]), "filter": (.filter, [2]),
  ]

  /// The comprehension that a method call stands for; nil when it is an ordinary method.
  static func expand(
    _ name: String, over range: Expression, _ arguments: [Expression], in source: SourceText
  ) throws(Rejection) -> Comprehension? {
    guard let (form, counts) = forms[name], counts.contains(arguments.count) else { return nil }
    guard case .identifier(let variable) = arguments[0].kind, !variable.hasPrefix(".") else {
      throw Rejection(
        Diagnostic(
          "expression-syntax", at: SourceRange(source, arguments[0].offsets),
          "the first argument of `\(name)` names an element, as in `list.\(name)(x, …)`"))
    }
    let condition = arguments.count == 3 ? arguments[1] : nil
    return Comprehension(
      form, over: range, variable: variable, condition: condition, body: arguments[arguments.count - 1])
  }
}
