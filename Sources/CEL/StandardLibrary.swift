/// The functions and operators that every expression has, as signatures.
public enum StandardLibrary {
  private static let a = Type.parameter("A")
  private static let b = Type.parameter("B")

  /// The signatures of each function.
  public static let overloads: [String: [Environment.Overload]] = {
    var table: [String: [Environment.Overload]] = [
      "_&&_": [.init("logical_and", [.bool, .bool], .bool)],
      "_||_": [.init("logical_or", [.bool, .bool], .bool)],
      "!_": [.init("logical_not", [.bool], .bool)],
      "_?_:_": [.init("conditional", [.bool, a, a], a)],
      "_==_": [.init("equals", [a, a], .bool)],
      "_!=_": [.init("not_equals", [a, a], .bool)],
      "@in": [.init("in_list", [a, .list(a)], .bool), .init("in_map", [a, .map(a, b)], .bool)],
      "_[_]": [.init("index_list", [.list(a), .int], a), .init("index_map", [.map(a, b), a], b)],
    ]
    for (name, overloads) in [comparisons, arithmetic, text, conversions, times].joined() {
      table[name, default: []] += overloads
    }
    return table
  }()

  private static let ordered: [Type] = [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration]

  private static let comparisons: [(String, [Environment.Overload])] = [
    ("_<_", "less"), ("_<=_", "less_equals"), ("_>_", "greater"), ("_>=_", "greater_equals"),
  ].map { name, id in
    let same = ordered.map { Environment.Overload("\(id)_\($0)", [$0, $0], .bool) }
    let numbers: [Type] = [.int, .uint, .double]
    let mixed = numbers.flatMap { left in
      numbers.filter { $0 != left }.map { Environment.Overload("\(id)_\(left)_\($0)", [left, $0], .bool) }
    }
    return (name, same + mixed)
  }

  private static let arithmetic: [(String, [Environment.Overload])] = [
    (
      "_+_",
      numeric("add", [.int, .uint, .double, .string, .bytes, .duration]) + [
        .init("add_list", [.list(a), .list(a)], .list(a)),
        .init("add_timestamp_duration", [.timestamp, .duration], .timestamp),
        .init("add_duration_timestamp", [.duration, .timestamp], .timestamp),
      ]
    ),
    (
      "_-_",
      numeric("subtract", [.int, .uint, .double, .duration]) + [
        .init("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration),
        .init("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
      ]
    ),
    ("_*_", numeric("multiply", [.int, .uint, .double])),
    ("_/_", numeric("divide", [.int, .uint, .double])),
    ("_%_", numeric("modulo", [.int, .uint])),
    ("-_", [.init("negate_int", [.int], .int), .init("negate_double", [.double], .double)]),
  ]

  private static func numeric(_ id: String, _ types: [Type]) -> [Environment.Overload] {
    types.map { .init("\(id)_\($0)", [$0, $0], $0) }
  }

  private static let text: [(String, [Environment.Overload])] = [
    ("size", sized.map { .init("size_\($0.0)", [$0.1], .int) }),
    ("size", sized.map { .init("\($0.0)_size", isMethod: true, [$0.1], .int) }),
    ("contains", [.init("contains_string", isMethod: true, [.string, .string], .bool)]),
    ("startsWith", [.init("starts_with_string", isMethod: true, [.string, .string], .bool)]),
    ("endsWith", [.init("ends_with_string", isMethod: true, [.string, .string], .bool)]),
    (
      "matches",
      [
        .init("matches", [.string, .string], .bool),
        .init("matches_string", isMethod: true, [.string, .string], .bool),
      ]
    ),
  ]

  private static let sized: [(String, Type)] = [
    ("string", .string), ("bytes", .bytes), ("list", .list(a)), ("map", .map(a, b)),
  ]

  private static let conversions: [(String, [Environment.Overload])] = [
    ("type", [.init("type", [a], .type)]),
    ("dyn", [.init("to_dyn", [a], .dyn)]),
    ("int", [.int, .uint, .double, .string, .timestamp, .duration].map { .init("\($0)_to_int", [$0], .int) }),
    ("uint", [.uint, .int, .double, .string].map { .init("\($0)_to_uint", [$0], .uint) }),
    ("double", [.double, .int, .uint, .string].map { .init("\($0)_to_double", [$0], .double) }),
    ("bool", [.bool, .string].map { .init("\($0)_to_bool", [$0], .bool) }),
    ("bytes", [.bytes, .string].map { .init("\($0)_to_bytes", [$0], .bytes) }),
    (
      "string",
      [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration].map {
        .init("\($0)_to_string", [$0], .string)
      }
    ),
    ("timestamp", [.string, .int, .timestamp].map { .init("\($0)_to_timestamp", [$0], .timestamp) }),
    ("duration", [.string, .int, .duration].map { .init("\($0)_to_duration", [$0], .duration) }),
  ]

  private static let times: [(String, [Environment.Overload])] = [
    ("getFullYear", "year"), ("getMonth", "month"), ("getDate", "day_of_month_1_based"),
    ("getDayOfMonth", "day_of_month"), ("getDayOfWeek", "day_of_week"), ("getDayOfYear", "day_of_year"),
    ("getHours", "hours"), ("getMinutes", "minutes"), ("getSeconds", "seconds"), ("getMilliseconds", "milliseconds"),
  ].map { name, part in
    let moment = [
      Environment.Overload("timestamp_to_\(part)", isMethod: true, [.timestamp], .int),
      .init("timestamp_to_\(part)_with_tz", isMethod: true, [.timestamp, .string], .int),
    ]
    let duration = Environment.Overload("duration_to_\(part)", isMethod: true, [.duration], .int)
    return (name, ["hours", "minutes", "seconds", "milliseconds"].contains(part) ? moment + [duration] : moment)
  }
}
