extension StandardLibrary {
  /// What a function or operator does, in words and examples.
  public struct Documentation: Sendable {
    /// The heading under which it belongs.
    public let group: String
    /// A sentence or two.
    public let summary: String
    /// Expressions with what they come to, as literals.
    public let examples: [(expression: String, result: String)]
  }

  /// The headings in the order of the reference.
  static let groups = ["Logic", "Comparison", "Arithmetic", "Lists and maps", "Text", "Conversion", "Time"]

  /// Every function and operator that the checker knows, by its name.
  public static let documentation: [String: Documentation] = Dictionary(
    uniqueKeysWithValues: [logic, comparison, calculation, collections, strings, conversion, time].joined().map {
      ($0.name, Documentation(group: $0.group, summary: $0.summary, examples: $0.examples))
    })

  private typealias Entry = (
    name: String, group: String, summary: String, examples: [(expression: String, result: String)]
  )

  private static func entry(
    _ name: String, _ group: String, _ summary: String, _ examples: [(String, String)]
  ) -> Entry { (name, group, summary, examples.map { (expression: $0.0, result: $0.1) }) }

  private static let logic = [
    entry(
      "_&&_", "Logic", "True when both are. False as soon as one is, whatever the other is, an error too.",
      [("true && false", "false"), ("1 / 0 > 0 && false", "false")]),
    entry(
      "_||_", "Logic", "True as soon as one is, whatever the other is. False when both are.",
      [("false || true", "true"), ("1 / 0 > 0 || true", "true")]),
    entry("!_", "Logic", "The opposite.", [("!true", "false")]),
    entry(
      "_?_:_", "Logic", "The second operand when the first is true, else the third; the other is not evaluated.",
      [("2 > 1 ? 'yes' : 'no'", "\"yes\"")]),
  ]

  private static let comparison = [
    entry(
      "_==_", "Comparison",
      """
      Equality. Numbers of different types are equal when they are the same number, other values of different types \
      are unequal, not-a-number is unequal to itself. Lists are equal by elements in order, maps by keys and values, \
      strings by code points.
      """, [("[1, 2] == [1, 2]", "true"), ("dyn(1) == 1.0", "true"), ("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true")]),
    entry("_!=_", "Comparison", "The opposite of equality.", [("'a' != 'A'", "true")]),
    entry(
      "_<_", "Comparison",
      "Order: numbers on one number line, strings by code point, bytes by octet, false before true, times by time.",
      [("1 < 1.5", "true"), ("'Z' < 'a'", "true")]),
    entry("_<=_", "Comparison", "Less or equal.", [("duration('90s') <= duration('1m30s')", "true")]),
    entry("_>_", "Comparison", "Greater.", [("1u > -1", "true")]),
    entry("_>=_", "Comparison", "Greater or equal.", [("b'b' >= b'a'", "true")]),
  ]

  private static let calculation = [
    entry(
      "_+_", "Arithmetic",
      "Sum; also joins strings, bytes and lists, and moves a timestamp. A result out of range is an error.",
      [("1 + 2", "3"), ("'a' + 'b'", "\"ab\""), ("[1] + [2]", "[1, 2]")]),
    entry(
      "_-_", "Arithmetic", "Difference. The difference of two timestamps is a duration.",
      [("5 - 7", "-2"), ("timestamp(60) - timestamp(0) == duration('1m')", "true")]),
    entry("_*_", "Arithmetic", "Product.", [("6 * 7", "42")]),
    entry(
      "_/_", "Arithmetic", "Quotient; of integers, cut off towards zero. Division of an integer by zero is an error.",
      [("7 / -2", "-3"), ("7.0 / 2.0", "3.5")]),
    entry("_%_", "Arithmetic", "Remainder, with the sign of the first operand.", [("-7 % 2", "-1")]),
    entry("-_", "Arithmetic", "The negative.", [("-(3)", "-3")]),
  ]

  private static let collections = [
    entry(
      "@in", "Lists and maps", "Whether a list has an equal element, or a map the key.",
      [("2 in [1, 2]", "true"), ("'b' in {'a': 1}", "false")]),
    entry(
      "_[_]", "Lists and maps", "The element of a list, counted from 0, or the value of a key. There must be one.",
      [("[5, 6][1]", "6"), ("{'a': 1}['a']", "1")]),
    entry(
      "size", "Lists and maps", "Elements of a list, entries of a map, code points of a string, octets of bytes.",
      [("size([1, 2])", "2"), ("'Straße'.size()", "6")]),
  ]

  private static let strings = [
    entry("contains", "Text", "Whether a string stands somewhere within.", [("'abc'.contains('bc')", "true")]),
    entry("startsWith", "Text", "Whether it begins so.", [("'abc'.startsWith('ab')", "true")]),
    entry("endsWith", "Text", "Whether it ends so.", [("'abc'.endsWith('bc')", "true")]),
    entry(
      "matches", "Text",
      """
      Whether a regular expression of the RE2 syntax is found somewhere within; `^` and `$` tie it to the ends. The \
      time is at most the length of the text times the size of the pattern.
      """, [("'abc'.matches('^a[a-z]+$')", "true"), ("matches('grey', 'gr(a|e)y')", "true")]),
  ]

  private static let conversion = [
    entry("type", "Conversion", "The type of a value.", [("type(1) == int", "true"), ("type([1])", "list")]),
    entry("dyn", "Conversion", "The value, without the checker's knowledge of its type.", [("dyn(1) == 'a'", "false")]),
    entry(
      "bool", "Conversion", "Reads `true`, `True`, `TRUE`, `t`, `1` and their opposites.", [("bool('true')", "true")]),
    entry(
      "int", "Conversion",
      """
      A whole number: cut off towards zero from a double, read from decimal digits, the seconds since 1970 of a \
      timestamp, the nanoseconds of a duration.
      """, [("int(-1.9)", "-1"), ("int('42')", "42"), ("int(timestamp('1970-01-01T00:01:00Z'))", "60")]),
    entry("uint", "Conversion", "The same without a sign.", [("uint(7)", "7u")]),
    entry("double", "Conversion", "The nearest double.", [("double('1e3')", "1000.0"), ("double(3u)", "3.0")]),
    entry("string", "Conversion", "The value as text; bytes are read as UTF-8.", [("string(1.50)", "\"1.5\"")]),
    entry("bytes", "Conversion", "The UTF-8 of a string.", [("bytes('é')", "b\"\\xc3\\xa9\"")]),
    entry(
      "timestamp", "Conversion", "Reads RFC 3339, or takes the seconds since 1970. From the year 1 to 9999.",
      [("timestamp('2009-02-14T01:31:30+02:00')", "timestamp(\"2009-02-13T23:31:30Z\")")]),
    entry(
      "duration", "Conversion",
      """
      Reads numbers with units (`h`, `m`, `s`, `ms`, `us`, `ns`), or takes nanoseconds. Up to 64 bits of nanoseconds, \
      about 292 years.
      """, [("duration('1h30m')", "duration(\"5400s\")")]),
  ]

  private static let time = [
    entry(
      "getFullYear", "Time",
      """
      The year. This and the following take the name of a time zone (`America/New_York`, from the system's database) \
      or an offset (`-05:00`); without one they are in UTC.
      """, [("timestamp('2024-01-01T03:00:00Z').getFullYear('America/New_York')", "2023")]),
    entry("getMonth", "Time", "The month from 0.", [("timestamp('2024-02-29T12:00:00Z').getMonth()", "1")]),
    entry("getDate", "Time", "The day of the month from 1.", [("timestamp('2024-02-29T12:00:00Z').getDate()", "29")]),
    entry(
      "getDayOfMonth", "Time", "The day of the month from 0.",
      [("timestamp('2024-02-29T12:00:00Z').getDayOfMonth()", "28")]),
    entry(
      "getDayOfWeek", "Time", "The day of the week from 0, Sunday.",
      [("timestamp('2024-02-29T12:00:00Z').getDayOfWeek()", "4")]),
    entry(
      "getDayOfYear", "Time", "The day of the year from 0.",
      [("timestamp('2024-02-29T12:00:00Z').getDayOfYear()", "59")]),
    entry(
      "getHours", "Time", "The hour; of a duration, all its whole hours.",
      [("timestamp('2024-02-29T12:00:00Z').getHours('+05:30')", "17"), ("duration('90m').getHours()", "1")]),
    entry(
      "getMinutes", "Time", "The minute; of a duration, all its whole minutes.",
      [("duration('90m').getMinutes()", "90")]),
    entry(
      "getSeconds", "Time", "The second; of a duration, all its whole seconds.",
      [("duration('90m').getSeconds()", "5400")]),
    entry(
      "getMilliseconds", "Time", "The milliseconds past the second, of a duration too.",
      [("duration('1.5s').getMilliseconds()", "500")]),
  ]
}

extension StandardLibrary {
  /// The reference of functions and operators as Markdown, from the signatures that the checker uses.
  public static var reference: String {
    groups.map { group in
      let names = documentation.filter { $0.value.group == group }.keys.sorted { rank($0) < rank($1) }
      return "### \(group)\n\n" + names.map(section).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The order within a group is the one in which entries are written above.
  private static func rank(_ name: String) -> Int {
    [logic, comparison, calculation, collections, strings, conversion, time].joined().map(\.name)
      .firstIndex(of: name) ?? 0
  }

  private static func section(_ name: String) -> String {
    guard let entry = documentation[name] else { return "" }
    let signatures = (overloads[name] ?? []).map { "`\($0.signature(name))`" }.joined(separator: ", ")
    let examples = entry.examples.map { "\($0.expression)  ⇒  \($0.result)" }.joined(separator: "\n")
    return "**`\(name.plainOperator)`** \(entry.summary)\n\n\(signatures)\n\n```cel\n\(examples)\n```\n"
  }
}

extension Environment.Overload {
  /// As it is called: `int + int → int`, `string.size() → int`.
  fileprivate func signature(_ name: String) -> String {
    let types = parameters.map(\.description)
    let call: String
    switch (name, types.count) {
    case ("_?_:_", _): call = "\(types[0]) ? \(types[1]) : \(types[2])"
    case ("_[_]", _): call = "\(types[0])[\(types[1])]"
    case (_, 1) where name.hasSuffix("_"): call = name.plainOperator + types[0]
    case (_, 2) where name.hasPrefix("_") || name == "@in": call = "\(types[0]) \(name.plainOperator) \(types[1])"
    default:
      call =
        isMethod
        ? "\(types[0]).\(name)(\(types.dropFirst().joined(separator: ", ")))"
        : "\(name)(\(types.joined(separator: ", ")))"
    }
    return "\(call) → \(result)"
  }
}
